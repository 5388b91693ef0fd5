#pragma once

#include <string_view>

/// Who nominates the pair in use: the controlling side (RFC 8445 §6.1.1). Chromium and WebKit make
/// who offers an ICE restart controlling, as RFC 5245 §9.1.1.1 had it; Firefox keeps the role that
/// it has. Where both come to be controlling, the nomination can get lost while they sort that out:
/// Chromium then sends by the old path, from which Firefox takes nothing any more, until that is
/// dead, which takes 4 to 8 s. So in such a pair it is rather Firefox that restarts ICE.
namespace malgil::call {

/// Whether the browser that wrote the description keeps its role through ICE restarts.
[[nodiscard]] bool keeps_ice_role(std::string_view sdp);

/// Of the two browsers of a connection; false before there is a description.
struct IceRoleKeepers {
    bool own = false;
    bool peer = false;

    /// A restart that is offered here may leave both sides controlling.
    [[nodiscard]] bool may_conflict() const { return peer && !own; }

    friend bool operator==(const IceRoleKeepers&, const IceRoleKeepers&) = default;
};

}  // namespace malgil::call
