#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/system/error_code.hpp>
#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <cstddef>
#include <optional>
#include <utility>

namespace malgil::test {

/// Far more than anything here takes; a test that waits so long has failed.
inline constexpr std::chrono::seconds patience{20};

/// Starts an asynchronous operation and runs `io` until it has ended: blocking I/O that a broken
/// server cannot hang. `start` gets the handler to be called with the result.
template <class Start>
std::pair<boost::system::error_code, std::size_t> complete(boost::asio::io_context& io,
                                                           Start start) {
    std::optional<std::pair<boost::system::error_code, std::size_t>> result;
    start([&result](boost::system::error_code error, std::size_t bytes = 0) {
        result.emplace(error, bytes);
    });
    const auto deadline = std::chrono::steady_clock::now() + patience;
    io.restart();
    while (!result && io.run_one_until(deadline) != 0) {
    }
    INFO("nothing happened in time");
    REQUIRE(result);
    return result.value();
}

}  // namespace malgil::test
