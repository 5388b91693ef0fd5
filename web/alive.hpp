#pragma once

#include <memory>
#include <utility>

namespace malgil::web {

/// A member of an object whose callbacks may come after its end: what `guard` wraps does nothing
/// from then on. Put it last, so that it goes first.
class Alive {
public:
    template <class Function>
    [[nodiscard]] auto guard(Function function) const {
        return [life = std::weak_ptr<const char>(life_),
                function = std::move(function)](auto&&... arguments) {
            if (!life.expired())
                function(std::forward<decltype(arguments)>(arguments)...);
        };
    }

private:
    std::shared_ptr<const char> life_ = std::make_shared<const char>();
};

}  // namespace malgil::web
