#include "server/resume_token.hpp"

#include <format>
#include <random>

namespace malgil::server {

std::string make_resume_token() {
    std::random_device random;  // getrandom(2)
    return std::format("{:08x}{:08x}{:08x}{:08x}", random(), random(), random(), random());
}

}  // namespace malgil::server
