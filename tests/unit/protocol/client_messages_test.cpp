#include "server/protocol/codec.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <string>

using namespace malgil::protocol;

namespace {

const ChannelName standup = *ChannelName::parse("standup");
const UserId alice = *UserId::parse("alice");
const UserId bob = *UserId::parse("bob");

auto parse(std::string_view frame) {
    return parse_client_message(frame, Limits{});
}

/// The message that must be there.
ClientMessage read(std::string_view frame) {
    const auto message = parse(frame);
    REQUIRE(message);
    return *message;
}

/// The refusal that must be there.
Error refusal(std::string_view frame) {
    const auto message = parse(frame);
    REQUIRE_FALSE(message);
    return message.error();
}

/// A body with the two names, and more.
std::string frame(std::string_view type, std::string_view more) {
    return R"({"type":")" + std::string(type) +
           R"(","body":{"channelName":"standup","userId":"alice")" + std::string(more) + "}}";
}

}  // namespace

TEST_CASE("join of a tutorial client") {
    CHECK(read(frame("join", "")) ==
          ClientMessage(Join{.channel = standup, .user = alice, .protocol = 0, .resume = {}}));
}

TEST_CASE("join with protocol and resume token") {
    CHECK(read(frame("join", R"(,"protocol":1,"resume":"t0k")")) ==
          ClientMessage(Join{.channel = standup, .user = alice, .protocol = 1, .resume = "t0k"}));
}

TEST_CASE("members of a later version are passed over") {
    CHECK(read(frame("quit", R"(,"why":["x",{"userId":"mallory"}],"more":{"to":1})")) ==
          ClientMessage(Quit{.channel = standup, .user = alice}));
    CHECK(
        read(
            R"({"about":{"userId":"x"},"body":{"userId":"alice","channelName":"standup"},"type":"quit"})") ==
        ClientMessage(Quit{.channel = standup, .user = alice}));
    CHECK(read(R"({"id":7,"body":{"userId":"alice","channelName":"standup"},"type":"quit"})") ==
          ClientMessage(Quit{.channel = standup, .user = alice}));
}

TEST_CASE("a payload is kept byte for byte") {
    // White space, the order of members, escapes, numbers and repeated names stay as they came.
    const std::string payload =
        GENERATE(R"({})", R"({ "sdp" : "v=0\r\n\u00e9" ,  "type":"offer"})",
                 R"({"b":1.50e+2,"a":[1, {}, [ ]],"b":0})",
                 "{\n\"type\":\t\"offer\", \"말\":\"길\", \"to\":\"x\", \"sdp\":{\"sdp\":{}}}");
    const auto message = read(frame("send_offer", R"(, "sdp": )" + payload + R"( ,"to":"bob")"));
    CHECK(message == ClientMessage(SendSignal{.kind = SignalKind::offer,
                                              .channel = standup,
                                              .user = alice,
                                              .payload = {payload},
                                              .to = bob}));
}

TEST_CASE("a candidate may be null, a description may not") {
    CHECK(read(frame("send_ice_candidate", R"(,"candidate": null )")) ==
          ClientMessage(SendSignal{.kind = SignalKind::ice_candidate,
                                   .channel = standup,
                                   .user = alice,
                                   .payload = {"null"},
                                   .to = {}}));
    CHECK(refusal(frame("send_answer", R"(,"sdp":null)")).code == ErrorCode::bad_message);
}

TEST_CASE("a malformed message gets bad_message, a sentence, and its type where it has one") {
    struct Case {
        std::string frame;
        std::string in_reply_to;
    };

    const auto [text, in_reply_to] = GENERATE(
        Case{"", ""}, Case{"hello", ""}, Case{"null", ""}, Case{"7", ""}, Case{"[]", ""},
        Case{R"([{"type":"join"}])", ""}, Case{"{}", ""}, Case{R"({"type":7,"body":{}})", ""},
        Case{R"({"type":"join","body":{"channelName":"standup","userId":"alice"}} x)", ""},
        Case{R"({"type":"join","body":{"channelName":"standup","userId":"alice"})", ""},
        Case{R"({"type":"join"})", "join"}, Case{R"({"type":"join","body":null})", "join"},
        Case{R"({"type":"join","body":[{"userId":"alice"}]})", "join"},
        Case{R"({"type":"dance","body":{"channelName":"standup","userId":"alice"}})", "dance"},
        Case{R"({"type":"joined","body":{"channelName":"standup","userId":"alice"}})", "joined"},
        Case{R"({"type":"join","body":{"userId":"alice"}})", "join"},
        Case{R"({"type":"join","body":{"channelName":"standup"}})", "join"},
        Case{R"({"type":"join","body":{"channelName":7,"userId":"alice"}})", "join"},
        Case{R"({"type":"join","body":{"channelName":"","userId":"alice"}})", "join"},
        Case{R"({"type":"join","body":{"channelName":"a\u0000","userId":"alice"}})", "join"},
        Case{R"({"type":"join","body":{"channelName":"a\ud800","userId":"alice"}})", ""},
        Case{"{\"type\":\"join\",\"body\":{\"channelName\":\"\xFF\",\"userId\":\"alice\"}}", ""},
        Case{frame("join", R"(,"protocol":"1")"), "join"},
        Case{frame("join", R"(,"protocol":-1)"), "join"},
        Case{frame("join", R"(,"protocol":1.5)"), "join"},
        Case{frame("join", R"(,"protocol":null)"), "join"},
        Case{frame("join", R"(,"protocol":99999999999999999999)"), "join"},
        Case{frame("join", R"(,"protocol":1e999)"), ""},
        Case{frame("join", R"(,"resume":null)"), "join"},
        Case{frame("join", R"(,"resume":{})"), "join"}, Case{frame("send_offer", ""), "send_offer"},
        Case{frame("send_offer", R"(,"sdp":"v=0")"), "send_offer"},
        Case{frame("send_offer", R"(,"sdp":[])"), "send_offer"},
        Case{frame("send_offer", R"(,"candidate":{})"), "send_offer"},
        Case{frame("send_ice_candidate", R"(,"candidate":"")"), "send_ice_candidate"},
        Case{frame("send_offer", R"(,"sdp":{},"to":null)"), "send_offer"},
        Case{frame("send_offer", R"(,"sdp":{},"to":"")"), "send_offer"},
        Case{frame("send_offer", R"(,"sdp":{},"to":["bob"])"), "send_offer"});
    CAPTURE(text);
    const Error error = refusal(text);
    CHECK(error.code == ErrorCode::bad_message);
    CHECK(error.in_reply_to == in_reply_to);
    CHECK(error.message.ends_with('.'));
}

TEST_CASE("a member given twice is refused, for two readers could take different ones") {
    CHECK_FALSE(parse(frame("join", R"(,"userId":"bob")")));
    CHECK_FALSE(parse(frame("send_offer", R"(,"sdp":{},"sdp":{})")));
    CHECK_FALSE(parse(frame("send_offer", R"(,"sdp":{},"t\u006f":"bob","to":"carol")")));
    CHECK_FALSE(parse(R"({"type":"quit","type":"join","body":{"channelName":"c","userId":"u"}})"));
    CHECK_FALSE(parse(R"({"type":"quit","body":{"channelName":"c","userId":"u"},"body":{}})"));
}

TEST_CASE("nesting is bounded") {
    // The envelope is 1, the body 2, the payload 3: thirteen more fit.
    const auto nested = [](std::size_t levels) {
        return frame("send_offer",
                     R"(,"sdp":{"x":)" + std::string(levels, '[') + std::string(levels, ']') + "}");
    };
    CHECK(parse(nested(13)));
    CHECK(refusal(nested(14)).code == ErrorCode::bad_message);
    CHECK(refusal(std::string(60'000, '[')).code == ErrorCode::bad_message);
    CHECK(refusal(frame("quit", R"(,"x":)" + std::string(60'000, '['))).code ==
          ErrorCode::bad_message);
}

TEST_CASE("the size of a message is bounded") {
    const std::string empty = frame("send_offer", R"(,"sdp":{"sdp":""})");
    const auto of_size = [&](std::size_t size) {
        return frame("send_offer",
                     R"(,"sdp":{"sdp":")" + std::string(size - empty.size(), 'x') + R"("})");
    };
    CHECK(parse(of_size(Limits{}.message_bytes)));
    CHECK(refusal(of_size(Limits{}.message_bytes + 1)).code == ErrorCode::too_large);
}

TEST_CASE("a very long unknown type is not repeated in the error") {
    CHECK(refusal(frame(std::string(65, 'x'), "")).in_reply_to.empty());
}

TEST_CASE("what is written reads back the same") {
    const UserId quoted = *UserId::parse(R"("\ 말 👋🏽)");
    const ClientMessage message = GENERATE_COPY(
        ClientMessage(Join{.channel = standup, .user = quoted, .protocol = 0, .resume = {}}),
        ClientMessage(
            Join{.channel = standup, .user = quoted, .protocol = 1, .resume = "a\n\x01z"}),
        ClientMessage(Quit{.channel = standup, .user = quoted}),
        ClientMessage(SendSignal{.kind = SignalKind::offer,
                                 .channel = standup,
                                 .user = alice,
                                 .payload = {R"({"a" : 1})"},
                                 .to = quoted}),
        ClientMessage(SendSignal{.kind = SignalKind::answer,
                                 .channel = standup,
                                 .user = alice,
                                 .payload = {"{}"},
                                 .to = {}}),
        ClientMessage(SendSignal{.kind = SignalKind::ice_candidate,
                                 .channel = standup,
                                 .user = alice,
                                 .payload = {"null"},
                                 .to = bob}));
    CAPTURE(write(message));
    CHECK(read(write(message)) == message);
}

TEST_CASE("a client's messages on the wire") {
    CHECK(
        write(Join{.channel = standup, .user = alice, .protocol = 1, .resume = "t"}) ==
        R"({"type":"join","body":{"channelName":"standup","userId":"alice","protocol":1,"resume":"t"}})");
    CHECK(write(Quit{.channel = standup, .user = *UserId::parse("말길")}) ==
          R"({"type":"quit","body":{"channelName":"standup","userId":"말길"}})");
    CHECK(
        write(SendSignal{.kind = SignalKind::ice_candidate,
                         .channel = standup,
                         .user = alice,
                         .payload = {"null"},
                         .to = bob}) ==
        R"({"type":"send_ice_candidate","body":{"channelName":"standup","userId":"alice","candidate":null,"to":"bob"}})");
}
