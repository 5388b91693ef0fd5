#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Who is client and who is server in the DTLS association of a connection. The first answer says
/// so, and each later one has to say the same (RFC 9429 §5.3.2); but Firefox writes that it is the
/// client into all of its answers, also where it is the server, and Chromium refuses an answer that
/// reverses roles, after which it takes no description at all.
namespace malgil::call {

/// https://www.w3.org/TR/webrtc/#dom-rtcdtlsrole
enum class DtlsRole { client, server };

[[nodiscard]] DtlsRole opposite(DtlsRole role);

/// What the answer says of its sender: `a=setup:active` is the client, `a=setup:passive` the server
/// (RFC 8842 §5.3). `std::nullopt` where it says neither.
[[nodiscard]] std::optional<DtlsRole> dtls_role_in(std::string_view answer);

/// The answer with that role for its sender wherever it says one; all else is byte for byte the
/// same.
[[nodiscard]] std::string with_dtls_role(std::string_view answer, DtlsRole role);

}  // namespace malgil::call
