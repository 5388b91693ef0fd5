#include "tests/unit/call/calls.hpp"

#include <catch2/catch_test_macros.hpp>

#include <utility>

namespace malgil::test {

World call_of(const std::vector<std::string>& names, World world) {
    for (auto newcomer = names.begin(); newcomer != names.end(); ++newcomer) {
        world.open_page(*newcomer);
        world.call(*newcomer);
        world.settle();
        for (auto member = names.begin(); member != newcomer; ++member) {
            INFO(*newcomer << " and " << *member);
            REQUIRE(world.connected(*newcomer, *member));
        }
    }
    return world;
}

World world_with_grace() {
    World world;
    world.server.keeps_places = true;
    return world;
}

void lose_packets(World& world, const std::string& one, const std::string& other) {
    world.cut(one, other);
    world.mend(one, other);
    world.page(one).line_to(other)->arriving.clear();
    world.page(other).line_to(one)->arriving.clear();
}

void media_arrives(World& world, const std::string& name, const std::string& peer,
                   std::uint64_t count) {
    world.post(name,
               call::MediaArrived{.connection = world.peer(name, peer).connection, .count = count});
}

void stream_stops(World& world, const std::string& name, const std::string& peer) {
    for (const std::uint64_t count : {1000U, 2000U, 3000U, 3000U})
        media_arrives(world, name, peer, count);
}

}  // namespace malgil::test
