#pragma once

#include <string>
#include <string_view>

namespace malgil::server::http {

/// Empty where the data does not shrink by a tenth: then it is not worth a decoder's time.
[[nodiscard]] std::string brotli_compressed(std::string_view data);
[[nodiscard]] std::string gzip_compressed(std::string_view data);

}  // namespace malgil::server::http
