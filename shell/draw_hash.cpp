#include "shell/draw_hash.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace malgil::shell {

namespace {

// A multiplicative hash over words of eight bytes: quick, and no enemy chooses what is drawn.
class Hash {
public:
    void add(std::uint64_t word) {
        state_ = (state_ ^ word) * 0x9E3779B97F4A7C15U;
        state_ ^= state_ >> 32U;
    }

    void add(const void* data, std::size_t size) {
        const auto* bytes = static_cast<const unsigned char*>(data);
        std::uint64_t word = 0;
        for (; size >= sizeof word; bytes += sizeof word, size -= sizeof word) {
            std::memcpy(&word, bytes, sizeof word);
            add(word);
        }
        word = 0;
        std::memcpy(&word, bytes, size);
        add(word ^ size);
    }

    [[nodiscard]] std::uint64_t value() const { return state_; }

private:
    std::uint64_t state_ = 0xCBF29CE484222325U;
};

template <class Item>
void add(Hash& hash, const ImVector<Item>& items) {
    hash.add(items.Data, static_cast<std::size_t>(items.Size) * sizeof(Item));
}

}  // namespace

std::uint64_t draw_hash(const ImDrawData& data) {
    Hash hash;
    hash.add(&data.DisplaySize, sizeof data.DisplaySize);
    hash.add(&data.FramebufferScale, sizeof data.FramebufferScale);
    for (const ImDrawList* list : data.CmdLists) {
        add(hash, list->VtxBuffer);
        add(hash, list->IdxBuffer);
        for (const ImDrawCmd& command : list->CmdBuffer) {
            hash.add(&command.ClipRect, sizeof command.ClipRect);
            hash.add(command.ElemCount);
        }
    }
    return hash.value();
}

bool has_texture_updates(const ImDrawData& data) {
    return data.Textures != nullptr &&
           std::ranges::any_of(*data.Textures, [](const ImTextureData* texture) {
               return texture->Status != ImTextureStatus_OK;
           });
}

}  // namespace malgil::shell
