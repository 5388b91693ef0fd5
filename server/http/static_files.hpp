#pragma once

#include "server/http/content_coding.hpp"
#include "server/http/page.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace malgil::server::http {

/// One form of a file, ready to be sent.
struct Representation {
    std::string_view body;
    /// A strong validator, with its quotes. Each coding has its own, RFC 9110 §8.8.3.3.
    std::string etag;
    /// Fields about the representation, each with its line end.
    std::string fields;
};

/// Every response that is a file, prepared: a request is a look-up, no file is touched.
class StaticFiles {
public:
    explicit StaticFiles(Page page);

    /// The form of the file that suits the request best; nullptr where there is no such file.
    /// `target` as in the request line: percent-encoded, a query is ignored. A path that ends with
    /// `/` means the index.html there.
    [[nodiscard]] const Representation* find(std::string_view target,
                                             std::string_view accept_encoding) const;

    [[nodiscard]] bool empty() const { return files_.empty(); }

private:
    using Form = std::pair<ContentCoding, Representation>;

    /// In the order of the server's liking; `identity` is always among them.
    static std::vector<Form> prepare(const PageFile& source);

    Page page_;
    std::unordered_map<std::string, std::vector<Form>> files_;  // by path, "/app.js"
};

}  // namespace malgil::server::http
