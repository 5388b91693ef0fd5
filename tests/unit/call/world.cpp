#include "tests/unit/call/world.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <format>
#include <utility>

namespace malgil::test {
namespace {

protocol::UserId user_id(const std::string& name) {
    return *protocol::UserId::parse(name);
}

}  // namespace

FakePage& World::open_page(const std::string& name, std::optional<call::Place> place) {
    auto& made = pages_[name];
    made.next_session = next_session_;
    next_session_ += 1000;
    post(name, call::Started{.user = {}, .channel = {}, .place = std::move(place)});
    settle();
    return made;
}

void World::reload_page(const std::string& name) {
    post(name, call::PageHidden{});
    settle();
    auto place = page(name).kept;
    pages_.erase(name);
    open_page(name, std::move(place));
}

void World::call(const std::string& name, const std::string& channel) {
    post(name, call::Intent(call::Call{.user = name, .channel = channel}));
}

void World::post(const std::string& name, const call::Event& event) {
    page(name).post(event, now_, random_());
    drop_pairs_without_an_end();
    connect_lines();
}

const call::Peer& World::peer(const std::string& name, const std::string& of) {
    const auto* const found = state(name).find_peer(user_id(of));
    INFO(name << " and its peer " << of);
    REQUIRE(found != nullptr);
    return *found;
}

// ---- time ---------------------------------------------------------------------------------------

void World::wait(call::Milliseconds time) {
    settle();
    const auto end = now_ + time;
    for (;;) {
        const std::string* first = nullptr;
        auto timer = std::pair(end, call::TimerId{});
        for (const auto& [name, page] : pages_)
            if (const auto next = page.next_timer(); next && next->first <= timer.first) {
                first = &name;
                timer = *next;
            }
        if (first == nullptr)
            break;
        now_ = std::max(now_, timer.first);
        page(*first).drop_timer(timer.second);
        post(*first, call::TimerFired{timer.second});
        settle();
    }
    now_ = end;
}

// ---- the server ---------------------------------------------------------------------------------

void World::close_socket(FakePage& page, call::SocketId socket, const std::string& reason) {
    const auto client = page.socket(socket)->client;
    std::erase_if(page.sockets, [&](const PageSocket& each) { return each.id == socket; });
    if (client != 0)
        deliver(server.closed(client, reason));
}

void World::stop_server() {
    server_is_up_ = false;
    const bool keeps_places = server.keeps_places;
    server = {};
    server.keeps_places = keeps_places;
    for (auto& [name, page] : pages_) {
        std::vector<call::SocketId> lost;
        for (const auto& socket : page.sockets)
            if (!socket.closing)
                lost.push_back(socket.id);
        page.sockets.clear();
        for (const auto id : lost)
            post(name, call::SocketClosed{id});
    }
}

void World::lose_socket(const std::string& name, bool noticed) {
    auto& losing = page(name);
    const auto id = losing.state.signaling.socket;
    if (noticed)
        close_socket(losing, id, "lost");
    else
        std::erase_if(losing.sockets, [&](const PageSocket& each) { return each.id == id; });
    post(name, call::SocketClosed{id});
}

void World::join_tutorial_client(const std::string& name) {
    const auto client = ++last_client_;
    clients_[name] = client;
    tutorial_inboxes_[client] = {};
    deliver(
        server.receive(client, protocol::Join{.channel = *protocol::ChannelName::parse("standup"),
                                              .user = user_id(name),
                                              .protocol = 0,
                                              .resume = std::nullopt}));
}

void World::tutorial_sends(const std::string& name, protocol::SignalKind kind,
                           const protocol::RawJson& payload) {
    deliver(server.receive(clients_.at(name),
                           protocol::SendSignal{.kind = kind,
                                                .channel = *protocol::ChannelName::parse("standup"),
                                                .user = user_id(name),
                                                .payload = payload,
                                                .to = std::nullopt}));
}

std::vector<std::string> World::violations() const {
    std::vector<std::string> all;
    const auto add = [&](const std::string& name, const std::vector<std::string>& found) {
        for (const auto& what : found)
            all.push_back(std::format("{}: {}", name, what));
    };
    for (const auto& [name, page] : pages_) {
        add(name, page.violations);
        for (const auto& [id, line] : page.lines)
            add(name, line.connection.violations());
    }
    return all;
}

}  // namespace malgil::test
