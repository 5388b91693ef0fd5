#pragma once

#include "tests/unit/call/world.hpp"

#include <string>
#include <vector>

namespace malgil::test {

/// They come one by one, in a world that may be prepared for it. Fails where two of them find no
/// connection.
World call_of(const std::vector<std::string>& names, World world = {});

/// Its server keeps the place of whoever it loses sight of.
World world_with_grace();

}  // namespace malgil::test
