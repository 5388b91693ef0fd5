// The page, over real sockets.

#include "tests/server/support/raw_client.hpp"
#include "tests/server/support/test_server.hpp"
#include "tests/server/support/websocket_client.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <string>

using namespace malgil;
using namespace malgil::test;
using namespace std::chrono_literals;
using namespace std::string_literals;

namespace {

const std::string large(3'000'000, 'l');

server::http::Page example_page() {
    server::http::Page page;
    page.files.push_back({.path = "index.html", .body = "<p>hello", .brotli = "b", .gzip = "gz"});
    page.files.push_back({.path = "large.bin", .body = large, .brotli = {}, .gzip = {}});
    return page;
}

std::string body(const std::string& response) {
    return response.substr(std::min(response.find("\r\n\r\n") + 4, response.size()));
}

}  // namespace

TEST_CASE("a page is served, and the connection kept for the next request") {
    const TestServer server(quiet_settings(), example_page());
    RawClient client(server.port());
    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto first = client.receive_response();
    CHECK(first.starts_with("HTTP/1.1 200 OK\r\n"));
    CHECK(body(first) == "<p>hello");
    client.send("GET /large.bin HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(body(client.receive_response()) == large);
    client.send(
        "GET / HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\nAccept-Encoding: br\r\n\r\n");
    CHECK(body(client.receive_response()) == "b");
}

TEST_CASE("requests one behind the other are answered in order") {
    const TestServer server(quiet_settings(), example_page());
    RawClient client(server.port());
    client.send(
        "HEAD / HTTP/1.1\r\nHost: a\r\n\r\n"
        "GET /missing HTTP/1.1\r\nHost: a\r\n\r\n"
        "GET http://a/?q HTTP/1.1\r\nHost: a\r\n\r\n"
        "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    const auto head = client.receive_response(false);
    CHECK(head.contains("\r\nContent-Length: 8\r\n"));
    CHECK(client.receive_response().starts_with("HTTP/1.1 404 "));
    CHECK(body(client.receive_response()) == "<p>hello");
    CHECK(body(client.receive_all()) == "<p>hello");
}

TEST_CASE("HTTP/1.0 gets a response and the connection's end") {
    const TestServer server(quiet_settings(), example_page());
    CHECK(body(talk(server.port(), "GET / HTTP/1.0\r\n\r\n")) == "<p>hello");
}

TEST_CASE("what is no proper request is refused, and the connection closed") {
    struct Case {
        std::string request;
        std::string status;
    };

    const auto [request, status] = GENERATE(
        Case{"hello\r\n\r\n", "400"}, Case{"GET / HTTP/1.1\r\n\r\n", "400"},
        Case{"GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", "400"},
        Case{"GET / HTTP/1.1\r\nHost:\r\n\r\n", "400"},
        Case{"GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", "400"},
        Case{"GET / HTTP/1.1\r\nHost : a\r\n\r\n", "400"},
        Case{"GET  / HTTP/1.1\r\nHost: a\r\n\r\n", "400"},
        Case{"GET / HTTP/3.0\r\nHost: a\r\n\r\n", "505"},
        Case{"GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n", "400"},
        Case{"GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n", "400"},
        Case{"GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, identity\r\n\r\n", "400"},
        Case{"GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n",
             "400"},
        Case{"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\n", "400"},
        Case{"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", "400"},
        Case{"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n",
             "413"},
        Case{"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx", "413"},
        Case{"GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(20'000, 'x') + "\r\n\r\n", "431"});
    const TestServer server(quiet_settings(), example_page());
    CAPTURE(request.substr(0, 100));
    const auto response = talk(server.port(), request);
    CHECK(response.starts_with("HTTP/1.1 " + status + ' '));
    CHECK(response.contains("\r\nConnection: close\r\n"));
    CHECK(response.find("HTTP/1.1", 1) == std::string::npos);
}

TEST_CASE("too many header fields are refused") {
    const TestServer server(quiet_settings(), example_page());
    std::string request = "GET / HTTP/1.1\r\nHost: a\r\n";
    for (int i = 0; i < 1000; ++i)
        request += "X:\r\n";
    CHECK(talk(server.port(), request + "\r\n").starts_with("HTTP/1.1 431 "));
}

TEST_CASE("other methods are refused, and the connection kept") {
    const TestServer server(quiet_settings(), example_page());
    RawClient client(server.port());
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n");
    const auto refused = client.receive_response();
    CHECK(refused.starts_with("HTTP/1.1 405 "));
    CHECK(refused.contains("\r\nAllow: GET, HEAD\r\n"));
    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(body(client.receive_response()) == "<p>hello");
}

TEST_CASE("the WebSocket's address asks for an upgrade, other addresses ignore one") {
    const TestServer server(quiet_settings(), example_page());
    const auto response =
        talk(server.port(), "GET /ws HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    CHECK(response.starts_with("HTTP/1.1 426 "));
    CHECK(response.contains("\r\nUpgrade: websocket\r\n"));
    RawClient client(server.port());
    client.send(
        "GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    CHECK(client.receive_response().starts_with("HTTP/1.1 200 "));
}

TEST_CASE("the WebSocket's address says that signalling is here") {
    const TestServer server(quiet_settings(), example_page());
    RawClient client(server.port());
    client.send("OPTIONS /ws HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto answer = client.receive_response();
    CHECK(answer.starts_with("HTTP/1.1 200 "));
    CHECK(answer.contains("\r\nAllow: GET, OPTIONS\r\n"));
    CHECK(body(answer).empty());
}

TEST_CASE("a handshake of another version, or with data behind it, is refused") {
    const TestServer server;
    const std::string start =
        "GET /ws HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: ";
    CHECK_FALSE(talk(server.port(), start + "12\r\n\r\n").starts_with("HTTP/1.1 101 "));
    CHECK(talk(server.port(), start + "13\r\n\r\nx").starts_with("HTTP/1.1 400 "));
}

TEST_CASE("a full server refuses requests") {
    auto settings = quiet_settings();
    settings.max_connections = 1;
    const TestServer server(std::move(settings), example_page());
    const WebSocketClient member(server.port());
    const auto response = talk(server.port(), "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(response.starts_with("HTTP/1.1 503 "));
    CHECK(response.contains("\r\nRetry-After: "));
}

TEST_CASE("a drain closes idle connections") {
    TestServer server(quiet_settings(), example_page());
    RawClient client(server.port());
    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    (void)client.receive_response();
    server.drain();
    CHECK(client.receive_all().empty());
    server.join();
}

TEST_CASE("a drain does not wait for ever for those that do not go") {
    auto settings = quiet_settings();
    settings.timeouts.drain = 50ms;
    TestServer server(std::move(settings), example_page());
    RawClient reading_nothing(server.port());
    for (int i = 0; i < 10; ++i)
        reading_nothing.send("GET /large.bin HTTP/1.1\r\nHost: a\r\n\r\n");
    RawClient member(server.port());
    member.send(
        "GET /ws HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    (void)member.receive_response(false);
    server.drain();
    server.join();
}
