#include "tests/unit/call/fake_page.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace malgil::test {
namespace {

template <class... Functions>
struct Overloaded : Functions... {
    using Functions::operator()...;
};

constexpr call::Milliseconds epoch{1'700'000'000'000};

}  // namespace

void FakePage::post(const call::Event& event, call::Milliseconds now, std::uint64_t random) {
    effects = call::update(state, event, {.now = now, .wall = epoch + now, .random = random});
    for (const auto& effect : effects)
        perform(effect, now);
    all_effects.insert(all_effects.end(), effects.begin(), effects.end());
}

std::optional<std::pair<call::Milliseconds, call::TimerId>> FakePage::next_timer() const {
    const auto first = std::ranges::min_element(
        timers_, {}, [](const auto& timer) { return std::pair(timer.second, timer.first); });
    if (first == timers_.end())
        return std::nullopt;
    return std::pair(first->second, first->first);
}

PageSocket* FakePage::socket(call::SocketId id) {
    const auto found = std::ranges::find(sockets, id, &PageSocket::id);
    return found == sockets.end() ? nullptr : &*found;
}

Line* FakePage::line(call::ConnectionId id) {
    const auto found = lines.find(id);
    return found == lines.end() ? nullptr : &found->second;
}

Line* FakePage::line_to(const std::string& user) {
    for (auto& [id, each] : lines)
        if (each.user.str() == user)
            return &each;
    return nullptr;
}

bool FakePage::has_notice(call::NoticeKind kind) const {
    return std::ranges::find(state.notices, kind, &call::Notice::kind) != state.notices.end();
}

void FakePage::perform(const call::Effect& effect, call::Milliseconds now) {
    const auto on_line = [&](call::ConnectionId id, const auto& action) {
        if (auto* const found = line(id))
            action(*found);
        else
            violations.emplace_back("an effect on a connection that is not there");
    };
    std::visit(
        Overloaded{
            [&](const call::OpenSocket& e) {
                sockets.push_back({.id = e.socket, .to_server = {}, .to_page = {}});
            },
            [&](const call::CloseSocket& e) {
                if (auto* const found = socket(e.socket); found != nullptr && !found->closing)
                    found->closing = true;
                else
                    violations.emplace_back("a socket that is not open was closed");
            },
            [&](const call::SendMessage& e) {
                if (auto* const found = socket(e.socket);
                    found != nullptr && found->opened && !found->closing)
                    found->to_server.push_back(e.message);
                else
                    violations.emplace_back("something was sent on a socket that is not open");
            },
            [&](const call::StartTimer& e) { timers_[e.timer] = now + e.delay; },
            [&](const call::StopTimer& e) { timers_.erase(e.timer); },
            [&](const call::OpenCapture& e) {
                captures.clear();  // an attempt under way ends without a word
                captures.emplace_back(
                    call::CaptureEnded{.capture = e.capture,
                                       .microphone = e.microphone ? microphone_error : std::nullopt,
                                       .camera = e.camera ? camera_error : std::nullopt,
                                       .opened_microphone = opened_microphone,
                                       .opened_camera = opened_camera});
            },
            [&](const call::OpenConnection& e) {
                const auto* const peer = state.find_peer(e.user);
                const bool polite =
                    state.user > e.user.str() || (peer != nullptr && peer->protocol == 0);
                FakeConnection connection({.id = e.connection,
                                           .session = next_session++,
                                           .may_roll_back = polite,
                                           .offers = e.offers,
                                           .browser = browser});
                connection.ice_servers = e.ice_servers;
                lines.emplace(
                    e.connection,
                    Line{.connection = std::move(connection), .user = e.user, .arriving = {}});
            },
            [&](const call::CloseConnection& e) {
                on_line(e.connection, [&](Line& closing) {
                    for (const auto& what : closing.connection.violations())
                        violations.push_back(what);
                });
                lines.erase(e.connection);
            },
            [&](const call::SetLocalDescription& e) {
                on_line(e.connection, [](Line& l) { l.connection.set_local_description(); });
            },
            [&](const call::SetRemoteDescription& e) {
                on_line(e.connection,
                        [&](Line& l) { l.connection.set_remote_description(e.description); });
            },
            [&](const call::AddIceCandidate& e) {
                on_line(e.connection, [&](Line& l) { l.connection.add_candidate(e.candidate); });
            },
            [&](const call::ReadLocalDescription& e) {
                on_line(e.connection, [](Line& l) { l.connection.read_local_description(); });
            },
            [&](const call::UseIceServers& e) {
                on_line(e.connection, [&](Line& l) { l.connection.ice_servers = e.ice_servers; });
            },
            [&](const call::ReadPath& e) {
                on_line(e.connection, [&](Line& l) {
                    l.arriving.emplace_back(call::PathRead{.connection = e.connection,
                                                           .relayed = l.relayed,
                                                           .controlled = l.controlled});
                });
            },
            [&](const call::RestartIce& e) {
                on_line(e.connection, [](Line& l) { l.connection.restart_ice(); });
            },
            [&](const call::MeasureConnection& e) {
                on_line(e.connection, [&](Line& l) {
                    if (const auto found = measured ? measured(l.user.str()) : std::nullopt)
                        l.arriving.emplace_back(call::ConnectionMeasured{.connection = e.connection,
                                                                         .measurement = *found});
                });
            },
            [&](const call::SendOnChannel& e) {
                on_line(e.connection, [&](const Line& l) {
                    if (!l.channel)
                        violations.emplace_back("a text was sent on a channel that is not open");
                });
                texts.emplace_back(e.connection, e.data);
            },
            [&](const call::SendState& e) {
                on_line(e.connection, [](const Line&) {});
                states.emplace_back(e.connection, e.data);
            },
            [&](const call::KeepPlace& e) { kept = e.place; },
            [&](const call::ForgetPlace&) { kept.reset(); },
            [](const auto&) {},
        },
        effect);
}

}  // namespace malgil::test
