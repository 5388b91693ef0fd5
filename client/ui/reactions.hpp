#pragma once

#include "client/call/events.hpp"
#include "client/ui/texts.hpp"

#include <array>
#include <string_view>

namespace malgil::ui {

struct ReactionLook {
    call::Reaction reaction;
    const char* id;
    Text name;
    std::string_view emoji;
};

inline constexpr std::array<ReactionLook, 6> reactions{{
    {call::Reaction::thumbs_up, "thumbs up", Text::reaction_thumbs_up, "👍"},
    {call::Reaction::heart, "heart", Text::reaction_heart, "❤️"},
    {call::Reaction::laughter, "laughter", Text::reaction_laughter, "😂"},
    {call::Reaction::applause, "applause", Text::reaction_applause, "👏"},
    {call::Reaction::celebration, "celebration", Text::reaction_celebration, "🎉"},
    {call::Reaction::surprise, "surprise", Text::reaction_surprise, "😮"},
}};

}  // namespace malgil::ui
