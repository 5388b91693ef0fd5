#pragma once

#include "assets/texts.hpp"
#include "client/call/events.hpp"
#include "client/call/notices.hpp"
#include "server/protocol/names.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

namespace malgil::ui {

using assets::Text;

/// A value for a `{name}` in a text.
struct Placeholder {
    std::string_view name;
    std::string_view value;
};

/// Everything that is said, in the language of the person.
class Texts {
public:
    explicit Texts(call::Language language) : language_(language) {}

    [[nodiscard]] std::string_view operator()(Text text) const;
    /// With its placeholders filled in. What a value contains is left as it is.
    [[nodiscard]] std::string operator()(Text text,
                                         std::initializer_list<Placeholder> values) const;

private:
    call::Language language_;
};

/// The sentence of a notice: what happened, and what to do. `{detail}` is the notice's detail.
[[nodiscard]] Text sentence_of(call::NoticeKind kind);

/// What is wrong with a name that was typed.
[[nodiscard]] std::string user_id_error(const Texts& texts, protocol::NameError error);
[[nodiscard]] std::string channel_error(const Texts& texts, protocol::NameError error);

/// A time of day as HH:MM, for somebody so many minutes east of UTC.
[[nodiscard]] std::string time_of_day(call::Milliseconds wall, int utc_offset_minutes);

}  // namespace malgil::ui
