#pragma once

#include "tests/unit/call/world.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace malgil::test {

/// They come one by one, in a world that may be prepared for it. Fails where two of them find no
/// connection.
World call_of(const std::vector<std::string>& names, World world = {});

/// Its server keeps the place of whoever it loses sight of.
World world_with_grace();

/// What is on its way between them gets lost, and neither browser has noticed.
void lose_packets(World& world, const std::string& one, const std::string& other);

/// The page says so of its connection to the peer: MediaArrived.
void media_arrives(World& world, const std::string& name, const std::string& peer,
                   std::uint64_t count);

/// Something arrives for a while, and then nothing more.
void stream_stops(World& world, const std::string& name, const std::string& peer);

}  // namespace malgil::test
