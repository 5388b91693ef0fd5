# A toolchain file that finds Emscripten's own: by EMSDK, or beside the emcc on the PATH.
find_program(MALGIL_EMCC emcc HINTS "$ENV{EMSDK}/upstream/emscripten" REQUIRED)
get_filename_component(emcc "${MALGIL_EMCC}" REALPATH)
get_filename_component(root "${emcc}" DIRECTORY)
set(toolchain "${root}/cmake/Modules/Platform/Emscripten.cmake")
if(NOT EXISTS "${toolchain}")
    message(FATAL_ERROR "${MALGIL_EMCC} has no CMake toolchain file beside it (${toolchain}): install Emscripten 3.1.69 or "
                        "newer, or activate an emsdk")
endif()
include("${toolchain}")
# Header-only packages of the build machine (nlohmann_json) serve the page, too.
list(APPEND CMAKE_FIND_ROOT_PATH /usr)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE BOTH)
