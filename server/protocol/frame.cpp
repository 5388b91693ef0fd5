#include "server/protocol/frame.hpp"

#include "server/protocol/json.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace malgil::protocol {
namespace {

using Kind = FrameValue::Kind;

FrameValue* envelope_member(Frame& frame, std::string_view key) {
    if (key == "type")
        return &frame.type;
    if (key == "from")
        return &frame.from;
    if (key == "body")
        return &frame.body;
    return nullptr;
}

FrameValue* body_member(Frame& frame, std::string_view key) {
    static constexpr std::array<std::pair<std::string_view, FrameValue Frame::*>, 8> members{{
        {"channelName", &Frame::channel_name},
        {"userId", &Frame::user_id},
        {"protocol", &Frame::protocol},
        {"resume", &Frame::resume},
        {"received", &Frame::received},
        {"sdp", &Frame::sdp},
        {"candidate", &Frame::candidate},
        {"to", &Frame::to},
    }};
    for (const auto& [name, member] : members)
        if (key == name)
            return &(frame.*member);
    return nullptr;
}

/// Takes nlohmann's SAX events, whose names and signatures are given.
/// https://json.nlohmann.me/features/parsing/sax_interface/
class FrameReader {
public:
    FrameReader(const char* const& read_to, std::size_t max_depth)
        : read_to_(read_to), max_depth_(max_depth) {}

    Frame frame;
    std::string failure;

    bool null() {
        if (FrameValue* value = take(Kind::null))
            value->raw = {read_to_ - 4, read_to_};
        return true;
    }

    bool boolean(bool /*value*/) {
        take(Kind::boolean);
        return true;
    }

    bool number_integer(std::int64_t number) {
        if (FrameValue* value = take(Kind::integer))
            value->number = number;
        return true;
    }

    bool number_unsigned(std::uint64_t number) {
        static constexpr std::uint64_t largest = std::numeric_limits<std::int64_t>::max();
        return number_integer(static_cast<std::int64_t>(std::min(number, largest)));
    }

    bool number_float(double /*number*/, const std::string& /*text*/) {
        take(Kind::real);
        return true;
    }

    bool string(std::string& text) {
        if (FrameValue* value = take(Kind::string))
            value->text = std::move(text);
        return true;
    }

    bool binary(Json::binary_t& /*value*/) { return false; }  // never in JSON text

    bool key(std::string& name) {
        if (depth_ == 1)
            expected_ = envelope_member(frame, name);
        else if (depth_ == 2 && open_[2] == &frame.body)
            expected_ = body_member(frame, name);
        if (expected_ != nullptr && expected_->kind != Kind::absent)
            return fail("The message has two members of the same name.");
        return true;
    }

    bool start_object(std::size_t /*size*/) { return open(Kind::object); }

    bool end_object() { return close(); }

    bool start_array(std::size_t /*size*/) { return open(Kind::array); }

    bool end_array() { return close(); }

    template <class Exception>
    bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                     const Exception& /*error*/) {
        return fail("The message is not valid JSON in UTF-8.");
    }

private:
    /// The member that the value just read belongs to, if the codec wants that one.
    FrameValue* take(Kind kind) {
        FrameValue* value = std::exchange(expected_, nullptr);
        if (value != nullptr)
            value->kind = kind;
        return value;
    }

    bool open(Kind kind) {
        if (depth_ == max_depth_)
            return fail("The message is nested too deeply.");
        FrameValue* value = take(kind);
        if (value != nullptr)
            value->raw = {read_to_ - 1, read_to_};
        if (++depth_ < open_.size())
            open_[depth_] = value;
        return true;
    }

    bool close() {
        if (depth_ < open_.size()) {
            if (FrameValue* value = open_[depth_]) {
                const char* begin = value->raw.data();
                value->raw = {begin, read_to_};
            }
        }
        --depth_;
        return true;
    }

    bool fail(std::string_view why) {
        if (failure.empty())
            failure = why;
        return false;
    }

    const char* const& read_to_;
    std::size_t max_depth_;
    std::size_t depth_ = 0;
    FrameValue* expected_ = nullptr;
    /// By depth: the wanted member that is open there. Wanted are members of the envelope and of
    /// the body, which begin at depths 2 and 3.
    std::array<FrameValue*, 4> open_{};
};

}  // namespace

std::expected<Frame, std::string> scan_frame(std::string_view text, std::size_t max_depth) {
    const char* const begin = text.data();
    const char* read_to = begin;
    FrameReader reader(read_to, max_depth);
    const bool done = Json::sax_parse(JsonInput(begin, &read_to),
                                      JsonInput(begin + text.size(), &read_to), &reader);
    if (!done)
        return std::unexpected(std::move(reader.failure));
    return std::move(reader.frame);
}

}  // namespace malgil::protocol
