#include "server/http/content_coding.hpp"
#include "server/http/headers.hpp"
#include "server/http/page.hpp"
#include "server/http/response.hpp"
#include "server/http/static_files.hpp"
#include "server/http/text.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <array>
#include <chrono>
#include <string>

using namespace malgil::server::http;

namespace {

StaticFiles example_files() {
    Page page;
    page.files.push_back({.path = "index.html", .body = "<p>", .brotli = {}, .gzip = {}});
    page.files.push_back(
        {.path = "app.0a1b2c3d.wasm", .body = "wasm", .brotli = "W", .gzip = "WW"});
    page.files.push_back({.path = "sub/index.html", .body = "sub", .brotli = {}, .gzip = {}});
    page.files.push_back({.path = "말 길.txt", .body = "text", .brotli = {}, .gzip = "T"});
    return StaticFiles(std::move(page));
}

Response get(const StaticFiles& files, std::string_view target, std::string_view accept = "",
             std::string_view if_none_match = "") {
    return answer({.method = "GET",
                   .target = target,
                   .accept_encoding = accept,
                   .if_none_match = if_none_match},
                  files);
}

std::string_view field(const Response& response, std::string_view name) {
    const std::string start = std::string(name) + ": ";
    const auto at = response.fields.find(start);
    if (at == std::string::npos)
        return {};
    const auto value = std::string_view(response.fields).substr(at + start.size());
    return value.substr(0, value.find("\r\n"));
}

}  // namespace

TEST_CASE("a content coding is chosen by weight, then by the server's liking") {
    using enum ContentCoding;

    struct Case {
        std::string_view accept;
        ContentCoding chosen;
    };

    const auto [accept, chosen] = GENERATE(
        Case{"", identity}, Case{"gzip, deflate, br, zstd", brotli}, Case{"gzip", gzip},
        Case{"GZip", gzip}, Case{"x-gzip", gzip}, Case{"br;q=0.5, gzip", gzip},
        Case{"br;q=0.5,gzip;q=0.500", brotli}, Case{"br;q=0, gzip;q=0.001", gzip},
        Case{"br ; q=0.2 , gzip ; Q=0.3", gzip}, Case{"br;q=0", identity}, Case{"*", brotli},
        Case{"*;q=0.5, br;q=0", gzip}, Case{"identity, br;q=0.5", identity},
        Case{"identity;q=0, *;q=0", identity}, Case{"br;q=2", identity},
        Case{"br;q=1.001", identity}, Case{"br;q=0.0001, gzip", gzip}, Case{"br;q=x", identity},
        Case{"brx, xbr", identity}, Case{",,br,", brotli}, Case{"deflate", identity},
        Case{"br;level=4;q=0.1, gzip;q=0.2", gzip});
    CAPTURE(accept);
    CHECK(choose_coding(accept, std::array{brotli, gzip, identity}) == chosen);
}

TEST_CASE("only what there is can be chosen") {
    using enum ContentCoding;
    CHECK(choose_coding("br, gzip;q=0.1", std::array{gzip, identity}) == gzip);
    CHECK(choose_coding("br", std::array{identity}) == identity);
}

TEST_CASE("percent-decoding") {
    CHECK(percent_decoded("/a%20b%2F%eb%a7%90") == "/a b/말");
    CHECK(percent_decoded("/a+b") == "/a+b");
    for (const char* wrong : {"%", "%2", "%zz", "a%2", "%-1", "% 1", "%0x"})
        CHECK_FALSE(percent_decoded(wrong));
}

TEST_CASE("files have the types that browsers insist on") {
    CHECK(content_type("a.b.wasm") == "application/wasm");
    CHECK(content_type("app.js") == "text/javascript; charset=utf-8");
    CHECK(content_type("app.mjs") == "text/javascript; charset=utf-8");
    CHECK(content_type("INDEX.HTML") == "text/html; charset=utf-8");
    CHECK(content_type("style.css") == "text/css; charset=utf-8");
    CHECK(content_type("site.webmanifest") == "application/manifest+json");
    CHECK(content_type("icon.svg") == "image/svg+xml");
    CHECK(content_type("wasm") == "application/octet-stream");
    CHECK(content_type("a.js/b") == "application/octet-stream");
}

TEST_CASE("names with a hash in them are kept for ever, others are asked for again") {
    const std::string_view forever = "public, max-age=31536000, immutable";
    CHECK(cache_control("malgil.3f9a1c2b.js") == forever);
    CHECK(cache_control("sub/malgil.3F9A1C2B00.wasm") == forever);
    CHECK(cache_control("3f9a1c2b.js") == forever);
    for (const char* name : {"index.html", "malgil.js", "malgil.3f9a1c2.js", "malgil.3f9a1c2g.js",
                             "malgil-3f9a1c2b.js", "3f9a1c2b/malgil.js"})
        CHECK(cache_control(name) == "no-cache");
}

TEST_CASE("a file comes in the form that the client likes best") {
    const auto files = example_files();
    const auto brotli = get(files, "/app.0a1b2c3d.wasm", "gzip, br");
    CHECK(brotli.status == 200);
    CHECK(brotli.body == "W");
    CHECK(field(brotli, "Content-Encoding") == "br");
    CHECK(field(brotli, "Content-Type") == "application/wasm");
    CHECK(field(brotli, "Vary") == "Accept-Encoding");
    CHECK(field(brotli, "Cache-Control") == "public, max-age=31536000, immutable");
    const auto gzip = get(files, "/app.0a1b2c3d.wasm", "gzip");
    CHECK(gzip.body == "WW");
    CHECK(field(gzip, "Content-Encoding") == "gzip");
    const auto plain = get(files, "/app.0a1b2c3d.wasm");
    CHECK(plain.body == "wasm");
    CHECK(field(plain, "Content-Encoding").empty());
    CHECK(field(plain, "Vary") == "Accept-Encoding");
    CHECK(get(files, "/", "br").body == "<p>");
    CHECK(get(files, "/%eb%a7%90%20%ea%b8%b8.txt", "br, gzip").body == "T");
}

TEST_CASE("each form of a file has its own strong tag") {
    const auto files = example_files();
    const std::string plain(field(get(files, "/app.0a1b2c3d.wasm"), "ETag"));
    const std::string gzip(field(get(files, "/app.0a1b2c3d.wasm", "gzip"), "ETag"));
    CHECK(plain.starts_with('"'));
    CHECK(plain.ends_with('"'));
    const std::string brotli(field(get(files, "/app.0a1b2c3d.wasm", "br"), "ETag"));
    CHECK(plain != gzip);
    CHECK(plain != brotli);
    CHECK(gzip != brotli);
    CHECK(plain != field(get(files, "/"), "ETag"));
}

TEST_CASE("a client that has the file is told so") {
    const auto files = example_files();
    const std::string tag(field(get(files, "/"), "ETag"));
    for (const std::string& known :
         {tag, "W/" + tag, "\"x\", " + tag, tag + ",\"x\"", std::string("*"), " " + tag + " "}) {
        CAPTURE(known);
        const auto response = get(files, "/", "", known);
        CHECK(response.status == 304);
        CHECK(response.without_body);
        CHECK(field(response, "ETag") == tag);
        CHECK(field(response, "Cache-Control") == "no-cache");
    }
    for (const std::string& other : {std::string("\"x\""), tag.substr(1), "w/" + tag}) {
        CAPTURE(other);
        CHECK(get(files, "/", "", other).status == 200);
    }
    CHECK(get(files, "/missing", "", "*").status == 404);
}

TEST_CASE("a path is looked up as it is: none leads anywhere else") {
    const auto files = example_files();
    CHECK(get(files, "/index.html?user=alice&channel=standup").status == 200);
    CHECK(get(files, "/?user=alice").body == "<p>");
    CHECK(get(files, "/sub/").body == "sub");
    for (const char* target :
         {"", "*", "index.html", "//index.html", "/./index.html", "/sub/../index.html",
          "/../index.html", "/..%2findex.html", "/%2e%2e/index.html", "/sub", "/index.html/",
          "/index.html%00", "/Index.html", "/app.0a1b2c3d.wasm.br", "/%"}) {
        CAPTURE(target);
        CHECK(get(files, target).status == 404);
    }
}

TEST_CASE("HEAD is GET without the body, other methods are refused") {
    const auto files = example_files();
    const auto head_of = [&](std::string_view target) {
        return answer(
            {.method = "HEAD", .target = target, .accept_encoding = "", .if_none_match = ""},
            files);
    };
    const auto file = head_of("/");
    CHECK(file.without_body);
    CHECK(head(file, true, {}).contains("Content-Length: 3\r\n"));
    CHECK(file.fields == get(files, "/").fields);
    CHECK(head_of("/missing").status == 404);
    CHECK(head_of("/missing").without_body);
    for (const char* method : {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get"}) {
        const auto refused = answer(
            {.method = method, .target = "/", .accept_encoding = "", .if_none_match = ""}, files);
        CHECK(refused.status == 405);
        CHECK(field(refused, "Allow") == "GET, HEAD");
    }
}

TEST_CASE("every response bears the security fields") {
    const auto files = example_files();
    for (const auto& response : {get(files, "/"), get(files, "/", "", "*"), get(files, "/missing"),
                                 refusal(400, "No.\n")}) {
        const std::string text = head(response, false, {});
        CHECK(text.contains("script-src 'self' 'wasm-unsafe-eval';"));
        CHECK_FALSE(text.contains("'unsafe-eval'"));
        CHECK_FALSE(text.contains("unsafe-inline"));
        CHECK(text.contains("frame-ancestors 'none'"));
        CHECK(text.contains("\r\nX-Content-Type-Options: nosniff\r\n"));
        CHECK(text.contains("\r\nReferrer-Policy: no-referrer\r\n"));
        CHECK(text.contains("camera=(self), microphone=(self), display-capture=(self)"));
        CHECK(text.ends_with("\r\n\r\n"));
    }
}

TEST_CASE("the head of a response") {
    using namespace std::chrono;
    const auto now = sys_days(1994y / November / 6) + 8h + 49min + 37s;
    const std::string text = head(refusal(404, "No.\n"), false, now);
    CHECK(text.starts_with("HTTP/1.1 404 Not Found\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n"));
    CHECK(text.contains("\r\nConnection: close\r\n"));
    CHECK(text.contains("\r\nContent-Length: 4\r\n"));
    CHECK_FALSE(head(get(example_files(), "/", "", "*"), true, now).contains("Content-Length"));
}

TEST_CASE("a server without a page says what to do") {
    const StaticFiles none{Page()};
    const auto response = get(none, "/");
    CHECK(response.status == 404);
    CHECK(response.body.contains("--root"));
}
