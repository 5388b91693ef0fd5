#include "client/talk_key.hpp"

#include "web/dom.hpp"
#include "web/val.hpp"

#include <utility>

namespace malgil {

namespace {

bool is_space(const web::val& event) {
    return web::string_of(event["code"]) == "Space" && !event["repeat"].isTrue();
}

/// Something that the key is meant for.
bool has_use_for_it(const web::val& target) {
    if (web::is_nullish(target) || target["closest"].isUndefined())
        return false;
    return !web::is_nullish(target.call<web::val>("closest", web::val("button, input, textarea")));
}

}  // namespace

TalkKey::TalkKey(std::function<void(bool held)> changed) : changed_(std::move(changed)) {
    listeners_.emplace_back(web::window(), "keydown", [this](const web::val& event) {
        if (is_space(event) && !has_use_for_it(event["target"]))
            hold(true);
    });
    listeners_.emplace_back(web::window(), "keyup", [this](const web::val& event) {
        if (is_space(event))
            hold(false);
    });
    // The key is let go elsewhere.
    listeners_.emplace_back(web::window(), "blur", [this](const web::val&) { hold(false); });
}

void TalkKey::hold(bool held) {
    if (std::exchange(held_, held) != held)
        changed_(held);
}

}  // namespace malgil
