#include "client/call/screen.hpp"

#include "client/call/turn.hpp"

namespace malgil::call {

void ScreenShare::toggle(Turn& turn) {
    switch (stage) {
        case Stage::off:
            stage = Stage::choosing;
            attempt = turn.next_id<CaptureId>();
            turn.emit(OpenScreen{attempt});
            break;
        case Stage::choosing:
            break;  // the dialogue is the browser's: the answer comes from there
        case Stage::on:
            stop(turn);
            break;
    }
}

void ScreenShare::stop(Turn& turn) {
    if (stage != Stage::off)
        turn.emit(CloseScreen{attempt});
    stage = Stage::off;
}

bool ScreenShare::opened(CaptureId capture) {
    if (stage != Stage::choosing || capture != attempt)
        return false;
    stage = Stage::on;
    return true;
}

bool ScreenShare::failed(CaptureId capture) {
    if (stage != Stage::choosing || capture != attempt)
        return false;
    stage = Stage::off;
    return true;
}

bool ScreenShare::lost(CaptureId capture) {
    if (stage != Stage::on || capture != attempt)
        return false;
    stage = Stage::off;
    return true;
}

}  // namespace malgil::call
