#pragma once

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>

/// Short names for Asio; for the few files that do I/O.
namespace malgil::server {

namespace asio = boost::asio;
using boost::system::error_code;
using tcp = asio::ip::tcp;

template <class T>
using Task = asio::awaitable<T>;

/// Results, the error code among them, as a value: nothing is thrown.
inline constexpr auto as_result = asio::as_tuple(asio::use_awaitable);

}  // namespace malgil::server
