#include "tests/unit/call/world.hpp"

#include <utility>

// The part of World that serves what is on its way.

namespace malgil::test {
namespace {

template <class T>
T take(std::deque<T>& queue) {
    auto first = std::move(queue.front());
    queue.pop_front();
    return first;
}

}  // namespace

void World::settle() {
    std::size_t turn = 0;
    for (auto open = choices(); !open.empty(); open = choices())
        serve(open[turn++ % open.size()]);
}

void World::settle(std::mt19937_64& random) {
    while (step(random)) {
    }
}

bool World::step(std::mt19937_64& random) {
    const auto open = choices();
    if (!open.empty())
        serve(open[random() % open.size()]);
    return !open.empty();
}

std::vector<World::Choice> World::choices() const {
    std::vector<Choice> open;
    for (const auto& [name, page] : pages_) {
        const auto add = [&](bool waits, Source source, std::uint32_t id = 0) {
            if (waits)
                open.push_back({.page = name, .source = source, .id = id});
        };
        add(!page.captures.empty(), Source::capture);
        add(!page.texts.empty(), Source::text);
        add(!page.states.empty(), Source::state);
        for (const auto& socket : page.sockets) {
            add(!socket.opened, Source::socket_opens, socket.id.value);
            add(socket.opened && (!socket.to_server.empty() || socket.closing), Source::to_server,
                socket.id.value);
            add(!socket.to_page.empty() && !socket.closing, Source::to_page, socket.id.value);
        }
        for (const auto& [id, line] : page.lines) {
            const auto& connection = line.connection;
            add(connection.has_operation(), Source::operation, id.value);
            add(connection.can_fire_negotiation_needed(), Source::negotiation_needed, id.value);
            add(!connection.results.empty(), Source::result, id.value);
            add(!connection.gathered.empty(), Source::gathered, id.value);
            add(!line.arriving.empty(), Source::arriving, id.value);
        }
    }
    return open;
}

void World::serve(const Choice& choice) {
    auto& served = page(choice.page);
    switch (choice.source) {
        case Source::capture:
            post(choice.page, take(served.captures));
            break;
        case Source::text:
            serve_text(choice.page);
            break;
        case Source::state:
            serve_state(choice.page);
            break;
        case Source::socket_opens:
        case Source::to_server:
        case Source::to_page:
            serve_socket(served, choice);
            break;
        default:
            serve_line(served, choice);
    }
}

void World::serve_socket(FakePage& page, const Choice& choice) {
    const call::SocketId id{choice.id};
    auto& socket = *page.socket(id);
    if (choice.source == Source::to_page) {
        const auto message = take(socket.to_page);
        const bool is_signal = std::holds_alternative<protocol::SignalReceived>(message);
        if (!is_signal || random_() % 100 >= lost_percent_)
            post(choice.page, call::MessageReceived{.socket = id, .message = message});
    } else if (choice.source == Source::to_server && !socket.to_server.empty()) {
        deliver(server.receive(socket.client, take(socket.to_server)));
    } else if (socket.closing) {
        close_socket(page, id, "disconnected");
    } else if (server_is_up_) {
        socket.opened = true;
        socket.client = ++last_client_;
        post(choice.page, call::SocketOpened{id});
    } else {
        close_socket(page, id, "disconnected");
        post(choice.page, call::SocketClosed{id});
    }
}

void World::serve_line(FakePage& page, const Choice& choice) {
    auto& line = page.lines.at(call::ConnectionId{choice.id});
    switch (choice.source) {
        case Source::operation:
            line.connection.run_operation();
            connect_lines();
            break;
        case Source::negotiation_needed:
            line.connection.fire_negotiation_needed();
            break;
        case Source::result:
            post(choice.page, take(line.connection.results));
            break;
        case Source::gathered: {
            const auto event = take(line.connection.gathered);
            const auto* const found = std::get_if<call::IceCandidateFound>(&event);
            if (found->candidate || !page.withholds_end_of_candidates)
                post(choice.page, event);
            break;
        }
        default: {
            const auto event = take(line.arriving);
            line.channel = (line.channel || std::holds_alternative<call::ChannelOpened>(event)) &&
                           !std::holds_alternative<call::ChannelClosed>(event);
            post(choice.page, event);
        }
    }
}

std::optional<World::End> World::other_end(const End& from) {
    const auto* const pair = pair_of(from);
    if (pair == nullptr || pair->broken)
        return std::nullopt;
    return pair->one == from ? pair->other : pair->one;
}

void World::serve_text(const std::string& name) {
    const auto [connection, data] = take(page(name).texts);
    if (const auto to = other_end({.page = name, .connection = connection}))
        post(to->page, call::ChannelMessage{.connection = to->connection, .data = data});
}

void World::serve_state(const std::string& name) {
    const auto [connection, data] = take(page(name).states);
    if (const auto to = other_end({.page = name, .connection = connection}))
        post(to->page, call::StateMessage{.connection = to->connection, .data = data});
}

void World::deliver(const std::vector<Delivery>& deliveries) {
    for (const auto& [client, message] : deliveries) {
        if (const auto inbox = tutorial_inboxes_.find(client); inbox != tutorial_inboxes_.end())
            inbox->second.push_back(message);
        for (auto& [name, page] : pages_)
            for (auto& socket : page.sockets)
                if (socket.client == client)
                    socket.to_page.push_back(message);
    }
}

}  // namespace malgil::test
