#pragma once

#include <deque>
#include <expected>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace malgil::server::http {

/// A file of the page with its compressed forms, where there are any.
struct PageFile {
    std::string path;  // relative, "app.js"
    std::string_view body;
    std::string_view brotli;  // empty: none
    std::string_view gzip;    // empty: none
};

/// The files to be hosted. The views point into the program itself or into `storage`.
struct Page {
    std::vector<PageFile> files;
    std::deque<std::string> storage;

    Page() = default;
    Page(Page&&) noexcept = default;
    Page& operator=(Page&&) noexcept = default;
    Page(const Page&) = delete;
    Page& operator=(const Page&) = delete;
    ~Page() = default;
};

/// The page inside the program; without files where the program was built without it.
[[nodiscard]] Page embedded_page();

/// Reads every file below a folder and compresses what shrinks, unless there is an `X.br` or `X.gz`
/// beside `X` already, which are not hosted by their own names. Leaves out hidden files, and links
/// that lead out of the folder. The error is a sentence.
[[nodiscard]] std::expected<Page, std::string> load_page(const std::filesystem::path& root);

}  // namespace malgil::server::http
