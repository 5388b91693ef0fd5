# Writes OUTPUT, a C++ source that carries the built page of PAGE_DIR, or none where it is not built.
#   cmake -D PAGE_DIR=… -D OUTPUT=… -P embed_page.cmake
# The page's build lists its files in files.txt, one relative path a line; X.br and X.gz beside a file X
# are its compressed forms, listed or not. OUTPUT changes only where a file did: its compilation reads them by .incbin.

cmake_minimum_required(VERSION 3.25)

set(paths "")
if(EXISTS "${PAGE_DIR}/files.txt")
    file(STRINGS "${PAGE_DIR}/files.txt" paths)
endif()

set(blobs "")
set(rows "")
set(declarations "")
set(count 0)

# Adds a file's bytes; sets the variable to a C++ expression for them.
function(add_blob file result)
    if(NOT EXISTS "${file}")
        set(${result} "{}" PARENT_SCOPE)
        return()
    endif()
    file(SHA256 "${file}" hash)
    set(name "malgil_page_${count}")
    math(EXPR next "${count} + 1")
    string(APPEND blobs "// ${hash}\nasm(\".pushsection .rodata\\n.balign 16\\n.global ${name}, ${name}_end\\n"
        "${name}: .incbin \\\"${file}\\\"\\n${name}_end:\\n.popsection\\n\");\n")
    string(APPEND declarations "extern const char ${name}[];\nextern const char ${name}_end[];\n")
    set(count ${next} PARENT_SCOPE)
    set(blobs "${blobs}" PARENT_SCOPE)
    set(declarations "${declarations}" PARENT_SCOPE)
    set(${result} "{${name}, ${name}_end}" PARENT_SCOPE)
endfunction()

foreach(path IN LISTS paths)
    string(REGEX REPLACE "\\.(br|gz)$" "" plain "${path}")
    if(path STREQUAL "" OR (NOT plain STREQUAL path AND plain IN_LIST paths))
        continue()
    endif()
    if(NOT EXISTS "${PAGE_DIR}/${path}")
        message(FATAL_ERROR "${PAGE_DIR}/files.txt names ${path}, which is not there: build the page again")
    endif()
    add_blob("${PAGE_DIR}/${path}" body)
    add_blob("${PAGE_DIR}/${path}.br" brotli)
    add_blob("${PAGE_DIR}/${path}.gz" gzip)
    string(APPEND rows "    page.files.push_back({.path = \"${path}\", .body = ${body}, .brotli = ${brotli}, .gzip = ${gzip}});\n")
endforeach()

set(source "// Written by embed_page.cmake.\n#include \"server/http/page.hpp\"\n\n${blobs}\nextern \"C\" {\n${declarations}}\n\n\
namespace malgil::server::http {\n\nPage embedded_page() {\n    Page page;\n${rows}    return page;\n}\n\n}  // namespace malgil::server::http\n")

set(former "")
if(EXISTS "${OUTPUT}")
    file(READ "${OUTPUT}" former)
endif()
if(NOT former STREQUAL source)
    file(WRITE "${OUTPUT}" "${source}")
endif()
