#pragma once

#include "web/val.hpp"

#include <cstdint>
#include <functional>

namespace malgil::web {

/// A C++ function that JavaScript may call, with one argument (undefined where the caller gives
/// none). JavaScript's side of it may outlive this object: calls then do nothing. The function may
/// destroy its own Callback while it runs.
class Callback {
public:
    using Function = std::function<void(const val& argument)>;

    /// Callable by nobody.
    Callback() = default;
    explicit Callback(Function function);
    ~Callback();

    Callback(const Callback&) = delete;
    Callback& operator=(const Callback&) = delete;
    Callback(Callback&& other) noexcept;
    Callback& operator=(Callback&& other) noexcept;

    /// The JavaScript function; the same one each time.
    [[nodiscard]] const val& js() const noexcept { return js_; }

private:
    std::uint32_t id_ = 0;  // 0: none
    val js_;
};

}  // namespace malgil::web
