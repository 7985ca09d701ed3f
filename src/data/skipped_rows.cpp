// What is told of the rows between records, and what sections give to the rows below them.
#include <utility>

#include "core/text.h"
#include "data/name_key.h"
#include "data/row_kinds.h"

namespace ocop::data {

void tell_skipped(Sheet& sheet, const RowKinds& kinds, const Join& join, core::Findings& findings) {
    const auto say = [&](core::Severity severity, std::size_t row, const char* key, std::vector<std::string> args) {
        findings.push_back(
            {severity, {sheet.table->file, sheet.table->sheet, sheet.sheet_row(row), 0}, {key, std::move(args)}});
    };
    const auto note = [&](std::size_t row, const char* key, std::vector<std::string> args = {}) {
        say(core::Severity::note, row, key, std::move(args));
    };
    const auto first_text = [&](std::size_t row) {
        for (const std::string& cell : sheet.table->rows[row])
            if (std::string text = core::collapsed(cell); !text.empty()) return text;
        return std::string{};
    };
    struct Open {
        std::size_t row;
        std::string title;  // as it stands
        Sheet::Section gives;
        int rows = 0;
    };
    std::optional<Open> open;
    const auto close = [&] {
        if (!open) return;
        const std::string& what = open->gives.commune.empty() ? open->gives.district : open->gives.commune;
        if (open->rows > 0)
            note(open->row, "finding.section_gives", {open->title, what, std::to_string(open->rows)});
        else
            note(open->row, "finding.section_skipped", {open->title});
        open.reset();
    };
    bool told_other = false;
    for (std::size_t i = sheet.header + 1; i < kinds.size(); ++i) {
        switch (kinds[i]) {
            case RowKind::example:
                break;
            case RowKind::nothing:
                note(i, "finding.nothing_skipped", {});
                break;
            case RowKind::record:
                if (open && sheet.cell(i, "district_code").empty() && sheet.cell(i, "commune_code").empty()) {
                    const bool district = sheet.cell(i, "district").empty() && !open->gives.district.empty(),
                               commune = sheet.cell(i, "commune").empty() && !open->gives.commune.empty();
                    if (!sheet.cell(i, "address").empty() || (!district && !commune)) break;
                    sheet.sections[i] = {district ? open->gives.district : std::string{},
                                         commune ? open->gives.commune : std::string{}};
                    ++open->rows;
                }
                break;
            case RowKind::section: {
                const RowText lone = *lone_text(sheet, i);
                const Sheet::Section before = open ? open->gives : Sheet::Section{};
                const bool group = value_of("group", lone.text) || value_of("producer_kind", lone.text);
                if (group && open) {  // "Thực phẩm" within "Huyện An Biên" ends nothing
                    note(i, "finding.section_skipped", {first_text(i)});
                    break;
                }
                close();
                open = Open{i, core::collapsed(sheet.table->rows[i][lone.column]), {}, 0};
                if (join.knows_district(lone.text))
                    open->gives.district = lone.text;
                else if (typed_name(lone.text).kind && join.knows_commune(lone.text))
                    open->gives = {before.district, lone.text};
                break;
            }
            case RowKind::total:
                note(i, "finding.total_skipped");
                close();
                break;
            case RowKind::header:
                note(i, "finding.header_skipped");
                break;
            case RowKind::numbering:
                note(i, "finding.numbering_skipped");
                break;
            case RowKind::units:
                note(i, "finding.units_skipped");
                break;
            case RowKind::note:
                note(i, "finding.note_skipped", {first_text(i)});
                break;
            case RowKind::other_table:
                if (!std::exchange(told_other, true))
                    say(core::Severity::warning, i, "finding.second_table", {std::to_string(kinds.size() - i)});
                break;
            case RowKind::blank:
                break;
        }
    }
    close();
}

}  // namespace ocop::data
