# Writes the tables of assets/: cmake -D SOURCE=<assets> -D OUTPUT=<folder> -P generate.cmake
cmake_minimum_required(VERSION 3.25)

# ---- icons: each SVG is a 24 × 24 box with <path d="…"> elements, stroked ------------------------------------------------

file(GLOB files "${SOURCE}/icons/*.svg")
list(SORT files)
set(first 57344) # U+E000, the start of the private use area
set(codepoint ${first})
set(constants "")
set(rows "")
foreach(file IN LISTS files)
    get_filename_component(name "${file}" NAME_WE)
    string(MAKE_C_IDENTIFIER "${name}" name)
    file(READ "${file}" svg)
    string(REGEX MATCHALL " d=\"[^\"]+\"" paths "${svg}")
    list(TRANSFORM paths REPLACE " d=\"([^\"]+)\"" "\\1")
    list(JOIN paths " " path)
    if(path STREQUAL "")
        message(FATAL_ERROR "${file}: no <path d=…>")
    endif()
    math(EXPR hex "${codepoint}" OUTPUT_FORMAT HEXADECIMAL)
    string(SUBSTRING "${hex}" 2 -1 digits)
    string(APPEND constants "inline constexpr std::string_view ${name} = \"\\u${digits}\";\n")
    string(APPEND rows "    {0x${digits}, \"${name}\", \"${path}\"},\n")
    math(EXPR codepoint "${codepoint} + 1")
endforeach()

file(WRITE "${OUTPUT}/icons.hpp.new" "#pragma once
// Generated from assets/icons by assets/generate.cmake.

#include <span>
#include <string_view>

namespace malgil::assets {

/// An icon: the path of its SVG in a box of 24 × 24, stroked 2 wide with round caps and joins.
struct Icon {
    char32_t codepoint;
    std::string_view name;
    std::string_view path;
};

/// All icons, ordered by codepoint, without gaps.
[[nodiscard]] std::span<const Icon> icons();

namespace icon {
${constants}}  // namespace icon

}  // namespace malgil::assets
")
file(WRITE "${OUTPUT}/icons.cpp.new" "#include \"assets/icons.hpp\"

namespace malgil::assets {

static constexpr Icon table[] = {
${rows}};

std::span<const Icon> icons() {
    return table;
}

}  // namespace malgil::assets
")

# ---- translations: every language has every key ---------------------------------------------------------------------------

function(read_keys language result)
    file(READ "${SOURCE}/translations/${language}.json" json)
    string(JSON count LENGTH "${json}")
    math(EXPR last "${count} - 1")
    set(keys "")
    foreach(i RANGE ${last})
        string(JSON key MEMBER "${json}" ${i})
        list(APPEND keys "${key}")
    endforeach()
    list(SORT keys)
    set(${result} "${keys}" PARENT_SCOPE)
endfunction()

read_keys(en english_keys)
read_keys(ko korean_keys)
if(NOT english_keys STREQUAL korean_keys)
    set(only_english ${english_keys})
    list(REMOVE_ITEM only_english ${korean_keys})
    set(only_korean ${korean_keys})
    list(REMOVE_ITEM only_korean ${english_keys})
    message(FATAL_ERROR "translations differ: only in en.json: ${only_english}; only in ko.json: ${only_korean}")
endif()

set(enumerators "")
foreach(key IN LISTS english_keys)
    string(APPEND enumerators "    ${key},\n")
endforeach()

function(rows_of language result)
    file(READ "${SOURCE}/translations/${language}.json" json)
    set(rows "")
    foreach(key IN LISTS english_keys)
        string(JSON text GET "${json}" "${key}")
        string(REPLACE "\\" "\\\\" text "${text}")
        string(REPLACE "\"" "\\\"" text "${text}")
        string(REPLACE "\n" "\\n" text "${text}")
        string(APPEND rows "    \"${text}\",\n")
    endforeach()
    set(${result} "${rows}" PARENT_SCOPE)
endfunction()
rows_of(en english_rows)
rows_of(ko korean_rows)

file(WRITE "${OUTPUT}/texts.hpp.new" "#pragma once
// Generated from assets/translations by assets/generate.cmake.

#include <string_view>

namespace malgil::assets {

/// Every text that the page shows, by its key in the translations.
enum class Text {
${enumerators}};

/// In UTF-8; `{name}` marks a place to be filled in.
[[nodiscard]] std::string_view english(Text text);
[[nodiscard]] std::string_view korean(Text text);

}  // namespace malgil::assets
")
file(WRITE "${OUTPUT}/texts.cpp.new" "#include \"assets/texts.hpp\"

#include <cstddef>

namespace malgil::assets {

static constexpr std::string_view english_texts[] = {
${english_rows}};

static constexpr std::string_view korean_texts[] = {
${korean_rows}};

std::string_view english(Text text) {
    return english_texts[static_cast<std::size_t>(text)];
}

std::string_view korean(Text text) {
    return korean_texts[static_cast<std::size_t>(text)];
}

}  // namespace malgil::assets
")

# Untouched files are not compiled again.
foreach(name icons.hpp icons.cpp texts.hpp texts.cpp)
    file(COPY_FILE "${OUTPUT}/${name}.new" "${OUTPUT}/${name}" ONLY_IF_DIFFERENT)
    file(REMOVE "${OUTPUT}/${name}.new")
endforeach()
