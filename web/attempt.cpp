#include "web/attempt.hpp"

#include <emscripten/em_js.h>

namespace malgil::web {

using emscripten::EM_VAL;

// The one place where JavaScript's exceptions are caught.
// clang-format off
EM_JS_DEPS(malgil_web_attempt, "$Emval");
EM_JS(EM_VAL, malgil_web_apply, (EM_VAL callee, EM_VAL self, EM_VAL list), {
    try {
        const value = Reflect.apply(Emval.toValue(callee), Emval.toValue(self), Emval.toValue(list));
        return Emval.toHandle([true, value]);
    } catch (thrown) {
        return Emval.toHandle([false, thrown]);
    }
});
// clang-format on

namespace {

Result apply(const val& callee, const val& self, const val& arguments) {
    const val outcome = val::take_ownership(
        malgil_web_apply(callee.as_handle(), self.as_handle(), arguments.as_handle()));
    val value = outcome[1];
    if (outcome[0].isTrue())
        return value;
    return std::unexpected(error_of(value));
}

val list_of(std::initializer_list<val> values) {
    val list = val::array();
    for (const val& value : values)
        list.call<void>("push", value);
    return list;
}

val reflect(const char* function) {
    return val::global("Reflect")[function];
}

}  // namespace

Result try_call(const val& object, const char* method, std::initializer_list<val> arguments) {
    return apply(object[method], object, list_of(arguments));
}

Result try_construct(const val& constructor, std::initializer_list<val> arguments) {
    return apply(reflect("construct"), val::undefined(),
                 list_of({constructor, list_of(arguments)}));
}

Result try_get(const val& object, const char* property) {
    return apply(reflect("get"), val::undefined(), list_of({object, val(property)}));
}

}  // namespace malgil::web
