# Makes the page's folder, as it is served: cmake -D SCRIPT=<page.js> -D SOURCE=<shell/page> -D OUTPUT=<dist> -P package.cmake
#
# Names carry the first 10 hex digits of the content's SHA-256, so that they can be cached for ever; references follow.
# files.txt lists what is served, one path a line.
cmake_minimum_required(VERSION 3.25)

find_program(BROTLI brotli REQUIRED)
find_program(GZIP gzip REQUIRED)

set(work "${OUTPUT}.new")
file(REMOVE_RECURSE "${work}")
file(MAKE_DIRECTORY "${work}")

# add(FILE AS): copies FILE with every former name in it replaced, names it by its content, and remembers the new name.
set(names "")
function(add file as)
    cmake_path(GET as STEM LAST_ONLY stem)
    cmake_path(GET as EXTENSION LAST_ONLY extension)
    set(copy "${work}/${as}")
    file(COPY_FILE "${file}" "${copy}")
    if(NOT extension STREQUAL ".wasm")
        file(READ "${copy}" text)
        foreach(pair IN LISTS names)
            string(REPLACE "=" ";" pair "${pair}")
            list(GET pair 0 former)
            list(GET pair 1 hashed)
            string(REPLACE "${former}" "${hashed}" text "${text}")
        endforeach()
        file(WRITE "${copy}" "${text}")
    endif()
    if(extension STREQUAL ".html")
        return()
    endif()
    file(SHA256 "${copy}" hash)
    string(SUBSTRING "${hash}" 0 10 hash)
    file(RENAME "${copy}" "${work}/${stem}.${hash}${extension}")
    list(APPEND names "${as}=${stem}.${hash}${extension}")
    set(names "${names}" PARENT_SCOPE)
endfunction()

cmake_path(GET SCRIPT PARENT_PATH built)
cmake_path(GET SCRIPT STEM LAST_ONLY name)
add("${SOURCE}/favicon.svg" favicon.svg)
add("${SOURCE}/shell.css" shell.css)
add("${SOURCE}/outdated.js" outdated.js)
add("${built}/${name}.wasm" malgil.wasm)
# The script asks for the module by the name that it was linked with.
list(PREPEND names "${name}.wasm=malgil.wasm")
add("${SCRIPT}" malgil.js)
add("${SOURCE}/boot.js" boot.js)
add("${SOURCE}/index.html" index.html)

# Compressed variants, where they are smaller.
file(GLOB plain RELATIVE "${work}" "${work}/*")
foreach(file IN LISTS plain)
    execute_process(COMMAND "${BROTLI}" -q 11 -w 24 -o "${work}/${file}.br" "${work}/${file}" COMMAND_ERROR_IS_FATAL ANY)
    execute_process(COMMAND "${GZIP}" -9nk "${work}/${file}" COMMAND_ERROR_IS_FATAL ANY)
    file(SIZE "${work}/${file}" size)
    foreach(variant "${file}.br" "${file}.gz")
        file(SIZE "${work}/${variant}" compressed)
        if(NOT compressed LESS size)
            file(REMOVE "${work}/${variant}")
        endif()
    endforeach()
endforeach()

file(GLOB served RELATIVE "${work}" "${work}/*")
list(SORT served)
list(JOIN served "\n" lines)
file(WRITE "${work}/files.txt" "${lines}\n")

file(REMOVE_RECURSE "${OUTPUT}")
file(RENAME "${work}" "${OUTPUT}")
