#include "data/ole.h"

#include <vector>

namespace ocop::data {

unsigned u16_at(std::string_view bytes, std::size_t at) {
    if (at + 2 > bytes.size()) return 0;
    return static_cast<unsigned char>(bytes[at]) | static_cast<unsigned>(static_cast<unsigned char>(bytes[at + 1]))
                                                       << 8;
}
unsigned u32_at(std::string_view bytes, std::size_t at) { return u16_at(bytes, at) | u16_at(bytes, at + 2) << 16; }

namespace {

constexpr unsigned last_sector = 0xFFFFFFFA;  // from here on: marks, not sectors

/// The sectors of a chain, put together. `sector`: the bytes of one.
template <class Sector>
std::string chain(unsigned first, const std::vector<unsigned>& next, const Sector& sector) {
    std::string bytes;
    std::size_t steps = 0;
    for (unsigned at = first; at < last_sector && at < next.size() && steps <= next.size(); at = next[at], ++steps)
        bytes += sector(at);
    return bytes;
}

std::vector<unsigned> numbers(std::string_view bytes) {
    std::vector<unsigned> out;
    for (std::size_t at = 0; at + 4 <= bytes.size(); at += 4) out.push_back(u32_at(bytes, at));
    return out;
}

}  // namespace

std::optional<std::string> ole_stream(std::string_view file, std::string_view name) {
    const unsigned shift = u16_at(file, 0x1E), mini_shift = u16_at(file, 0x20);
    if (file.size() < 512 || shift < 7 || shift > 16 || mini_shift < 4 || mini_shift > shift) return {};
    const std::size_t size = std::size_t{1} << shift, mini_size = std::size_t{1} << mini_shift;
    const auto sector = [&](unsigned number) {
        const std::size_t at = (std::size_t{number} + 1) << shift;
        return at >= file.size() ? std::string_view{} : file.substr(at, size);
    };
    // The table of sectors: its own sectors are listed in the header, and further ones in a chain of lists.
    std::vector<unsigned> next;
    const auto add_list = [&](std::string_view list) {
        for (const unsigned number : numbers(list))
            if (number < last_sector)
                for (const unsigned entry : numbers(sector(number))) next.push_back(entry);
    };
    add_list(file.substr(0x4C, std::size_t{109} * 4));
    unsigned more = u32_at(file, 0x44);
    for (std::size_t steps = 0; more < last_sector && steps < file.size() / size; ++steps) {
        const std::string_view list = sector(more);
        if (list.size() < size || next.size() > file.size() / 64) break;  // more sectors than the file can hold
        add_list(list.substr(0, size - 4));
        more = u32_at(list, size - 4);
    }
    const std::string directory = chain(u32_at(file, 0x30), next, sector);
    std::string small;  // the streams that are shorter than a sector's worth lie together
    for (std::size_t entry = 0; entry + 128 <= directory.size(); entry += 128) {
        const unsigned type = static_cast<unsigned char>(directory[entry + 0x42]);
        const unsigned first = u32_at(directory, entry + 0x74), length = u32_at(directory, entry + 0x78);
        if (type == 5) small = chain(first, next, sector);
        if (type != 2 || u16_at(directory, entry + 0x40) != 2 * (name.size() + 1)) continue;
        bool same = true;
        for (std::size_t i = 0; i < name.size(); ++i)
            same = same && u16_at(directory, entry + 2 * i) == static_cast<unsigned char>(name[i]);
        if (!same) continue;
        std::string stream;
        if (length < u32_at(file, 0x38)) {
            const auto small_next = numbers(chain(u32_at(file, 0x3C), next, sector));
            stream = chain(first, small_next, [&](unsigned number) {
                const std::size_t at = std::size_t{number} << mini_shift;
                return at >= small.size() ? std::string_view{} : std::string_view{small}.substr(at, mini_size);
            });
        } else {
            stream = chain(first, next, sector);
        }
        if (stream.size() < length) return {};
        stream.resize(length);
        return stream;
    }
    return {};
}

}  // namespace ocop::data
