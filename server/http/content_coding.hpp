#pragma once

#include <span>
#include <string_view>

namespace malgil::server::http {

enum class ContentCoding { identity, gzip, brotli };

/// Chooses among `available` (in the order of the server's liking) by an Accept-Encoding field,
/// RFC 9110 §12.5.3. `identity` where nothing that is available is acceptable.
[[nodiscard]] ContentCoding choose_coding(std::string_view accept_encoding,
                                          std::span<const ContentCoding> available);

}  // namespace malgil::server::http
