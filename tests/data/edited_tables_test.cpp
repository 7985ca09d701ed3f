// Edits in the cells of source tables: changed, added and removed rows, and what contradicts its source.
#include "data/edited_tables.h"

#include <catch2/catch.hpp>

#include "data/row_key.h"
#include "domain/evaluate.h"
#include "edits_for_tests.h"

using namespace ocop;
using namespace tests;

namespace {

const std::string products =
    "Sổ theo dõi,,,,\n"
    "Tên sản phẩm,Chủ thể,Huyện,Xã,Hạng sao,Ngày công nhận,Ghi chú riêng\n"
    "Nước mắm,HTX Một,Phú Quốc,Dương Đông,3,18/12/2020,xem lại\n"
    "Gạo,HTX Hai,Châu Thành,Minh Hòa,4,20/12/2021,\n";

data::Built built(const data::Sources& sources, const Editor& editor) { return data::build(sources, editor.journal); }

domain::RowCells row_named(const data::Built& from, const std::string& noun, const std::string& name) {
    for (const domain::RowCells& row : from.cells.rows(noun))
        if (row.name == name) return row;
    FAIL("no row " << name);
    return {};
}

const domain::Product& product_named(const domain::Document& document, const std::string& name) {
    for (const domain::Product& product : document.records.products)
        if (product.name == name) return product;
    FAIL("no product " << name);
    return document.records.products.front();
}

/// Findings of the edits, not of the files.
std::vector<std::string> told(const domain::Document& document) {
    return placed(document.findings, {core::Severity::error, core::Severity::warning});
}

}  // namespace

TEST_CASE("without edits the document is what the files say") {
    const data::Sources sources = small_sources({products});
    const data::Built out = built(sources, {});
    CHECK(out.document.records.products.size() == 2);
    CHECK(out.document.conflicts.empty());
    CHECK(out.cells.files().size() == 1);
    CHECK(out.cells.files()[0][0].rows == sources.registers[0][0].rows);
}

TEST_CASE("a changed cell is read like any other: joined, parsed, checked") {
    const data::Sources sources = small_sources({products});
    Editor editor;
    editor.change(row_named(built(sources, editor), "products", "Nước mắm"), "stars", "★★★★");
    editor.change(row_named(built(sources, editor), "products", "Nước mắm"), "commune", "xã Thổ Châu");
    editor.change(row_named(built(sources, editor), "products", "Gạo"), "recognised_on", "31/02/2021");
    const data::Built out = built(sources, editor);
    const domain::Product& product = product_named(out.document, "Nước mắm");
    CHECK(product.recognitions[0].stars == 4);
    CHECK(product.location.commune_code == "31105");
    CHECK(product.where == core::Place{"sổ 1.csv", "", 3, 0});
    CHECK(product.note == "Ghi chú riêng: xem lại");
    CHECK(told(out.document) ==
          Lines{"sổ 1.csv 4:6 Không đọc được ngày “31/02/2021”; dòng này chưa rõ ngày nên chưa được tính. Hãy "
                "ghi dạng 31/12/2021."});
}

TEST_CASE("a column that the sheet lacks is added") {
    const data::Sources sources = small_sources({products});
    Editor editor;
    editor.change(row_named(built(sources, editor), "products", "Gạo"), "contact", "0909 123 456");
    const data::Built out = built(sources, editor);
    CHECK(product_named(out.document, "Gạo").contact == "0909 123 456");
    CHECK(product_named(out.document, "Nước mắm").contact.empty());
    CHECK(out.document.conflicts.empty());
    CHECK(told(out.document) == Lines{});
}

TEST_CASE("every canonical column can be added under a header that is recognised") {
    for (const std::string& noun : data::nouns()) {
        Editor editor;
        std::vector<std::pair<std::string, std::string>> cells;
        for (const std::string& column : data::columns_of(noun)) cells.emplace_back(column, "1");
        editor.add(noun, "mới", cells);
        const auto edits = domain::replay(editor.journal);
        std::vector<domain::Conflict> conflicts;
        core::Findings findings;
        const data::EditedRegister out = data::edited({}, edits, "sổ.gpkg", conflicts, findings);
        REQUIRE(out.files().size() == 1);
        const auto sheet = data::recognise(out.files()[0][0]);
        REQUIRE(sheet);
        CHECK(sheet->noun == noun);
        for (const std::string& column : data::columns_of(noun)) {
            INFO(noun << " " << column);
            CHECK(sheet->cell(1, column) == "1");
        }
    }
}

TEST_CASE("a removed row is not counted, is told, and leaves the others in their places") {
    const data::Sources sources = small_sources({products});
    Editor editor;
    editor.remove(row_named(built(sources, editor), "products", "Nước mắm"));
    const data::Built out = built(sources, editor);
    REQUIRE(out.document.records.products.size() == 1);
    CHECK(out.document.records.products[0].where.row == 4);
    CHECK(out.cells.rows("products").size() == 1);
    CHECK_FALSE(out.cells.at({"sổ 1.csv", "", 3, 0}));
    CHECK(placed(out.document.findings, {core::Severity::note})[0] ==
          "sổ 1.csv 3:0 Dòng “Nước mắm” đã được xóa ở đây ngày 31/12/2021 (Bình) nên không được tính.");
}

TEST_CASE("an added row is a row of the store, and can be changed and removed") {
    const data::Sources sources = small_sources({products});
    Editor editor;
    editor.add("products", "a1",
               {{"product", "Tiêu"}, {"producer", "HTX Ba"}, {"district", "Phú Quốc"}, {"stars", "5"}});
    data::Built out = built(sources, editor);
    const domain::Product& product = product_named(out.document, "Tiêu");
    CHECK(product.location.district_code == "911");
    CHECK(product.where == core::Place{"sổ.gpkg", "products", 2, 0});
    const auto row = out.cells.at(product.where);
    REQUIRE(row);
    CHECK(row->added);
    CHECK(row->row == "a1");
    editor.change(*row, "stars", "4");
    CHECK(product_named(built(sources, editor).document, "Tiêu").recognitions[0].stars == 4);
    editor.remove(*row);
    out = built(sources, editor);
    CHECK(out.document.records.products.size() == 2);
    CHECK(out.document == built(sources, {}).document);
}

TEST_CASE("a table that no file has begins with its first added row") {
    const data::Sources sources = small_sources({products});
    Editor editor;
    editor.add("outreach", "a1",
               {{"commune", "Minh Hòa"}, {"district", "Châu Thành"}, {"status", "done"}, {"date", "30/12/2021"}});
    const domain::Document document = built(sources, editor).document;
    const auto score = [&](const domain::Document& of, int unit) {
        return domain::evaluate(of, {domain::Era::y2021, {2021, 12, 31}, domain::Basis::recognised, {}, 90})
            .score(domain::IndicatorId::outreach, unit);
    };
    const int minh_hoa = 11, chau_thanh = 3;
    CHECK(score(document, minh_hoa).outreach == domain::OutreachStatus::done);
    CHECK(score(document, chau_thanh).value == domain::Value{1, 2});
    CHECK(score(document, chau_thanh).lower_bound);  // Bình An may have been reached as well
    CHECK_FALSE(score(built(sources, {}).document, chau_thanh).value);
    editor.undo();
    CHECK_FALSE(score(built(sources, editor).document, chau_thanh).value);
}

TEST_CASE("a tick changes the status of its commune") {
    const std::string outreach = "Huyện,Xã,Trạng thái,Ngày\nChâu Thành,Minh Hòa,kế hoạch,\nChâu Thành,Bình An,none,\n";
    const data::Sources sources = small_sources({products, outreach});
    Editor editor;
    domain::RowCells row = built(sources, editor).cells.rows("outreach").at(0);
    editor.record({{EditKind::change,
                    "outreach",
                    row.row,
                    row.name,
                    {{"status", "kế hoạch", "done"}, {"date", "", "30/12/2021"}}}});
    const domain::Document document = built(sources, editor).document;
    CHECK(document.records.outreach[0].status == domain::OutreachStatus::done);
    CHECK(document.records.outreach[0].date->day == domain::Date{2021, 12, 30});
    CHECK(built(sources, editor).cells.rows("outreach").at(0).row == row.row);  // by its source cells, as before
}

TEST_CASE("a source that says something else than the edit knew is a conflict; the edit stands until one is chosen") {
    data::Sources sources = small_sources({products});
    Editor editor;
    editor.change(row_named(built(sources, editor), "products", "Gạo"), "stars", "5");
    sources.registers[0][0].rows[3][4] = "3";  // the office corrected it, too
    data::Built out = built(sources, editor);
    CHECK(product_named(out.document, "Gạo").recognitions[0].stars == 5);
    REQUIRE(out.document.conflicts.size() == 1);
    const domain::Conflict conflict = out.document.conflicts[0];
    CHECK(conflict ==
          domain::Conflict{
              "products", "gao.|htx hai|châu thanh`", "Gạo", "stars", "3", "5", false, {"sổ 1.csv", "", 4, 5}});
    CHECK(told(out.document) ==
          Lines{"sổ 1.csv 4:5 Cột “Hạng sao”: tệp nguồn nay ghi “3” nhưng bản sửa ngày 31/12/2021 (Bình) ghi “5”. Bản "
                "sửa đang được dùng; hãy chọn một trong hai."});
    SECTION("the edit is chosen") {
        editor.record({domain::choice_of(conflict, true)});
        out = built(sources, editor);
        CHECK(out.document.conflicts.empty());
        CHECK(product_named(out.document, "Gạo").recognitions[0].stars == 5);
        sources.registers[0][0].rows[3][4] = "4";  // changed once more
        CHECK(built(sources, editor).document.conflicts.size() == 1);
    }
    SECTION("the source is chosen") {
        editor.record({domain::choice_of(conflict, false)});
        out = built(sources, editor);
        CHECK(out.document.conflicts.empty());
        CHECK(product_named(out.document, "Gạo").recognitions[0].stars == 3);
    }
    SECTION("the edit is changed without a choice") {
        editor.change(row_named(out, "products", "Gạo"), "stars", "2");
        CHECK(built(sources, editor).document.conflicts.size() == 1);
    }
    SECTION("the source takes the edit over") {
        sources.registers[0][0].rows[3][4] = "5";
        CHECK(built(sources, editor).document.conflicts.empty());
    }
}

TEST_CASE("a text of several lines is no contradiction to itself") {
    data::Sources sources = small_sources({products});
    Editor editor;
    editor.change(row_named(built(sources, editor), "products", "Gạo"), "producer", "HTX Hai\nấp Một ");
    editor.change(row_named(built(sources, editor), "products", "Gạo"), "producer", "HTX Hai, ấp Một");
    CHECK(built(sources, editor).document.conflicts.empty());
    sources.registers[0][0].rows[3][1] = "HTX Hai \n ấp Một";  // written out meanwhile; the row is another one now
    CHECK(built(sources, editor).document.conflicts.empty());
    const auto edits = domain::replay(editor.journal).at("products").rows.begin()->second;
    CHECK(edits.fields.at("producer").expects("HTX Hai \n ấp Một"));
}

TEST_CASE("a removed row whose source changes is a conflict") {
    data::Sources sources = small_sources({products});
    Editor editor;
    editor.remove(row_named(built(sources, editor), "products", "Gạo"));
    sources.registers[0][0].rows[3][4] = "5";
    const domain::Document document = built(sources, editor).document;
    REQUIRE(document.conflicts.size() == 1);
    CHECK(document.conflicts[0].removed);
    CHECK(document.conflicts[0].source_value == "5");
    SECTION("the removal is chosen") {
        editor.record({domain::choice_of(document.conflicts[0], true)});
        CHECK(built(sources, editor).document.conflicts.empty());
        CHECK(built(sources, editor).document.records.products.size() == 1);
        sources.registers[0][0].rows[3][5] = "21/12/2021";  // another cell of it
        CHECK(built(sources, editor).document.conflicts.size() == 1);
    }
    SECTION("the source is chosen") {
        editor.record({domain::choice_of(document.conflicts[0], false)});
        CHECK(product_named(built(sources, editor).document, "Gạo").recognitions[0].stars == 5);
        CHECK(built(sources, editor).document.conflicts.empty());
    }
}

TEST_CASE("an edit whose row is gone is told and kept; a removed row may be gone") {
    data::Sources sources = small_sources({products});
    Editor editor;
    editor.change(row_named(built(sources, editor), "products", "Gạo"), "stars", "5");
    editor.remove(row_named(built(sources, editor), "products", "Nước mắm"));
    sources.registers[0][0].rows[2][0] = "Muối";
    sources.registers[0][0].rows[3][0] = "Lúa";
    const domain::Document document = built(sources, editor).document;
    CHECK(told(document) ==
          Lines{"sổ.gpkg [products] 0:0 Không còn dòng “Gạo” trong tệp nguồn nên bản sửa ngày 31/12/2021 (Bình) chưa "
                "được dùng: sao: 5. Bản sửa vẫn được giữ; hãy kiểm tra tên trong tệp nguồn."});
    CHECK(product_named(document, "Lúa").recognitions[0].stars == 4);
}

TEST_CASE("a source that took all edits over, added rows and names too, is nothing new") {
    data::Sources sources = small_sources({products});
    Editor editor;
    editor.change(row_named(built(sources, editor), "products", "Gạo"), "product", "Gạo thơm");
    editor.change(row_named(built(sources, editor), "products", "Gạo thơm"), "district", "Kiên Lương");
    editor.remove(row_named(built(sources, editor), "products", "Nước mắm"));
    editor.add("products", "a1",
               {{"product", "Tiêu"}, {"producer", "HTX Ba"}, {"district", "Phú Quốc"}, {"stars", "3"}});
    const auto rows_now = [&] {
        std::vector<std::string> out;
        for (const domain::Product& product : built(sources, editor).document.records.products)
            out.push_back(product.name + " " + product.location.district_code + " " +
                          std::to_string(product.recognitions.at(0).stars));
        return out;
    };
    const std::vector<std::string> expected{"Gạo thơm 902 4", "Tiêu 911 3"};
    CHECK(rows_now() == expected);
    auto& rows = sources.registers[0][0].rows;
    rows[2] = {"Gạo thơm", "HTX Hai", "Kiên Lương", "", "4", "20/12/2021", ""};
    rows[3] = {"Tiêu", "HTX Ba", "Phú Quốc", "", "3", "", ""};
    CHECK(rows_now() == expected);
    CHECK(told(built(sources, editor).document) == Lines{});
    // The rows keep the keys that the journal knows, so that they can be edited on.
    CHECK(row_named(built(sources, editor), "products", "Tiêu").row == "a1");
    editor.change(row_named(built(sources, editor), "products", "Tiêu"), "stars", "5");
    CHECK(rows_now() == std::vector<std::string>{"Gạo thơm 902 4", "Tiêu 911 5"});
    CHECK(told(built(sources, editor).document) == Lines{});
    editor.undo();
    editor.undo();
    CHECK(rows_now() == expected);  // now it is the source that says so
}

TEST_CASE("an added row that only resembles a source row is a row of its own") {
    const data::Sources sources =
        small_sources({products, "Huyện,Xã,Trạng thái,Ngày\nChâu Thành,Minh Hòa,planned,30/12/2021\n"});
    Editor editor;
    editor.add("outreach", "a1",
               {{"commune", "Minh Hòa"}, {"district", "Châu Thành"}, {"status", "done"}, {"date", "30/12/2021"}});
    CHECK(built(sources, editor).document.records.outreach.size() == 2);
}

TEST_CASE("rows keep their keys when a file is re-sorted, re-typed or saved in another form") {
    const auto keys = [](const std::string& csv) {
        std::vector<std::string> out;
        for (const std::string& noun : data::nouns())
            for (const domain::RowCells& row : data::build(small_sources({csv}), {}).cells.rows(noun))
                out.push_back(row.row);
        return out;
    };
    // These very texts stand in stores: never change them.
    CHECK(keys(products) == std::vector<std::string>{"nươc' măm'|htx môt.|phu' quôc'", "gao.|htx hai|châu thanh`"});
    CHECK(keys("ID,Tên sản phẩm,Huyện\n01-A,Gạo,Phú Quốc\n,Gạo,Phú Quốc\n,GẠO,phú  quốc\n,Gạo,Châu Thành\n") ==
          std::vector<std::string>{"01-A", "gao.||phu' quôc'", "gao.||phu' quôc'#2", "gao.||châu thanh`"});
    CHECK(keys("Huyện,Xã,Trạng thái,Ngày\nChâu Thành,Minh Hòa,done,20/12/2021\nChâu Thành,Minh Hoà,none,2021\n") ==
          std::vector<std::string>{"châu thanh`|minh hoa`|2021-12-20", "châu thanh`|minh hoa`|2021"});
    CHECK(keys("commune_code,status,date\n31105,done,2021-12-20\n") == std::vector<std::string>{"|31105|2021-12-20"});
    CHECK(keys("Huyện,Đối tượng,Tổng số người,Đã tập huấn,Tính đến ngày\nPhú Quốc,Quản lý,5,3,20.12.2021\n") ==
          std::vector<std::string>{"phu' quôc'||quan? ly'|2021-12-20"});
    CHECK(keys("mã sản phẩm,sao,đợt,số quyết định\n01-A,4,2021-1,12/QĐ\n") ==
          std::vector<std::string>{"01-a||||2021-1|12/qđ"});
}

TEST_CASE("the second of two equal rows is edited, not the first") {
    const data::Sources sources = small_sources(
        {products, "Tên sản phẩm,Chủ thể,Huyện,Hạng sao,Ngày công nhận\nGạo,HTX Hai,Châu Thành,3,20/12/2019\n"});
    Editor editor;
    const auto rows = built(sources, editor).cells.rows("products");
    REQUIRE(rows.size() == 3);
    editor.change(rows[2], "stars", "5");
    const domain::Document document = built(sources, editor).document;
    const domain::Product& product = product_named(document, "Gạo");
    REQUIRE(product.recognitions.size() == 2);
    CHECK(product.recognitions[0].stars == 4);
    CHECK(product.recognitions[1].stars == 5);
}

TEST_CASE("a rebuild shares the shapes of its sources") {
    const data::Sources sources = small_sources({products});
    const data::Built one = built(sources, {}), two = built(sources, {});
    CHECK(one.document.territory(domain::Era::y2021).shapes == sources.base.territory(domain::Era::y2021).shapes);
    CHECK(one.document == two.document);
}
