#include "server/http/compress.hpp"

#include <brotli/encode.h>
#include <zlib.h>

#include <cstddef>
#include <cstdint>
#include <limits>

namespace malgil::server::http {
namespace {

// Folders are compressed while somebody waits for the server's start: level 9 takes a tenth of the
// time of 11 and is a few percent larger. The page inside the program was compressed by its build.
constexpr int brotli_quality = 9;

std::string if_smaller(std::string compressed, std::size_t original) {
    if (compressed.size() > original - original / 10)
        compressed.clear();
    return compressed;
}

}  // namespace

std::string brotli_compressed(std::string_view data) {
    std::size_t size = BrotliEncoderMaxCompressedSize(data.size());
    std::string out(size, '\0');
    const bool done =
        BrotliEncoderCompress(brotli_quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_GENERIC,
                              data.size(), reinterpret_cast<const std::uint8_t*>(data.data()),
                              &size, reinterpret_cast<std::uint8_t*>(out.data())) == BROTLI_TRUE;
    out.resize(done ? size : 0);
    return if_smaller(std::move(out), data.size());
}

std::string gzip_compressed(std::string_view data) {
    if (data.size() > std::numeric_limits<uInt>::max() / 2)
        return {};
    constexpr int gzip_format = 15 + 16;  // the largest window, a gzip header
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzip_format, 9, Z_DEFAULT_STRATEGY) !=
        Z_OK)
        return {};
    std::string out(deflateBound(&stream, data.size()), '\0');
    stream.next_in = reinterpret_cast<z_const Bytef*>(const_cast<char*>(data.data()));
    stream.avail_in = static_cast<uInt>(data.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    out.resize(done ? stream.total_out : 0);
    deflateEnd(&stream);
    return if_smaller(std::move(out), data.size());
}

}  // namespace malgil::server::http
