// The program itself: its command line, its output, its signals.

#include "tests/server/support/raw_client.hpp"
#include "tests/server/support/websocket_client.hpp"

#include <catch2/catch_test_macros.hpp>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

using namespace malgil::test;

namespace {

/// A running malgil, with its output.
class Program {
public:
    explicit Program(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), MALGIL_PROGRAM);
        std::vector<char*> pointers;
        pointers.reserve(arguments.size() + 1);
        for (auto& argument : arguments)
            pointers.push_back(argument.data());
        pointers.push_back(nullptr);

        std::array<int, 2> out{};
        std::array<int, 2> err{};
        REQUIRE((pipe(out.data()) == 0 && pipe(err.data()) == 0));
        posix_spawn_file_actions_t actions{};
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
        posix_spawn_file_actions_adddup2(&actions, err[1], STDERR_FILENO);
        for (const int end : {out[0], out[1], err[0], err[1]})
            posix_spawn_file_actions_addclose(&actions, end);
        REQUIRE(posix_spawn(&pid_, MALGIL_PROGRAM, &actions, nullptr, pointers.data(), environ) ==
                0);
        posix_spawn_file_actions_destroy(&actions);
        close(out[1]);
        close(err[1]);
        out_ = out[0];
        err_ = err[0];
    }

    Program(const Program&) = delete;
    Program(Program&&) = delete;
    Program& operator=(const Program&) = delete;
    Program& operator=(Program&&) = delete;

    ~Program() {
        if (pid_ != 0) {
            kill(pid_, SIGKILL);
            wait();
        }
        close(out_);
        close(err_);
    }

    [[nodiscard]] std::string line() const {
        std::string text;
        char c = 0;
        while (read(out_, &c, 1) == 1 && c != '\n')
            text += c;
        return text;
    }

    /// The port of the next line "Malgil is at http://…:PORT/".
    [[nodiscard]] std::uint16_t port() const {
        const std::string text = line();
        INFO(text);
        REQUIRE(text.starts_with("Malgil is at http://"));
        const auto colon = text.rfind(':');
        std::uint16_t number = 0;
        std::from_chars(text.data() + colon + 1, text.data() + text.size(), number);
        return number;
    }

    void signal(int number) const { kill(pid_, number); }

    /// The exit status; -1 where it was killed.
    int wait() {
        int status = 0;
        waitpid(std::exchange(pid_, 0), &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

    [[nodiscard]] std::string errors() const { return all(err_); }

    [[nodiscard]] std::string output() const { return all(out_); }

private:
    static std::string all(int descriptor) {
        std::string text;
        std::array<char, 4096> piece{};
        for (ssize_t size = 0; (size = read(descriptor, piece.data(), piece.size())) > 0;)
            text.append(piece.data(), static_cast<std::size_t>(size));
        return text;
    }

    pid_t pid_ = 0;
    int out_ = -1;
    int err_ = -1;
};

struct Ending {
    int status;
    std::string errors;
    std::string output;
};

Ending run(std::vector<std::string> arguments) {
    Program program(std::move(arguments));
    std::string errors = program.errors();
    std::string output = program.output();
    return {.status = program.wait(), .errors = std::move(errors), .output = std::move(output)};
}

bool is_one_line(std::string_view text) {
    return text.ends_with('\n') && std::ranges::count(text, '\n') == 1;
}

const std::string any_port = "127.0.0.1:0";

}  // namespace

TEST_CASE("SIGTERM and SIGINT tell clients and end the program with 0") {
    for (const int number : {SIGTERM, SIGINT}) {
        Program program({"--listen", any_port});
        WebSocketClient client(program.port());
        client.join("alice");
        CHECK(client.receive().contains("welcome"));
        CHECK(client.receive().contains("joined"));
        program.signal(number);
        CHECK(client.receive().contains("shutting_down"));
        CHECK(client.close_code() == 1001);
        CHECK(program.wait() == 0);
    }
}

TEST_CASE("a second signal does not wait for clients") {
    Program program({"--listen", any_port, "--log", "info"});
    RawClient client(program.port());
    client.send(
        "GET /ws HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    (void)client.receive_response(false);
    program.signal(SIGTERM);
    client.receive_something();  // the Close frame, which it does not answer
    program.signal(SIGTERM);
    CHECK(program.wait() == 0);
}

TEST_CASE("each listener's address is printed, with its real port, and can be opened") {
    Program program({"--listen", "0.0.0.0:0", "--listen", any_port, "--root", MALGIL_TEST_ROOT});
    for (int i = 0; i < 2; ++i) {
        const auto port = program.port();
        CHECK(port != 0);
        RawClient client(port);
        client.send("GET /program_test.cpp HTTP/1.1\r\nHost: a\r\n\r\n");
        CHECK(client.receive_response().starts_with("HTTP/1.1 200 "));
    }
    program.signal(SIGTERM);
    CHECK(program.wait() == 0);
}

TEST_CASE("ICE servers of the command line reach the clients") {
    const Program program({"--listen", any_port, "--ice-server", "stun:example.org", "--ice-server",
                           "turn:me:secret@relay.example"});
    WebSocketClient client(program.port());
    client.join("alice");
    CHECK(client.receive().contains(
        R"("iceServers":[{"urls":["stun:example.org"]},{"urls":["turn:relay.example"],"username":"me","credential":"secret"}])"));
}

TEST_CASE("a port in use is told in one line, status 1") {
    const Program program({"--listen", any_port});
    const std::string port = std::to_string(program.port());
    const auto second = run({"--listen", "127.0.0.1:" + port});
    CHECK(second.status == 1);
    CHECK(is_one_line(second.errors));
    CHECK(second.errors.contains(port));
    CHECK(second.output.empty());
}

TEST_CASE("a folder that cannot be read is told in one line, status 1") {
    const auto ending = run({"--listen", any_port, "--root", "/no/such/folder"});
    CHECK(ending.status == 1);
    CHECK(is_one_line(ending.errors));
    CHECK(ending.errors.contains("/no/such/folder"));
}

TEST_CASE("a wrong option is told in one line, status 2") {
    for (const auto& arguments :
         std::vector<std::vector<std::string>>{{"--dance"},
                                               {"--listen"},
                                               {"--listen", "here"},
                                               {"page"},
                                               {"--config", "/no/such/file"}}) {
        const auto ending = run(arguments);
        CHECK(ending.status == 2);
        CHECK(is_one_line(ending.errors));
        CHECK(ending.errors.starts_with("malgil: "));
        CHECK(ending.output.empty());
    }
}

TEST_CASE("help and version go to stdout, status 0") {
    const auto help = run({"--help"});
    CHECK(help.status == 0);
    CHECK(help.output.contains("--listen ADDRESS:PORT"));
    CHECK(help.errors.empty());
    const auto version = run({"--version"});
    CHECK(version.status == 0);
    CHECK(version.output.starts_with("malgil "));
}
