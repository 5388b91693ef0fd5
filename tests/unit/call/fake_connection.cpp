#include "tests/unit/call/fake_connection.hpp"

#include <algorithm>
#include <sstream>
#include <utility>

namespace malgil::test {

using protocol::IceCandidate;
using protocol::SdpType;
using protocol::SessionDescription;

namespace {

std::vector<std::string> candidates_in(const SessionDescription& description) {
    std::vector<std::string> found;
    std::istringstream lines(description.sdp);
    const std::string key = "a=candidate:";
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with(key))
            found.push_back(line.substr(key.size(), line.find('\r') - key.size()));
    return found;
}

std::string fragment_of(const std::optional<SessionDescription>& description) {
    return description ? sdp_value(*description, "a=ice-ufrag:") : std::string{};
}

/// Session and version: which offer it is.
std::string name_of(const SessionDescription& description) {
    const auto origin = sdp_value(description, "o=");
    return origin.substr(origin.find(' ') + 1);
}

}  // namespace

std::string sdp_value(const SessionDescription& description, const std::string& key) {
    const auto begin = description.sdp.find(key);
    if (begin == std::string::npos)
        return {};
    const auto value = begin + key.size();
    return description.sdp.substr(value, description.sdp.find("\r\n", value) - value);
}

FakeConnection::FakeConnection(const Options& options)
    : options_(options), offer_due_(options.offers) {}

void FakeConnection::set_local_description() {
    chain_.emplace_back(Local{});
}

void FakeConnection::set_remote_description(const SessionDescription& description) {
    chain_.emplace_back(description);
}

void FakeConnection::add_candidate(const std::optional<IceCandidate>& candidate) {
    chain_.emplace_back(candidate);
}

void FakeConnection::read_local_description() {
    auto description = pending_local_ ? pending_local_ : current_local_;
    if (!description)
        return;
    for (const auto& candidate : own_candidates_)
        if (candidate.starts_with(fragment_of(description) + "/") &&
            !description->sdp.contains("a=candidate:" + candidate))
            description->sdp += "a=candidate:" + candidate + "\r\n";
    results.emplace_back(
        call::LocalDescriptionRead{.connection = options_.id, .description = *description});
}

void FakeConnection::restart_ice() {
    restart_due_ = true;
}

void FakeConnection::run_operation() {
    const auto operation = std::move(chain_.front());
    chain_.pop_front();
    std::visit([this](const auto& each) { run(each); }, operation);
}

bool FakeConnection::can_fire_negotiation_needed() const {
    const bool needed = offer_due_ || track_unnegotiated_ || restart_due_;
    return needed && !needed_fired_ && chain_.empty() && stable();
}

void FakeConnection::fire_negotiation_needed() {
    needed_fired_ = true;
    results.emplace_back(call::NegotiationNeeded{options_.id});
}

// ---- the chain ----------------------------------------------------------------------------------

void FakeConnection::run(Local /*operation*/) {
    if (state_ == State::have_remote_offer) {
        const bool restarted =
            current_remote_ && fragment_of(pending_remote_) != fragment_of(current_remote_);
        if (!current_local_ || restarted) {
            ++generation_;
            restart_due_ = false;
            gather();
        }
        auto answer = describe(SdpType::answer);
        answer.sdp +=
            "a=answers:" + name_of(pending_remote_.value_or(SessionDescription{})) + "\r\n";
        // Whatever it is: as Firefox does.
        answer.sdp += "a=setup:active\r\n";
        is_dtls_client_ = is_dtls_client_.value_or(true);
        current_local_ = answer;
        current_remote_ = std::exchange(pending_remote_, std::nullopt);
        state_ = State::stable;
        offer_due_ = false;  // the offer of the peer brought the same
        needed_fired_ = false;
        results.emplace_back(
            call::LocalDescriptionSet{.connection = options_.id, .description = answer});
        return;
    }
    if (!current_local_ || restart_due_) {
        ++generation_;
        gather();
    }
    pending_local_ = describe(SdpType::offer);
    state_ = State::have_local_offer;
    results.emplace_back(
        call::LocalDescriptionSet{.connection = options_.id, .description = *pending_local_});
}

void FakeConnection::run(const SessionDescription& description) {
    if (description.sdp.contains("malformed")) {
        fail("malformed");
        return;
    }
    if (description.type == SdpType::offer) {
        if (state_ == State::have_local_offer) {
            if (!options_.may_roll_back)
                violate("the impolite side applied an offer over its own");
            pending_local_.reset();
            needed_fired_ = false;
        }
        pending_remote_ = description;
        state_ = State::have_remote_offer;
    } else {
        if (state_ != State::have_local_offer) {
            violate("an answer was applied without an own offer");
            fail("InvalidStateError");
            return;
        }
        const auto answers = sdp_value(description, "a=answers:");
        if (!answers.empty() && answers != name_of(*pending_local_))
            violate("an answer to " + answers + " was applied to " + name_of(*pending_local_));
        const bool is_client = sdp_value(description, "a=setup:") != "active";
        if (is_dtls_client_.value_or(is_client) != is_client) {
            violate("an answer was applied that reverses the DTLS roles");
            fail("Failed to set SSL role");  // Chromium
            return;
        }
        is_dtls_client_ = is_client;
        current_local_ = std::exchange(pending_local_, std::nullopt);
        current_remote_ = description;
        state_ = State::stable;
        offer_due_ = track_unnegotiated_ = restart_due_ = needed_fired_ = false;
    }
    for (auto& candidate : candidates_in(description))
        remote_candidates_.push_back(std::move(candidate));
    results.emplace_back(call::RemoteDescriptionSet{options_.id});
}

void FakeConnection::run(const std::optional<IceCandidate>& candidate) {
    if (!current_remote_ && !pending_remote_) {
        violate("a candidate was added before any remote description");
        return;
    }
    if (candidate && knows_fragment(candidate->username_fragment.value_or("")))
        remote_candidates_.push_back(candidate->candidate);
}

void FakeConnection::fail(const std::string& why) {
    results.emplace_back(call::DescriptionFailed{.connection = options_.id, .reason = why});
}

void FakeConnection::violate(const std::string& what) {
    violations_.push_back("session " + std::to_string(options_.session) + ": " + what);
}

void FakeConnection::gather() {
    gathered_with = ice_servers;
    for (int number = 0; number < options_.candidates; ++number) {
        const auto candidate = own_fragment() + "/" + std::to_string(number);
        own_candidates_.push_back(candidate);
        gathered.emplace_back(call::IceCandidateFound{
            .connection = options_.id,
            .candidate = IceCandidate{.candidate = candidate,
                                      .sdp_mid = "0",
                                      .sdp_m_line_index = 0,
                                      .username_fragment = own_fragment()}});
    }
    gathered.emplace_back(
        call::IceCandidateFound{.connection = options_.id, .candidate = std::nullopt});
}

std::string FakeConnection::own_fragment() const {
    return "s" + std::to_string(options_.session) + "g" + std::to_string(generation_);
}

SessionDescription FakeConnection::describe(SdpType type) {
    ++version_;
    return {.type = type,
            .sdp = "o=" + options_.browser + " " + std::to_string(options_.session) + " " +
                   std::to_string(version_) + " IN IP4 0.0.0.0\r\na=ice-ufrag:" + own_fragment() +
                   "\r\n"};
}

bool FakeConnection::knows_fragment(const std::string& fragment) const {
    return fragment == fragment_of(current_remote_) || fragment == fragment_of(pending_remote_);
}

// ---- the other side -----------------------------------------------------------------------------

bool FakeConnection::has_candidate_of(const FakeConnection& other) const {
    return std::ranges::any_of(remote_candidates_, [&](const std::string& candidate) {
        return candidate.starts_with(fragment_of(other.current_local_) + "/");
    });
}

bool can_connect(const FakeConnection& a, const FakeConnection& b) {
    const auto knows = [](const FakeConnection& one, const FakeConnection& other) {
        return one.stable() && one.current_remote_ && other.current_local_ &&
               name_of(*one.current_remote_).starts_with(std::to_string(other.session()) + " ") &&
               fragment_of(one.current_remote_) == fragment_of(other.current_local_) &&
               one.has_candidate_of(other);
    };
    return knows(a, b) && knows(b, a);
}

std::string FakeConnection::credentials() const {
    return fragment_of(current_local_) + " " + fragment_of(current_remote_);
}

std::string FakeConnection::digest() const {
    std::string out;
    const auto put = [&](const std::optional<SessionDescription>& description) {
        out += description ? description->sdp : "-";
    };
    for (const int number : {static_cast<int>(state_), generation_, int{offer_due_},
                             int{track_unnegotiated_}, int{restart_due_}, int{needed_fired_},
                             int{is_dtls_client_.has_value()}, int{is_dtls_client_.value_or(false)},
                             static_cast<int>(results.size()), static_cast<int>(gathered.size())})
        out += std::to_string(number) + ' ';
    for (const auto& description :
         {pending_local_, pending_remote_, current_local_, current_remote_})
        put(description);
    for (const auto& operation : chain_) {
        out += std::to_string(operation.index());
        if (const auto* description = std::get_if<SessionDescription>(&operation))
            put(*description);
    }
    for (const auto& candidate : remote_candidates_)
        out += candidate + ',';
    return out;
}

}  // namespace malgil::test
