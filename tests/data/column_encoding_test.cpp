// Whole registers in old fonts and code pages, told apart column by column (J-8), and Unicode that must stay.
#include "data/column_encoding.h"

#include <catch2/catch.hpp>
#include <functional>

#include "core/text.h"
#include "data/open.h"
#include "support.h"
#include "support/legacy_encoder.h"

using namespace ocop;
using core::Encoding;

namespace {

const data::Gazetteer& gazetteer() {
    static const data::Gazetteer built{tests::shipped().territories};
    return built;
}

using Font = std::pair<const tests::Spelling*, Encoding>;
const std::vector<Font>& fonts() {
    static const std::vector<Font> all{{&tests::tcvn3(), Encoding::tcvn3},
                                       {&tests::vni(), Encoding::vni},
                                       {&tests::windows_1258(), Encoding::windows_1258},
                                       {&tests::windows_1258_composed(), Encoding::windows_1258}};
    return all;
}

/// Cells are compared without case: TCVN3 has no capitals with tones.
bool same(const data::Table& a, const data::Table& b) {
    if (a.rows.size() != b.rows.size()) return false;
    bool equal = true;
    for (std::size_t i = 0; i < a.rows.size(); ++i)
        for (std::size_t j = 0; j < a.rows[i].size(); ++j)
            if (core::lower(a.rows[i][j]) != core::lower(b.rows[i][j])) {
                UNSCOPED_INFO(a.rows[i][j] << " / " << b.rows[i][j]);
                equal = false;
            }
    return equal;
}

data::Table in_font(data::Table table, const tests::Spelling& font) {
    for (auto& row : table.rows)
        for (std::string& cell : row) cell = tests::spelled(cell, font);
    return table;
}

data::Table column(const std::vector<std::string>& cells) {
    data::Table table{"sổ.xlsx", "Sản phẩm", 1, {}};
    for (const std::string& cell : cells) table.rows.push_back({cell});
    return table;
}

struct Read {
    std::vector<std::string> cells, notes, warnings;
};
Read read(const std::vector<std::string>& cells) {
    core::Findings findings;
    Read out;
    const data::Table table = data::decoded(column(cells), gazetteer(), findings);
    for (const auto& row : table.rows) out.cells.push_back(row[0]);
    out.notes = tests::notes(findings);
    out.warnings = tests::sentences(findings);
    return out;
}

std::vector<data::Table> registers() {
    const tests::fs::path folder = tests::fs::path{OCOP_GEODATA} / "register";
    std::vector<data::Table> tables = data::read_tables(folder / "minh-hoa.xlsx");
    tables.push_back(data::read_tables(folder / "products.csv").front());
    return tables;
}

}  // namespace

TEST_CASE("a register in Unicode stays as it is, and nothing is said") {
    for (const data::Table& table : registers()) {
        INFO(table.file << table.sheet);
        core::Findings findings;
        CHECK(data::decoded(table, gazetteer(), findings).rows == table.rows);
        CHECK(findings.empty());
    }
}

TEST_CASE("a register in an old font comes back whole, in every column") {
    for (const auto& [font, encoding] : fonts())
        for (const data::Table& table : registers()) {
            INFO(table.file << table.sheet << core::name(encoding));
            core::Findings findings;
            CHECK(same(data::decoded(in_font(table, *font), gazetteer(), findings), table));
            CHECK(tests::sentences(findings).empty());
            CHECK_FALSE(findings.empty());
            for (const core::Finding& finding : findings) {
                CHECK(finding.what.args.at(0) == core::name(encoding));
                CHECK(finding.where.column > 0);
            }
        }
}

TEST_CASE("columns of unit names alone are told, in every font") {
    for (const auto& [era, territory] : tests::shipped().territories)
        for (const auto level : {domain::Level::district, domain::Level::commune}) {
            std::vector<std::string> names;
            for (const int unit : territory.at(level))
                names.push_back(territory.units[static_cast<std::size_t>(unit)].name);
            if (names.empty()) continue;
            CHECK(read(names).cells == names);
            for (const auto& [font, encoding] : fonts()) {
                std::vector<std::string> typed;
                for (const std::string& name : names) typed.push_back(tests::spelled(name, *font));
                const Read back = read(typed);
                INFO(core::name(encoding));
                CHECK(same(column(back.cells), column(names)));
                CHECK(back.notes.size() == 1);
            }
        }
}

TEST_CASE("whole files are told by their bytes") {
    std::string text;
    const data::Table products = registers().front();
    for (const auto& row : products.rows)
        for (const std::string& cell : row) text += cell + ";";
    CHECK(data::detect(text, gazetteer()) == Encoding::utf8);
    CHECK(data::detect("Ten san pham;Huyen\n", gazetteer()) == Encoding::utf8);
    for (const auto& [font, encoding] : fonts()) {
        INFO(core::name(encoding));
        const std::string bytes = tests::as_bytes(tests::spelled(text, *font));
        CHECK(data::detect(bytes, gazetteer()) == encoding);
        CHECK(core::lower(core::decode(bytes, encoding)) == core::lower(text));
    }
    CHECK_FALSE(
        data::detect("Cr\xE8me br\xFBl\xE9"
                     "e; caf\xE9; na\xEFve",
                     gazetteer()));
    // Two fonts in one file: each column is told apart after core::western().
    const std::string two = "Phó Quèc;Phuù Quoác\nHßn §Êt;Hoøn Ñaát\nAn Biªn;An Bieân\n";
    CHECK_FALSE(data::detect(tests::as_bytes(two), gazetteer()));
    core::Findings findings;
    data::Table table{"sổ.csv", "", 1, {{"Phó Quèc", "Phuù Quoác"}, {"Hßn §Êt", "Hoøn Ñaát"}, {"An Biªn", "An Bieân"}}};
    table = data::decoded(table, gazetteer(), findings);
    for (const auto& row : table.rows) CHECK(row[0] == row[1]);
    CHECK(table.rows[1][0] == "Hòn Đất");
}

TEST_CASE("what was done is said, with an example and its place") {
    const Read back = read({"Huyện", "Phó Quèc", "", "Gß Quao", "Phó Quèc"});
    CHECK(back.cells == std::vector<std::string>{"Huyện", "Phú Quốc", "", "Gò Quao", "Phú Quốc"});
    CHECK(back.notes ==
          std::vector<std::string>{"Cột này gõ bằng phông chữ cũ (TCVN3 (ABC)): 3 ô đã được đọc thành tiếng Việt "
                                   "Unicode, ví dụ “Phó Quèc” là “Phú Quốc”."});
    core::Findings findings;
    data::decoded(column({"Huyện", "Phó Quèc"}), gazetteer(), findings);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].where == core::Place{"sổ.xlsx", "Sản phẩm", 2, 1});
    CHECK(findings[0].severity == core::Severity::note);
}

TEST_CASE("a column of two fonts stays as it is, with a warning") {
    const std::vector<std::string> mixed{"Phó Quèc", "Phuù Quoác", "Hßn §Êt", "Hoøn Ñaát"};
    const Read back = read(mixed);
    CHECK(back.cells == mixed);
    CHECK(back.warnings ==
          std::vector<std::string>{"Cột này có 4 ô như “Phó Quèc” có lẽ gõ bằng phông chữ cũ (TCVN3, VNI) nhưng không "
                                   "rõ phông nào nên được để nguyên. Hãy chuyển cột này sang Unicode."});
}

TEST_CASE("nine words of ten are enough, and fewer are not") {
    std::vector<std::string> cells(9, "Hßn");
    cells.push_back("Wß");
    CHECK(read(cells).cells.front() == "Hòn");
    cells.push_back("Wß");
    CHECK(read(cells).cells == cells);
    CHECK(read(cells).warnings.size() == 1);
}

TEST_CASE("a reading must make sense twice as often as the next") {
    // "Gò" and "Hòn" are words as they stand; as TCVN3 the other halves are.
    std::vector<std::string> cells{"Hßn", "Hòn", "Hßn", "Hòn"};
    CHECK(read(cells).cells == cells);
}

TEST_CASE("cells typed in Unicode in a column of an old font stay") {
    const std::vector<std::string> typed{"HuyÖn",    "Phó Quèc", "Hßn §Êt", "Giång RiÒng", "VÜnh ThuËn",     "Rạch Giá",
                                         "Kiªn H¶i", "An Biªn",  "Gò Quao", "Hµ Tiªn",     "Kiªn L\u00AD¬ng"};
    const Read back = read(typed);
    CHECK(back.cells == std::vector<std::string>{"Huyện", "Phú Quốc", "Hòn Đất", "Giồng Riềng", "Vĩnh Thuận",
                                                 "Rạch Giá", "Kiên Hải", "An Biên", "Gò Quao", "Hà Tiên",
                                                 "Kiên Lương"});
}

TEST_CASE("foreign words, signs and plain text are left alone in silence") {
    for (const auto& cells : std::vector<std::vector<std::string>>{{"Café", "Crème brûlée", "Müller"},
                                                                   {"500 m²", "25 °C", "½ kg"},
                                                                   {"★★★", "–", "“OCOP”"},
                                                                   {"Rach Gia", "12", ""},
                                                                   {"Hòn Tre", "Gò Quao", "Lại Sơn"},
                                                                   {}}) {
        const Read back = read(cells);
        CHECK(back.cells == cells);
        CHECK(back.notes.empty());
        CHECK(back.warnings.empty());
    }
}
