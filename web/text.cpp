#include "web/text.hpp"

#include "web/val.hpp"

namespace malgil::web {

std::string normalize_nfc(const std::string& text) {
    return val(text).call<std::string>("normalize", val("NFC"));
}

}  // namespace malgil::web
