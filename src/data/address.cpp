#include "data/address.h"

#include <array>
#include <optional>
#include <vector>

#include "core/text.h"
#include "data/name_key.h"

namespace ocop::data {

namespace {

using domain::UnitKind;

/// Parts between commas, semicolons, dashes with spaces and line ends; also before a type word that no comma precedes:
/// "xã Đông Hòa huyện An Minh".
std::vector<std::string> parts_of(std::string_view text) {
    std::string line;
    for (const char c : text) line += c == ';' || c == '\n' ? ',' : c;
    line = core::collapsed(core::nfc(line));
    for (const std::string_view dash : {" - ", " – "})
        for (auto at = line.find(dash); at != std::string::npos; at = line.find(dash))
            line = line.substr(0, at) + "," + line.substr(at + dash.size());
    const std::string lower = core::lower(line);
    if (lower.size() == line.size()) {
        constexpr std::array<std::string_view, 14> words{" xã ",   " phường ", " thị trấn ", " huyện ", " thành phố ",
                                                         " tỉnh ", " tt. ",    " tp. ",      " h. ",    " x. ",
                                                         " p. ",   " tp ",     " đặc khu ",  " thị xã "};
        for (const std::string_view word : words)
            for (auto at = lower.find(word); at != std::string::npos; at = lower.find(word, at + 1)) line[at] = ',';
    }
    std::vector<std::string> parts;
    for (const std::string& raw : core::split(line, ',')) {
        std::string part = core::collapsed(raw);
        while (!part.empty() && part.back() == '.') part.pop_back();
        if (!part.empty()) parts.push_back(std::move(part));
    }
    return parts;
}

bool is_commune_kind(std::optional<UnitKind> kind) {
    return kind && (*kind == UnitKind::commune || *kind == UnitKind::ward || *kind == UnitKind::township ||
                    *kind == UnitKind::special_zone);
}

}  // namespace

Address read_address(std::string_view text, const Join& join) {
    Address address;
    const std::vector<std::string> parts = parts_of(text);
    std::size_t left = parts.size();
    if (left > 0 && core::folded(parts[left - 1]) == "viet nam") --left;
    // "tỉnh Kiên Giang", or its name alone where something stands before it that is no part of it.
    if (left > 0 && typed_name(parts[left - 1]).kind == UnitKind::province)
        --left;
    else if (left > 1 && !join.knows_district(parts[left - 1]) && !join.knows_commune(parts[left - 1]) &&
             (join.knows_district(parts[left - 2]) || join.knows_commune(parts[left - 2])))
        --left;
    if (left == 0) return address;
    const std::string& last = parts[left - 1];
    const auto kind = typed_name(last).kind;
    if (kind == UnitKind::district || kind == UnitKind::city || (!kind && join.knows_district(last))) {
        address.district = last;
        --left;
    }
    if (left == 0) return address;
    const std::string& next = parts[left - 1];
    const auto next_kind = typed_name(next).kind;
    if (is_commune_kind(next_kind) ||
        (!next_kind && !address.district.empty() && join.knows_commune(next, address.district)))
        address.commune = next;
    return address;
}

}  // namespace ocop::data
