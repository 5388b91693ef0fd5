#pragma once

namespace malgil::call {

/// Plays the beginning of a call between two cores, from Call to a text, with nothing around them.
/// Browsers compile a function when it is called first, and what the first real call needs is then
/// there: it comes up some 15 ms sooner, which somebody waits for. False where the two did not come
/// together.
bool rehearse();

}  // namespace malgil::call
