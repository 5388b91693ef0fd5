#include "client/call/chat_codec.hpp"

#include "tests/unit/call/print.hpp"

#include <catch2/catch_test_macros.hpp>

namespace malgil::call::chat_codec {
namespace {

Frame text(const char* id, const char* words) {
    return Text{.id = id, .text = words};
}

TEST_CASE("a text is written and read") {
    const auto frame = write_text(7, "\"안녕\"\n👋🏽");
    CHECK(frame == "{\"id\":7,\"text\":\"\\\"안녕\\\"\\n👋🏽\",\"type\":\"text\"}");
    CHECK(parse(frame) == text("7", "\"안녕\"\n👋🏽"));
}

TEST_CASE("an acknowledgement is written and read") {
    CHECK(write_acknowledgement("7") == R"({"type":"ack","id":7})");
    CHECK(parse(write_acknowledgement("7")) == Frame(Acknowledgement{7}));
}

TEST_CASE("whatever number or string identifies a text is echoed as it is") {
    CHECK(parse(R"({"type":"text","id":"a\"b","text":"x"})") == text(R"("a\"b")", "x"));
    CHECK(parse(R"({"type":"text","id":-1.5,"text":"x"})") == text("-1.5", "x"));
    CHECK(parse(R"({"type":"text","id":18446744073709551615,"text":"x"})") ==
          text("18446744073709551615", "x"));
}

TEST_CASE("what cannot be echoed is not") {
    CHECK(parse(R"({"type":"text","text":"x"})") == text("", "x"));
    CHECK(parse(R"({"type":"text","id":null,"text":"x"})") == text("", "x"));
    CHECK(parse(R"({"type":"text","id":[1],"text":"x"})") == text("", "x"));
    const auto long_id = "\"" + std::string(1000, 'i') + "\"";
    CHECK(parse(R"({"type":"text","id":)" + long_id + R"(,"text":"x"})") == text("", "x"));
}

TEST_CASE("what is no object is plain text") {
    CHECK(parse("hello") == text("", "hello"));
    CHECK(parse("{hello") == text("", "{hello"));
    CHECK(parse("42") == text("", "42"));
    CHECK(parse("\"quoted\"") == text("", "\"quoted\""));
    CHECK(parse("[1]") == text("", "[1]"));
    CHECK(parse("").index() == text("", "").index());
}

TEST_CASE("objects of other types are unknown") {
    CHECK(parse("{}") == Frame(Unknown{}));
    CHECK(parse(R"({"type":7})") == Frame(Unknown{}));
    CHECK(parse(R"({"type":"typing","id":1})") == Frame(Unknown{}));
    CHECK(parse(R"({"type":"ack"})") == Frame(Unknown{}));
    CHECK(parse(R"({"type":"ack","id":"7"})") == Frame(Unknown{}));
    CHECK(parse(R"({"type":"ack","id":-7})") == Frame(Unknown{}));
    CHECK(parse(R"({"type":"ack","id":4294967296})") == Frame(Unknown{}));
}

TEST_CASE("a message of a hostile peer costs little") {
    SECTION("too long") {
        CHECK(parse(std::string(max_frame_bytes + 1, 'x')) == Frame(Unknown{}));
    }
    SECTION("deep") {
        const std::string deep(20'000, '[');
        CHECK(parse(deep).index() == text("", "").index());
        CHECK(parse(R"({"type":"text","id":1,"text":"x","more":)" + deep +
                    std::string(20'000, ']') + "}") == text("1", "x"));
    }
    SECTION("not UTF-8") {
        CHECK(parse("{\"type\":\"text\",\"text\":\"\xff\"}").index() == text("", "").index());
        CHECK(write_text(1, "\xff").contains("\xEF\xBF\xBD"));
    }
}

}  // namespace
}  // namespace malgil::call::chat_codec
