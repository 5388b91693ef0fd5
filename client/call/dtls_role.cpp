#include "client/call/dtls_role.hpp"

#include <algorithm>
#include <cstddef>

namespace malgil::call {
namespace {

// A line of its own; no SDP begins with it.
constexpr std::string_view attribute = "\na=setup:";
constexpr std::string_view active = "active";
constexpr std::string_view passive = "passive";

/// Of the lines `a=setup:`.
struct Setup {
    std::size_t begin;
    std::string_view value;
};

std::optional<Setup> find_setup(std::string_view sdp, std::size_t from) {
    const auto found = sdp.find(attribute, from);
    if (found == std::string_view::npos)
        return std::nullopt;
    const auto begin = found + attribute.size();
    const auto end = std::min(sdp.find_first_of("\r\n", begin), sdp.size());
    return Setup{.begin = begin, .value = sdp.substr(begin, end - begin)};
}

}  // namespace

DtlsRole opposite(DtlsRole role) {
    return role == DtlsRole::client ? DtlsRole::server : DtlsRole::client;
}

std::optional<DtlsRole> dtls_role_in(std::string_view answer) {
    for (auto setup = find_setup(answer, 0); setup; setup = find_setup(answer, setup->begin)) {
        if (setup->value == active)
            return DtlsRole::client;
        if (setup->value == passive)
            return DtlsRole::server;
    }
    return std::nullopt;
}

std::string with_dtls_role(std::string_view answer, DtlsRole role) {
    std::string result;
    result.reserve(answer.size() + 16);
    std::size_t copied = 0;
    for (auto setup = find_setup(answer, 0); setup; setup = find_setup(answer, setup->begin)) {
        if (setup->value != active && setup->value != passive)
            continue;
        result += answer.substr(copied, setup->begin - copied);
        result += role == DtlsRole::client ? active : passive;
        copied = setup->begin + setup->value.size();
    }
    result += answer.substr(copied);
    return result;
}

}  // namespace malgil::call
