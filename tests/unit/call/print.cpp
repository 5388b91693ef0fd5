#include "tests/unit/call/print.hpp"

#include <array>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

namespace malgil::call {
namespace {

template <class Enumeration, std::size_t Count>
std::string_view word(const std::array<std::string_view, Count>& words, Enumeration value) {
    const auto index = static_cast<std::size_t>(value);
    return index < Count ? words[index] : "?";
}

std::string text(const protocol::SessionDescription& description) {
    constexpr std::array<std::string_view, 4> types{"offer", "pranswer", "answer", "rollback"};
    return std::string(word(types, description.type)) + " " + description.sdp;
}

std::string text(const std::optional<protocol::IceCandidate>& candidate) {
    return candidate ? candidate->candidate : "end of candidates";
}

struct MessagePrinter {
    std::ostream& out;

    void operator()(const protocol::Join& m) const {
        out << "join " << m.channel.str() << " as " << m.user.str() << ", protocol " << m.protocol;
    }

    void operator()(const protocol::Quit& m) const { out << "quit " << m.channel.str(); }

    void operator()(const protocol::SendSignal& m) const {
        constexpr std::array<std::string_view, 3> kinds{"offer", "answer", "candidate"};
        out << word(kinds, m.kind) << " to " << (m.to ? m.to->str() : "all") << ' '
            << m.payload.text;
    }
};

struct EffectPrinter {
    std::ostream& out;

    void operator()(const OpenSocket& e) const { out << "OpenSocket " << e.socket.value; }

    void operator()(const CloseSocket& e) const { out << "CloseSocket " << e.socket.value; }

    void operator()(const SendMessage& e) const {
        out << "SendMessage ";
        std::visit(MessagePrinter{out}, e.message);
    }

    void operator()(const StartTimer& e) const {
        out << "StartTimer " << e.timer.value << ' ' << e.delay.count() << " ms";
    }

    void operator()(const StopTimer& e) const { out << "StopTimer " << e.timer.value; }

    void operator()(const OpenCapture& e) const {
        out << "OpenCapture " << e.capture.value << (e.microphone ? " microphone" : "")
            << (e.camera ? " camera" : "");
    }

    void operator()(const EnableTrack& e) const {
        out << "EnableTrack " << (e.device == Device::camera ? "camera " : "microphone ")
            << (e.enabled ? "on" : "off");
    }

    void operator()(const CloseCapture& e) const {
        out << "CloseCapture " << (e.device == Device::camera ? "camera" : "microphone");
    }

    void operator()(const ShowSpeaking& e) const {
        out << "ShowSpeaking " << e.user.str() << (e.on ? " on" : " off");
    }

    void operator()(const ShowCamera& e) const {
        out << "ShowCamera " << e.connection.value << (e.on ? " on" : " off");
    }

    void operator()(const AdjustDevice& e) const {
        out << "AdjustDevice " << e.capture.value
            << (e.device == Device::camera ? " camera " + e.wishes.camera
                                           : " microphone " + e.wishes.microphone);
    }

    void operator()(const UseSpeaker& e) const { out << "UseSpeaker " << e.id; }

    void operator()(const PlayTone& e) const { out << "PlayTone " << e.speaker; }

    void operator()(const UseRelayOnly& e) const {
        out << "UseRelayOnly " << e.connection.value << (e.relay_only ? " on" : " off");
    }

    void operator()(const ProbeIce& e) const {
        out << "ProbeIce " << e.probe.value << (e.kind == ProbeKind::stun ? " stun" : " relay");
        for (const auto& server : e.servers)
            for (const auto& url : server.urls)
                out << ' ' << url;
    }

    void operator()(const StopProbe& e) const { out << "StopProbe " << e.probe.value; }

    void operator()(const OpenScreen& e) const { out << "OpenScreen " << e.capture.value; }

    void operator()(const CloseScreen& e) const { out << "CloseScreen " << e.capture.value; }

    void operator()(const OpenConnection& e) const {
        out << "OpenConnection " << e.connection.value << " to " << e.user.str()
            << (e.offers ? ", offers" : "");
    }

    void operator()(const CloseConnection& e) const {
        out << "CloseConnection " << e.connection.value;
    }

    void operator()(const SetLocalDescription& e) const {
        out << "SetLocalDescription " << e.connection.value;
    }

    void operator()(const SetRemoteDescription& e) const {
        out << "SetRemoteDescription " << e.connection.value << ' ' << text(e.description);
    }

    void operator()(const AddIceCandidate& e) const {
        out << "AddIceCandidate " << e.connection.value << ' ' << text(e.candidate);
    }

    void operator()(const ReadLocalDescription& e) const {
        out << "ReadLocalDescription " << e.connection.value;
    }

    void operator()(const UseIceServers& e) const {
        out << "UseIceServers " << e.connection.value;
        for (const auto& server : e.ice_servers)
            out << ' ' << server.urls.at(0) << ' ' << server.username;
    }

    void operator()(const ReadPath& e) const { out << "ReadPath " << e.connection.value; }

    void operator()(const RestartIce& e) const { out << "RestartIce " << e.connection.value; }

    void operator()(const EncodeVideo& e) const {
        out << "EncodeVideo " << e.connection.value
            << (e.source == VideoSource::screen ? " screen " : " camera ")
            << e.encoding.max_bitrate;
    }

    void operator()(const PreferCodecs& e) const {
        out << "PreferCodecs " << e.connection.value << ' ' << name_of(e.video) << ' '
            << name_of(e.audio);
    }

    void operator()(const MeasureConnection& e) const {
        out << "MeasureConnection " << e.connection.value;
    }

    void operator()(const CopyText& e) const { out << "CopyText " << e.text; }

    void operator()(const SendOnChannel& e) const {
        out << "SendOnChannel " << e.connection.value << ' ' << e.data;
    }

    void operator()(const SendState& e) const {
        out << "SendState " << e.connection.value << ' ' << e.data;
    }

    void operator()(const PlayRemoteMedia&) const { out << "PlayRemoteMedia"; }

    void operator()(const Remember& e) const {
        out << "Remember " << e.user << ' ' << e.channel << ' '
            << (e.language == Language::korean ? "ko" : "en");
    }

    void operator()(const RememberSettings&) const { out << "RememberSettings"; }

    void operator()(const KeepPlace& e) const { out << "KeepPlace " << e.place.token; }

    void operator()(const ForgetPlace&) const { out << "ForgetPlace"; }

    void operator()(const MeasureMicrophone& e) const {
        out << "MeasureMicrophone " << (e.on ? "on" : "off");
    }

    void operator()(const Log& e) const { out << "Log " << e.text; }
};

struct StepPrinter {
    std::ostream& out;

    void operator()(const Describe&) const { out << "Describe"; }

    void operator()(const Apply& s) const { out << "Apply " << text(s.description); }

    void operator()(const AddCandidate& s) const { out << "AddCandidate " << text(s.candidate); }

    void operator()(const ReadDescription&) const { out << "ReadDescription"; }

    void operator()(const AwaitCandidates&) const { out << "AwaitCandidates"; }

    void operator()(const SendDescription& s) const {
        out << "SendDescription " << text(s.description);
    }

    void operator()(const SendCandidate& s) const { out << "SendCandidate " << text(s.candidate); }
};

}  // namespace

std::ostream& operator<<(std::ostream& out, const Effect& effect) {
    std::visit(EffectPrinter{out}, effect);
    return out;
}

std::ostream& operator<<(std::ostream& out, const NegotiationStep& step) {
    std::visit(StepPrinter{out}, step);
    return out;
}

std::ostream& operator<<(std::ostream& out, const Notice& notice) {
    return out << notice.kind << " \"" << notice.detail << '"';
}

std::ostream& operator<<(std::ostream& out, NoticeKind kind) {
    constexpr std::array<std::string_view, 22> words{
        "media_refused",    "camera_refused",  "microphone_refused", "no_devices",
        "no_camera",        "no_microphone",   "camera_in_use",      "microphone_in_use",
        "media_failed",     "device_lost",     "insecure_context",   "no_webrtc",
        "playback_blocked", "server_away",     "server_back",        "user_id_taken",
        "channel_full",     "server_full",     "server_refused",     "peer_joined",
        "peer_left",        "peer_unreachable"};
    return out << word(words, kind);
}

std::ostream& operator<<(std::ostream& out, Phase phase) {
    constexpr std::array<std::string_view, 3> words{"lobby", "calling", "in_call"};
    return out << word(words, phase);
}

std::ostream& operator<<(std::ostream& out, SignalingState state) {
    constexpr std::array<std::string_view, 5> words{"idle", "connecting", "joining", "joined",
                                                    "waiting"};
    return out << word(words, state);
}

std::ostream& operator<<(std::ostream& out, ConnectionState state) {
    constexpr std::array<std::string_view, 6> words{"new",          "connecting", "connected",
                                                    "disconnected", "failed",     "closed"};
    return out << word(words, state);
}

std::ostream& operator<<(std::ostream& out, Capture capture) {
    constexpr std::array<std::string_view, 4> words{"off", "opening", "live", "failed"};
    return out << word(words, capture);
}

std::ostream& operator<<(std::ostream& out, Delivery delivery) {
    constexpr std::array<std::string_view, 3> words{"pending", "delivered", "failed"};
    return out << word(words, delivery);
}

std::ostream& operator<<(std::ostream& out, const Assessment& assessment) {
    constexpr std::array<std::string_view, 3> qualities{"good", "fair", "poor"};
    constexpr std::array<std::string_view, 5> reasons{"none", "loss", "delay", "your_uplink",
                                                      "their_computer"};
    return out << word(qualities, assessment.quality) << " by " << word(reasons, assessment.reason);
}

std::ostream& operator<<(std::ostream& out, const VideoEncoding& encoding) {
    return out << encoding.max_bitrate << " bit/s, by " << encoding.scale_resolution_by << ", "
               << encoding.max_framerate << " fps";
}

std::ostream& operator<<(std::ostream& out, const Peer& peer) {
    return out << peer.user.str() << " (protocol " << peer.protocol << ", connection "
               << peer.connection.value << ' ' << peer.state << (peer.present ? "" : ", absent")
               << (peer.unreachable ? ", unreachable" : "") << ')';
}

}  // namespace malgil::call

namespace malgil::call::chat_codec {

std::ostream& operator<<(std::ostream& out, const Frame& frame) {
    if (const auto* text = std::get_if<Text>(&frame))
        return out << "text " << text->id << " \"" << text->text << '"';
    if (const auto* acknowledgement = std::get_if<Acknowledgement>(&frame))
        return out << "ack " << acknowledgement->id;
    return out << "unknown";
}

}  // namespace malgil::call::chat_codec
