// Numbers are read by the browser: what the C library has for it, and JSON is parsed by, would be 6
// KB of the download, most of it for long doubles.
#include "web/val.hpp"

#include <cstdlib>
#include <cstring>
#include <string>

/// A decimal number as JSON writes it, in full, at the beginning of the text: no spaces before it,
/// nothing hexadecimal.
extern "C" double strtod(const char* text, char** end) {
    const auto length = std::strspn(text, "+-.0123456789Ee");
    if (end != nullptr)
        *end = const_cast<char*>(text) + length;
    return malgil::web::val::global("Number")(std::string(text, length)).as<double>();
}

// They come from the C library together.

extern "C" float strtof(const char* text, char** end) {
    return static_cast<float>(strtod(text, end));
}

extern "C" long double strtold(const char* text, char** end) {
    return strtod(text, end);
}
