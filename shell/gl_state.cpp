#include <GLES3/gl3.h>

#include <algorithm>
#include <cstdarg>
#include <cstdlib>
#include <cstring>

// Before it draws, Dear ImGui's renderer asks the context for some twenty pieces of state, to put
// them back afterwards. In WebGL each question waits for the GPU process: 0.1 s before the first
// picture of a call. Nobody else draws in this context, so the answers are known: a new context's
// own state, which it stays in between frames. CMakeLists.txt lets the renderer ask here.

// NOLINTBEGIN(readability-identifier-naming): as the functions that they stand for

extern "C" void malgil_glGetIntegerv(GLenum name, GLint* values) {
    switch (name) {
        case GL_CURRENT_PROGRAM:
        case GL_TEXTURE_BINDING_2D:
        case GL_SAMPLER_BINDING:
        case GL_ARRAY_BUFFER_BINDING:
        case GL_ELEMENT_ARRAY_BUFFER_BINDING:
        case GL_PIXEL_UNPACK_BUFFER_BINDING:
        case GL_VERTEX_ARRAY_BINDING:
            *values = 0;
            return;
        case GL_VIEWPORT:
        case GL_SCISSOR_BOX:
            std::fill_n(values, 4, 0);
            return;
        case GL_ACTIVE_TEXTURE:
            *values = GL_TEXTURE0;
            return;
        case GL_BLEND_SRC_RGB:
        case GL_BLEND_SRC_ALPHA:
            *values = GL_ONE;
            return;
        case GL_BLEND_DST_RGB:
        case GL_BLEND_DST_ALPHA:
            *values = GL_ZERO;
            return;
        case GL_BLEND_EQUATION_RGB:
        case GL_BLEND_EQUATION_ALPHA:
            *values = GL_FUNC_ADD;
            return;
        default:
            glGetIntegerv(name, values);
    }
}

extern "C" GLboolean malgil_glIsEnabled(GLenum /*capability*/) {
    return GL_FALSE;
}

/// Of "#version 300 es" the renderer reads the number, and nothing else where WebGL 2 tells its own
/// version. The C library's would be 2 KB of the download.
// NOLINTNEXTLINE(cert-dcl50-cpp): the C library's
extern "C" int malgil_sscanf_number(const char* text, const char* format, ...) {
    const char* number = std::strpbrk(text, "0123456789");
    if (number == nullptr)
        return 0;
    std::va_list results;
    va_start(results, format);
    *va_arg(results, int*) = std::atoi(number);
    va_end(results);
    return 1;
}

// NOLINTEND(readability-identifier-naming)
