#include "shell/text/shaper.hpp"

#include "shell/text/utf8.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace malgil::shell {

namespace {

constexpr std::size_t longest_run = 32;  // in clusters

// Neither shaped, nor combining, nor outside the plane that Dear ImGui's tables are small for.
bool is_plain(char32_t c) {
    if (c < 0x0300)
        return true;
    if (c >= 0x10000 || is_private_use(c) || shaping(c) != Shaping::none)
        return false;
    const char32_t pair[] = {U'x', c};
    return cluster_end({pair, 2}, 0) == 1 && !(c >= 0x1100 && c <= 0x11FF) &&
           !(c >= 0xA960 && c <= 0xA97C) && !(c >= 0xD7B0 && c <= 0xD7FB);
}

// Plain ASCII is most of what is shaped: it needs no decoding.
bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<signed char>(c) >= 0; });
}

class Shaper {
public:
    Shaper(std::u32string_view text, ClusterTable& table) : text_(text), table_(table) {}

    std::u32string run() {
        while (position_ < text_.size()) {
            switch (shaping(text_[position_])) {
                case Shaping::none:
                case Shaping::cluster:
                    put(cluster_end(text_, position_), false);
                    break;
                case Shaping::word:
                    put(word_end(position_), false);
                    break;
                case Shaping::right_to_left:
                    put(run_end(), true);
                    break;
            }
        }
        return std::move(result_);
    }

private:
    // Letters that belong to one word of one kind of script, with their marks; of bounded length.
    [[nodiscard]] std::size_t word_end(std::size_t begin) const {
        const Shaping kind = shaping(text_[begin]);
        std::size_t end = begin;
        for (std::size_t count = 0;
             end < text_.size() && shaping(text_[end]) == kind && count < longest_run; ++count)
            end = cluster_end(text_, end);
        return end;
    }

    // Words from right to left, with spaces and punctuation between them, of bounded length.
    [[nodiscard]] std::size_t run_end() const {
        std::size_t end = word_end(position_);
        for (;;) {
            std::size_t next = end;
            while (next < text_.size() && is_between(text_[next]))
                ++next;
            if (next == end || next == text_.size() ||
                shaping(text_[next]) != Shaping::right_to_left)
                return end;
            next = word_end(next);
            if (clusters(position_, next) > longest_run)
                return end;
            end = next;
        }
    }

    static bool is_between(char32_t c) {
        return c == U' ' || c == U',' || c == U'.' || c == U'!' || c == U'?' || c == U'-' ||
               c == U':' || c == U';' || c == U'\'' || c == U'"' || (c >= U'0' && c <= U'9');
    }

    [[nodiscard]] std::size_t clusters(std::size_t begin, std::size_t end) const {
        std::size_t count = 0;
        for (; begin < end; ++count)
            begin = cluster_end(text_, begin);
        return count;
    }

    void put(std::size_t end, bool right_to_left) {
        const std::u32string_view piece = text_.substr(position_, end - position_);
        position_ = end;
        if (piece.size() == 1 && is_plain(piece.front()))
            result_ += piece.front();
        else
            result_ += table_.codepoint_of({.text = utf8(piece),
                                            .emoji = is_emoji_cluster(piece),
                                            .right_to_left = right_to_left});
    }

    std::u32string_view text_;
    ClusterTable& table_;
    std::size_t position_ = 0;
    std::u32string result_;
};

}  // namespace

std::string shape(std::string_view text, ClusterTable& table) {
    if (is_ascii(text))
        return std::string(text);
    const std::u32string decoded = codepoints(text);
    if (std::ranges::all_of(decoded, is_plain))
        return std::string(text);
    return utf8(Shaper(decoded, table).run());
}

}  // namespace malgil::shell
