// Rows of coverage: whatever in them nobody knows leaves lists open, and is said.
#include <catch2/catch.hpp>

#include "bad_input.h"
#include "domain/evaluate.h"

using namespace ocop;
using tests::Lines;
using tests::placed;
using tests::read_csv;

namespace {
const std::string header = "table,round,district,complete,listed,published\n";
const std::string lists = "Hãy ghi một trong: Sản phẩm, Ý tưởng, Tổ chức, Tập huấn, Tuyên truyền, Dự án.";
const std::string open_lists =
    "nên mọi danh sách của huyện ghi ở dòng (của cả tỉnh, nếu không ghi huyện) được coi là có thể chưa đầy đủ. " +
    lists;

/// "table district-code text complete" of each row.
Lines rows(const domain::Register& records) {
    Lines out;
    for (const domain::Coverage& row : records.coverage)
        out.push_back(row.table + "|" + row.district_code + "|" + row.district_text +
                      (row.complete ? "|complete" : "|incomplete"));
    return out;
}
}  // namespace

TEST_CASE("a table that is not named, or by no word that anybody knows") {
    const auto read = read_csv(header + ",2021-1,,no,18,54\nđặc sản,,Phú Quốc,no,,\n,,,yes,,\nđặc sản,,,,,\n");
    CHECK(rows(read.records) ==
          Lines{"|||incomplete", "đặc sản|911|Phú Quốc|incomplete", "|||complete", "đặc sản|||incomplete"});
    CHECK(placed(read.findings) ==
          Lines{"sổ.csv 2:1 Dòng này không ghi tên bảng, " + open_lists,
                "sổ.csv 3:1 Không rõ “đặc sản” là bảng nào, " + open_lists,
                "sổ.csv 4:1 Không rõ dòng này nói bảng nào đầy đủ nên không dùng được. " + lists,
                "sổ.csv 5:4 Không rõ danh sách có đầy đủ không; được hiểu là chưa đầy đủ.",
                "sổ.csv 5:1 Không rõ “đặc sản” là bảng nào, " + open_lists});
}

TEST_CASE("a district that nobody knows, by name or by code") {
    const std::string said =
        " Không rõ dòng này nói về huyện nào, nên danh sách này được coi là có thể chưa đầy đủ ở mọi huyện. Hãy sửa "
        "tên huyện, hoặc để trống nếu nói về cả tỉnh.";
    const auto read = read_csv(header + "products,,Xứ Lạ,no,,\nproducts,,Xứ Lạ,yes,,\n");
    CHECK(rows(read.records) == Lines{"products||Xứ Lạ|incomplete", "products||Xứ Lạ|complete"});
    const std::string unknown = " Không có huyện, thành phố nào tên “Xứ Lạ”. Hãy sửa tên theo danh mục.";
    CHECK(placed(read.findings) == Lines{"sổ.csv 2:3" + unknown, "sổ.csv 2:3" + said, "sổ.csv 3:3" + unknown});
    const auto coded = read_csv("table,district_code,complete\nproducts,999,no\n");
    CHECK(rows(coded.records) == Lines{"products||999|incomplete"});
    CHECK(placed(coded.findings).back() == "sổ.csv 2:2" + said);
}

TEST_CASE("a register whose coverage names no table has no data where it would read zero") {
    const tests::Folder folder;
    folder.write("sổ.csv", "product,producer,district,stars,recognised_on\nMắm,A,Hòn Đất,3,2020-05-01\n");
    folder.write("độ phủ.csv", "table,round,district,complete,listed,published,source\n,2021-1,,no,18,54,x\n");
    const auto document =
        data::open(tests::workspace(folder, "register = [\"sổ.csv\", \"độ phủ.csv\"]\n" + tests::shipped_districts));
    const auto board =
        domain::evaluate(document, {domain::Era::y2021, {2021, 12, 31}, domain::Basis::recognised, {}, 90});
    const auto at = [&](const char* code) {
        const int unit = document.territory(domain::Era::y2021).find(code, domain::Level::district);
        return board.score(domain::IndicatorId::products, unit);
    };
    CHECK(at("908").status == domain::Status::no_data);
    CHECK_FALSE(at("908").value);
    CHECK(at("903").status == domain::Status::undetermined);
    CHECK(at("903").lower_bound);
}

TEST_CASE("tables are known by the words of offices") {
    const auto table_of = [](const std::string& word) {
        const auto read = read_csv("bảng,huyện,đầy đủ\n\"" + word + "\",Phú Quốc,không\n");
        CHECK(placed(read.findings).empty());
        return read.records.coverage.at(0).table;
    };
    for (const std::string word : {"Sản phẩm OCOP", "Danh sách sản phẩm", "Công nhận", "recognitions", "products"})
        CHECK(table_of(word) == "products");
    for (const std::string word : {"Ý tưởng sản phẩm", "Danh sách ý tưởng"}) CHECK(table_of(word) == "ideas");
    for (const std::string word : {"Tổ chức kinh tế", "Danh sách tổ chức"}) CHECK(table_of(word) == "organisations");
    for (const std::string word : {"Đào tạo, tập huấn", "Tập huấn cán bộ"}) CHECK(table_of(word) == "training");
    for (const std::string word : {"Công tác tuyên truyền", "TUYÊN TRUYỀN"}) CHECK(table_of(word) == "outreach");
    for (const std::string word : {"Danh sách dự án", "Dự án thành phần"}) CHECK(table_of(word) == "projects");
}
