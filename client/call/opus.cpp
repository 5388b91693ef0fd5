#include "client/call/opus.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace malgil::call {
namespace {

constexpr std::array<std::string_view, 2> options{"useinbandfec", "usedtx"};

/// Each with its line break, if it has one.
std::vector<std::string_view> lines_of(std::string_view sdp) {
    std::vector<std::string_view> lines;
    while (!sdp.empty()) {
        const auto end = sdp.find('\n');
        const auto length = end == std::string_view::npos ? sdp.size() : end + 1;
        lines.push_back(sdp.substr(0, length));
        sdp.remove_prefix(length);
    }
    return lines;
}

std::string_view content_of(std::string_view line) {
    while (line.ends_with('\n') || line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

/// The payload type of `a=rtpmap:111 opus/48000/2`; empty where the line is another one.
std::string_view opus_payload(std::string_view line) {
    constexpr std::string_view rtpmap = "a=rtpmap:";
    if (!line.starts_with(rtpmap))
        return {};
    line.remove_prefix(rtpmap.size());
    const auto space = line.find(' ');
    if (space == std::string_view::npos)
        return {};
    const auto name = line.substr(space + 1, 5);
    const bool is_opus = name == "opus/" || name == "OPUS/" || name == "Opus/";
    return is_opus ? line.substr(0, space) : std::string_view{};
}

/// `a=fmtp:111 ` for that payload.
std::string beginning_of_fmtp(std::string_view payload) {
    return std::string("a=fmtp:").append(payload).append(" ");
}

bool has_option(std::string_view parameters, std::string_view option) {
    while (!parameters.empty()) {
        const auto end = parameters.find(';');
        auto one = parameters.substr(0, end);
        parameters.remove_prefix(end == std::string_view::npos ? parameters.size() : end + 1);
        while (one.starts_with(' '))
            one.remove_prefix(1);
        if (one.substr(0, one.find('=')) == option)
            return true;
    }
    return false;
}

/// A line of parameters, with the options it lacks.
std::string extended(std::string_view line, std::string_view beginning) {
    const auto content = content_of(line);
    auto parameters = content.substr(beginning.size());
    std::string result(content);
    for (const auto option : options) {
        if (has_option(parameters, option))
            continue;
        if (!result.ends_with(' ') && !result.ends_with(';'))
            result += ';';
        result.append(option).append("=1");
    }
    return result.append(line.substr(content.size()));
}

using Lines = std::vector<std::string_view>;

/// From `first` on to the next media section.
Lines::const_iterator end_of_section(const Lines& lines, Lines::const_iterator first) {
    return std::find_if(first, lines.end(),
                        [](std::string_view line) { return line.starts_with("m="); });
}

/// The payload types of Opus in one media section.
std::vector<std::string_view> opus_payloads(Lines::const_iterator first,
                                            Lines::const_iterator last) {
    std::vector<std::string_view> payloads;
    for (; first != last; ++first)
        if (const auto payload = opus_payload(*first); !payload.empty())
            payloads.push_back(payload);
    return payloads;
}

void append_section(std::string& sdp, Lines::const_iterator first, Lines::const_iterator last) {
    const auto payloads = opus_payloads(first, last);
    for (auto line = first; line != last; ++line) {
        const auto described = std::ranges::find_if(payloads, [line](std::string_view payload) {
            return line->starts_with(beginning_of_fmtp(payload));
        });
        if (described != payloads.end()) {
            sdp += extended(*line, beginning_of_fmtp(*described));
            continue;
        }
        sdp += *line;
        const auto payload = opus_payload(*line);
        const auto beginning = beginning_of_fmtp(payload);
        const bool has_fmtp = std::any_of(first, last, [&beginning](std::string_view each) {
            return each.starts_with(beginning);
        });
        if (!payload.empty() && !has_fmtp) {
            const auto line_break = line->substr(content_of(*line).size());
            if (line_break.empty())
                sdp += "\r\n";
            sdp += extended(beginning, beginning);
            sdp += line_break;
        }
    }
}

}  // namespace

std::string with_opus_options(std::string_view sdp) {
    const Lines lines = lines_of(sdp);
    std::string result;
    result.reserve(sdp.size() + 64);
    auto section = lines.begin();
    while (section != lines.end()) {
        const auto end = end_of_section(lines, section + 1);
        append_section(result, section, end);
        section = end;
    }
    return result;
}

}  // namespace malgil::call
