#include "server/ip_address.hpp"

#include <boost/asio/ip/address.hpp>

#include <string>

namespace malgil::server {

bool is_ipv4_address(std::string_view text) {
    boost::system::error_code error;
    boost::asio::ip::make_address_v4(std::string(text), error);
    return !error;
}

bool is_ipv6_address(std::string_view text) {
    boost::system::error_code error;
    boost::asio::ip::make_address_v6(std::string(text), error);
    return !error;
}

}  // namespace malgil::server
