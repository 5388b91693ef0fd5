#include "server/http/page.hpp"

#include "server/http/compress.hpp"

#include <algorithm>
#include <cstdint>
#include <format>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <system_error>
#include <utility>

namespace malgil::server::http {
namespace {

namespace fs = std::filesystem;

/// A page is small; whoever names a folder of films by mistake gets a sentence, not a full memory.
constexpr std::uintmax_t largest_total = std::uintmax_t{512} * 1024 * 1024;

std::optional<std::string> read_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string content(std::istreambuf_iterator<char>(file), {});
    if (!file.is_open() || file.bad())
        return std::nullopt;
    return content;
}

bool is_hidden(const fs::path& path) {
    const std::string name = path.filename().string();
    return name.starts_with('.') && name != ".well-known";
}

/// Whether the file, once links are followed, lies in the root. Both are absolute; the root has no
/// links in it.
bool lies_in(const fs::path& root, const fs::path& file) {
    std::error_code error;
    const fs::path real = fs::canonical(file, error);
    if (error)
        return false;
    return std::ranges::mismatch(root, real).in1 == root.end();
}

using Files = std::map<std::string, fs::path>;

std::expected<Files, std::string> list_files(const fs::path& root) {
    Files files;
    std::uintmax_t total = 0;
    std::error_code error;
    // Links to folders are not followed by default.
    auto at = fs::recursive_directory_iterator(root, error);
    for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
        std::error_code ignored;
        if (is_hidden(at->path())) {
            if (at->is_directory(ignored))
                at.disable_recursion_pending();
            continue;
        }
        if (!at->is_regular_file(ignored) || !lies_in(root, at->path()))
            continue;
        total += at->file_size(ignored);
        if (total > largest_total)
            return std::unexpected(
                std::format("the folder {} holds more than 512 MiB", root.string()));
        files.emplace(at->path().lexically_relative(root).generic_string(), at->path());
    }
    if (error)
        return std::unexpected(
            std::format("cannot read the folder {}: {}", root.string(), error.message()));
    return files;
}

/// Pictures, films and the like are compressed already.
bool worth_compressing(std::string_view path, std::string_view body) {
    static constexpr std::string_view packed[] = {".png",  ".jpg", ".jpeg", ".webp", ".avif",
                                                  ".gif",  ".mp3", ".mp4",  ".webm", ".ogg",
                                                  ".opus", ".zip", ".gz",   ".br",   ".woff2"};
    const bool is_packed =
        std::ranges::any_of(packed, [&](std::string_view end) { return path.ends_with(end); });
    return !is_packed && body.size() >= 256;
}

bool is_variant(const Files& files, const std::string& path) {
    for (const std::string_view end : {".br", ".gz"})
        if (path.ends_with(end) && files.contains(path.substr(0, path.size() - end.size())))
            return true;
    return false;
}

}  // namespace

std::expected<Page, std::string> load_page(const fs::path& root) {
    std::error_code error;
    const fs::path real_root = fs::canonical(root, error);
    if (error)
        return std::unexpected(
            std::format("cannot read the folder {}: {}", root.string(), error.message()));
    const auto files = list_files(real_root);
    if (!files)
        return std::unexpected(files.error());

    Page page;
    const auto keep = [&](std::string content) -> std::string_view {
        return content.empty() ? std::string_view() : page.storage.emplace_back(std::move(content));
    };
    for (const auto& [path, location] : *files) {
        if (is_variant(*files, path))
            continue;
        auto content = read_file(location);
        if (!content)
            return std::unexpected(std::format("cannot read the file {}", location.string()));
        PageFile file{.path = path, .body = keep(std::move(*content)), .brotli = {}, .gzip = {}};
        const auto variant = [&](const char* end, auto compress) -> std::string_view {
            if (const auto prepared = files->find(path + end); prepared != files->end())
                return keep(read_file(prepared->second).value_or(""));
            return worth_compressing(path, file.body) ? keep(compress(file.body))
                                                      : std::string_view();
        };
        file.brotli = variant(".br", brotli_compressed);
        file.gzip = variant(".gz", gzip_compressed);
        page.files.push_back(std::move(file));
    }
    return page;
}

}  // namespace malgil::server::http
