#include "server/http/static_files.hpp"

#include "server/http/headers.hpp"
#include "server/http/text.hpp"

#include <algorithm>
#include <cstdint>
#include <format>
#include <utility>

namespace malgil::server::http {
namespace {

/// FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/: it tells versions of a file apart; nobody is
/// kept from anything by it.
std::uint64_t hash(std::string_view data) {
    std::uint64_t value = 0xcbf29ce484222325;
    for (const char c : data) {
        value ^= static_cast<unsigned char>(c);
        value *= 0x100000001b3;
    }
    return value;
}

}  // namespace

StaticFiles::StaticFiles(Page page) : page_(std::move(page)) {
    for (const PageFile& file : page_.files)
        files_.emplace('/' + file.path, prepare(file));
}

std::vector<StaticFiles::Form> StaticFiles::prepare(const PageFile& source) {
    const std::string tag = std::format("{:016x}-{:x}", hash(source.body), source.body.size());
    const std::string common =
        std::format("Content-Type: {}\r\nCache-Control: {}\r\nVary: Accept-Encoding\r\n",
                    content_type(source.path), cache_control(source.path));
    const auto represent = [&](std::string_view body, std::string_view suffix,
                               std::string_view coding_field) {
        std::string etag = std::format("\"{}{}\"", tag, suffix);
        std::string fields = std::format("{}{}ETag: {}\r\n", common, coding_field, etag);
        return Representation{.body = body, .etag = std::move(etag), .fields = std::move(fields)};
    };
    std::vector<Form> forms;
    const auto add = [&](ContentCoding coding, Representation form) {
        forms.emplace_back(coding, std::move(form));
    };
    if (!source.brotli.empty())
        add(ContentCoding::brotli, represent(source.brotli, "-br", "Content-Encoding: br\r\n"));
    if (!source.gzip.empty())
        add(ContentCoding::gzip, represent(source.gzip, "-gz", "Content-Encoding: gzip\r\n"));
    add(ContentCoding::identity, represent(source.body, "", ""));
    return forms;
}

const Representation* StaticFiles::find(std::string_view target,
                                        std::string_view accept_encoding) const {
    auto path = percent_decoded(target.substr(0, target.find('?')));
    if (!path)
        return nullptr;
    if (path->ends_with('/'))
        *path += "index.html";
    const auto found = files_.find(*path);
    if (found == files_.end())
        return nullptr;

    std::vector<ContentCoding> available;
    for (const auto& [coding, form] : found->second)
        available.push_back(coding);
    const auto chosen = choose_coding(accept_encoding, available);
    return &std::ranges::find(found->second, chosen, &Form::first)->second;
}

}  // namespace malgil::server::http
