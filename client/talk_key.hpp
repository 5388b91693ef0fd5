#pragma once

#include "web/listener.hpp"

#include <functional>
#include <vector>

namespace malgil {

/// The space bar, held down to talk: where it is not typed into a field, and does not press the
/// button that has the focus.
class TalkKey {
public:
    explicit TalkKey(std::function<void(bool held)> changed);

private:
    void hold(bool held);

    std::function<void(bool held)> changed_;
    bool held_ = false;
    std::vector<web::Listener> listeners_;
};

}  // namespace malgil
