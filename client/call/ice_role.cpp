#include "client/call/ice_role.hpp"

#include "server/protocol/session_description.hpp"

namespace malgil::call {

bool keeps_ice_role(std::string_view sdp) {
    return protocol::user_name(sdp).starts_with("mozilla");
}

}  // namespace malgil::call
