#include "server/http/page.hpp"

#include <brotli/decode.h>
#include <catch2/catch_test_macros.hpp>
#include <stdlib.h>
#include <zlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

using namespace malgil::server::http;
namespace fs = std::filesystem;

namespace {

/// A folder that goes with the test.
class Folder {
public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "malgil-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path_ = name;
    }

    Folder(const Folder&) = delete;
    Folder(Folder&&) = delete;
    Folder& operator=(const Folder&) = delete;
    Folder& operator=(Folder&&) = delete;

    ~Folder() { fs::remove_all(path_); }

    [[nodiscard]] const fs::path& path() const { return path_; }

    void put(const std::string& name, const std::string& content) const {
        fs::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << content;
    }

private:
    fs::path path_;
};

const PageFile* find(const Page& page, std::string_view path) {
    const auto found = std::ranges::find(page.files, path, &PageFile::path);
    return found == page.files.end() ? nullptr : &*found;
}

std::string gunzipped(std::string_view data, std::size_t size) {
    std::string out(size, '\0');
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data.data()));
    stream.avail_in = static_cast<uInt>(data.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
    inflateEnd(&stream);
    return out;
}

std::string unbrotlied(std::string_view data, std::size_t size) {
    std::string out(size, '\0');
    std::size_t got = size;
    CHECK(BrotliDecoderDecompress(data.size(), reinterpret_cast<const std::uint8_t*>(data.data()),
                                  &got, reinterpret_cast<std::uint8_t*>(out.data())) ==
          BROTLI_DECODER_RESULT_SUCCESS);
    out.resize(got);
    return out;
}

}  // namespace

TEST_CASE("a folder's files are found at any depth, and compressed where that pays") {
    const Folder folder;
    const std::string text(5000, 'a');
    folder.put("index.html", "<p>short");
    folder.put("sub/deep/app.js", text);
    folder.put("photo.png", text);
    folder.put("empty.txt", "");

    const auto page = load_page(folder.path());

    REQUIRE(page);
    CHECK(page->files.size() == 4);
    const auto* app = find(*page, "sub/deep/app.js");
    REQUIRE(app != nullptr);
    CHECK(app->body == text);
    CHECK(gunzipped(app->gzip, text.size()) == text);
    CHECK(unbrotlied(app->brotli, text.size()) == text);
    CHECK(find(*page, "index.html")->brotli.empty());
    CHECK(find(*page, "photo.png")->gzip.empty());
    CHECK(find(*page, "empty.txt")->body.empty());
}

TEST_CASE("what does not shrink is sent as it is") {
    const Folder folder;
    std::string noise;
    unsigned state = 1;
    for (int i = 0; i < 5000; ++i)
        noise += static_cast<char>((state = state * 1664525 + 1013904223) >> 24U);
    folder.put("noise.bin", noise);
    const auto page = load_page(folder.path());
    REQUIRE(page);
    CHECK(find(*page, "noise.bin")->brotli.empty());
    CHECK(find(*page, "noise.bin")->gzip.empty());
}

TEST_CASE("prepared forms beside a file are used, and not hosted by their own names") {
    const Folder folder;
    folder.put("app.js", std::string(5000, 'a'));
    folder.put("app.js.br", "prepared");
    folder.put("archive.gz", "of its own");
    const auto page = load_page(folder.path());
    REQUIRE(page);
    CHECK(find(*page, "app.js")->brotli == "prepared");
    CHECK(find(*page, "app.js.br") == nullptr);
    CHECK(find(*page, "archive.gz") != nullptr);
}

TEST_CASE("nothing outside of the folder is hosted, and nothing hidden") {
    const Folder outside;
    outside.put("secret.txt", "secret");
    outside.put("folder/secret.txt", "secret");
    const Folder folder;
    folder.put("real.txt", "real");
    folder.put(".env", "secret");
    folder.put(".git/config", "secret");
    folder.put(".well-known/security.txt", "public");
    fs::create_symlink(outside.path() / "secret.txt", folder.path() / "link.txt");
    fs::create_symlink(outside.path() / "folder", folder.path() / "linked");
    fs::create_symlink(folder.path() / "nowhere", folder.path() / "dangling.txt");
    fs::create_symlink("real.txt", folder.path() / "inside.txt");

    const auto page = load_page(folder.path());

    REQUIRE(page);
    CHECK(page->files.size() == 3);
    CHECK(find(*page, "inside.txt")->body == "real");
    CHECK(find(*page, ".well-known/security.txt") != nullptr);
}

TEST_CASE("a folder may be a link itself") {
    const Folder folder;
    folder.put("real/index.html", "<p>");
    fs::create_symlink("real", folder.path() / "root");
    const auto page = load_page(folder.path() / "root");
    REQUIRE(page);
    CHECK(find(*page, "index.html") != nullptr);
}

TEST_CASE("a folder that is not there, or is none, is told by its name") {
    const Folder folder;
    folder.put("file", "x");
    for (const fs::path& path : {folder.path() / "missing", folder.path() / "file"}) {
        const auto page = load_page(path);
        REQUIRE_FALSE(page);
        CHECK(page.error().contains(path.string()));
    }
}
