// Columns whose meaning a person has chosen: edits like any other, and known again in the next version of the file.
#include "data/column_edits.h"

#include <catch2/catch.hpp>

#include "data/proposal.h"
#include "data/workspace_reader.h"
#include "data/workspace_writer.h"
#include "domain/merge.h"
#include "edits_for_tests.h"

using namespace tests;

namespace {
using Names = std::vector<std::string>;

const std::string odd =
    "Báo cáo của xã\n"
    "Món làm ra,Nhà làm,Ở huyện,Mấy sao,Bao giờ\n"
    "Nước mắm,Bà Ba,Phú Quốc,4,01/06/2021\n"
    "Khô,Bà Tư,Phú Quốc,3,02/06/2021\n";

/// A register, what a person chose of its columns, and what is read of it then.
struct Book {
    explicit Book(std::string text) : sources{small_sources({std::move(text)})} {}

    data::Sources sources;
    Editor editor;

    data::Built built() const {
        return data::build(data::with_columns(sources, data::chosen_columns(editor.journal)), editor.journal);
    }
    domain::Document document() const { return built().document; }
    void choose(const char* header, const char* column, const char* noun = "products") {
        editor.record({data::mapping_edit({noun, header, column}, column)});
    }
    void choose_all() {
        choose("Món làm ra", "product");
        choose("Nhà làm", "producer");
        choose("Ở huyện", "district");
        choose("Mấy sao", "stars");
        choose("Bao giờ", "recognised_on");
    }
};

}  // namespace

TEST_CASE("a file whose headers nobody knows is open with a finding, and read once a person has said what they are") {
    Book book{odd};
    data::Built built = book.built();
    REQUIRE(built.unread);
    CHECK(built.document.records.products.empty());
    REQUIRE(built.document.findings.size() == 2);
    CHECK(built.document.findings.back().severity == core::Severity::error);
    CHECK(sentences(built.document.findings) ==
          Names{"Không nhận ra trang này là bảng gì nên không đọc.",
                "Không nhận ra bảng nào trong “sổ 1.csv” nên chưa đọc gì. Bấm vào đây để chọn cột nào là gì."});

    book.choose("Món làm ra", "product");
    CHECK(book.built().unread);  // a name alone is no list yet
    book.choose("Mấy sao", "stars");
    built = book.built();
    CHECK_FALSE(built.unread);
    REQUIRE(built.document.records.products.size() == 2);
    CHECK(built.document.records.products[1].name == "Khô");
    CHECK(built.document.records.products[0].recognitions.front().stars == 4);
    CHECK(built.document.records.products[0].location.district_code.empty());
    // Rows that a choice does not place are told, one by one.
    const auto said = sentences(built.document.findings);
    CHECK(std::count_if(said.begin(), said.end(),
                        [](const std::string& sentence) { return sentence.starts_with("Dòng không ghi huyện"); }) == 2);
    book.choose("Ở huyện", "district");
    CHECK(book.document().records.products[0].location.district_code == "911");
    CHECK(vi(*book.editor.journal.undo_label()) == "Thêm “Ở huyện → district”");
}

TEST_CASE("choices are undone to the file as it was and redone to the same document") {
    Book book{odd};
    std::vector<domain::Document> documents{book.document()};
    for (const auto& [header, column] : {std::pair{"Món làm ra", "product"}, std::pair{"Mấy sao", "stars"},
                                         std::pair{"Mấy sao", ""}, std::pair{"Mấy sao", "stars"}}) {
        book.choose(header, column);
        documents.push_back(book.document());
    }
    for (std::size_t i = documents.size() - 1; i > 0; --i) {
        book.editor.undo();
        CHECK(book.document() == documents[i - 1]);
    }
    for (std::size_t i = 1; i < documents.size(); ++i) {
        book.editor.redo();
        CHECK(book.document() == documents[i]);
    }
    CHECK(documents[2] == documents[4]);
    CHECK_FALSE(documents[2] == documents[3]);
}

TEST_CASE("the next version of the file is read by the same choices, in whatever order its columns stand") {
    Book book{odd};
    book.choose_all();
    const Folder folder;
    data::Store{folder.path() / "sổ.gpkg"}.save(book.editor.journal);

    Book next{"MẤY SAO,Ghi thêm,Món  làm ra,Ở huyện,Nhà làm,Bao giờ\n5,x,Tiêu,Phú Quốc,Bà Năm,03/07/2021\n"};
    next.editor.journal = data::Store{folder.path() / "sổ.gpkg"}.load();
    CHECK(next.editor.journal == book.editor.journal);
    const domain::Document read = next.document();
    REQUIRE(read.records.products.size() == 1);
    CHECK(read.records.products[0].producer == "Bà Năm");
    CHECK(read.records.products[0].recognitions.front().stars == 5);
    CHECK(sentences(read.findings).empty());
    CHECK(notes(read.findings).front() == "Cột “Ghi thêm” không được nhận ra và chỉ giữ làm ghi chú.");
}

TEST_CASE("a header that is no more is told, with what it was read as; one of a table that is not read yet is there") {
    Book book{odd};
    book.choose_all();
    book.sources = small_sources({"Món làm ra,Nhà làm,Ở huyện,Số sao,Bao giờ\nKhô,Bà Tư,Phú Quốc,3,02/06/2021\n"});
    CHECK(sentences(book.document().findings) ==
          Names{"Không còn cột “Mấy sao” mà đã có người chọn đọc là “sao”. Nếu tiêu đề đã đổi, hãy chọn lại cột."});
    Book begun{odd};
    begun.choose("Mấy sao", "stars");
    CHECK(sentences(begun.document().findings).size() == 2);  // not recognised yet, but its header stands there
}

TEST_CASE("a column that the words name is set aside by a person, who also says which one takes its place") {
    Book book{"Sản phẩm,Huyện,Sao,Sao thật\nMắm,Phú Quốc,5,3\n"};
    CHECK(book.document().records.products[0].recognitions.front().stars == 5);
    book.choose("Sao thật", "stars");
    CHECK(book.document().records.products[0].recognitions.front().stars == 3);
    CHECK(sentences(book.document().findings).front().starts_with("Cột “Sao” cùng nghĩa với cột D “Sao thật”"));
    book.choose("Sao", "");
    CHECK(book.document().records.products[0].recognitions.front().stars == 3);
    CHECK(book.document().records.products[0].note == "Sao: 5");
    CHECK(sentences(book.document().findings).empty());
    CHECK(notes(book.document().findings).front() == "Cột “Sao” chỉ giữ làm ghi chú, như đã chọn.");
}

TEST_CASE("a table of many strange columns is read as soon as a person has named the two that it needs") {
    Book book{"A1,A2,A3,A4,A5,A6,A7,A8,Thứ,Vùng\n1,2,3,4,5,6,7,8,Mắm,Phú Quốc\n"};
    book.choose("Thứ", "idea", "ideas");
    book.choose("Vùng", "district", "ideas");
    CHECK(book.document().records.ideas.size() == 1);
}

TEST_CASE("columns that tell another era bring the units of that era, and taken back they leave the first") {
    const Folder folder;
    const data::Sources sources =
        data::read_sources(folder.write("sổ.csv", "Món,Chỗ,Mấy sao\nMắm,Đặc khu Phú Quốc,4\nKhô,Xã An Biên,3\n"));
    CHECK(sources.base.register_era == domain::Era::y2021);
    Editor editor;
    for (const auto& [header, column] :
         {std::pair{"Món", "product"}, std::pair{"Mấy sao", "stars"}, std::pair{"Chỗ", "commune"}})
        editor.record({data::mapping_edit({"products", header, column}, column)});
    const data::Sources now = data::with_columns(sources, data::chosen_columns(editor.journal));
    CHECK(now.base.register_era == domain::Era::y2025);
    CHECK(now.base.era == domain::Era::y2025);
    CHECK(data::build(now, editor.journal).document.unmatched.empty());
    CHECK(data::with_columns(now, {}).base == sources.base);

    // Of both eras at once: refused, with the rows named.
    const data::Sources mixed =
        data::read_sources(folder.write("hai.csv", "Món,Chỗ,Mấy sao\nMắm,Đặc khu Phú Quốc,4\nKhô,Thị trấn Thứ Ba,3\n"));
    CHECK_THROWS_WITH(data::with_columns(mixed, data::chosen_columns(editor.journal)),
                      Catch::Contains("error.register_mixes_eras"));
}

TEST_CASE("two laptops that read a column differently are told, and the newer choice stands") {
    Book first{odd}, second{odd};
    first.choose("Nhà làm", "producer");
    second.editor.steps = 100;
    second.choose("Nhà làm", "contact");
    const domain::Merged merged = domain::merge(first.editor.journal, second.editor.journal);
    REQUIRE(merged.conflicts.size() == 1);
    CHECK(merged.conflicts.front().column == "column");
    CHECK(data::chosen_columns(merged.journal) ==
          data::ColumnMappings{{"products", "Nhà làm", "contact", "Bình", "2021-12-31"}});
}

TEST_CASE("what is proposed tells each header, its cells, what it is read as and who said so") {
    Book book{odd};
    const data::Table& table = book.sources.registers.front().front();
    CHECK(data::propose(table).noun.empty());
    const domain::Proposal hinted = data::propose(table, {}, {"products", 2});
    CHECK(hinted.noun == "products");
    CHECK_FALSE(hinted.recognised);
    CHECK(hinted.meanings.front().column == "id");
    CHECK(hinted.meanings[1] == domain::Meaning{"product", true});
    book.choose("Nhà làm", "producer");
    const domain::Proposal begun = data::propose(table, data::chosen_columns(book.editor.journal));
    CHECK(begun.noun == "products");
    CHECK_FALSE(begun.recognised);
    CHECK(begun.columns[1] ==
          domain::ProposedColumn{2, "Nhà làm", "producer", {"Bà Ba", "Bà Tư"}, true, "Bình", "2021-12-31"});
    CHECK(
        data::propose(small_sources({"Món,Khi nào\nMắm,2021/06/01\n"}).registers.front().front()).columns[1].samples ==
        Names{"01/06/2021"});
    CHECK(data::propose(table, {}, {"", 3}).columns.front().header == "Nước mắm");

    // Group titles over headers of their own.
    const data::Table two = small_sources({",,Chỗ nào,,\nMón,Nhà,Huyện nào,Xã nào\nMắm,Ba,Phú Quốc,Dương Đông\n"})
                                .registers.front()
                                .front();
    CHECK(data::propose(two, {}, {"products", 2}).columns[2].header == "Huyện nào");
    const data::Table merged = small_sources({"Món,Nhà,Chỗ nào,,\n,,Huyện nào,Xã nào\nMắm,Ba,Phú Quốc,Dương Đông\n"})
                                   .registers.front()
                                   .front();
    const domain::Proposal under = data::propose(merged, {}, {"products", 2});
    REQUIRE(under.columns.size() == 4);
    CHECK(under.columns[0].header == "Món");
    CHECK(under.columns[3].header == "Chỗ nào – Xã nào");
    CHECK(under.columns[3].samples == Names{"Dương Đông"});
    CHECK(data::recognise(merged, {{"products", "Món", "product"}, {"products", "Chỗ nào – Xã nào", "commune"}}));
}

TEST_CASE("choices are written into the workspace, which keeps all else as it is typed") {
    const Folder folder;
    folder.write("xã.shp", "");
    const fs::path path = folder.write("sổ.toml",
                                       "# của văn phòng\ntitle = \"Sổ\"  # tên\n\n[columns.products]\n"
                                       "\"Nhà làm\" = \"contact\"  # chưa chắc\n\n[boundaries.2021]\n"
                                       "communes = \"xã.shp\"\n");
    const data::ColumnMappings chosen{{"products", "NHÀ LÀM", "producer"},
                                      {"products", "Món \"ngon\"", "product"},
                                      {"products", "Số thứ", ""},
                                      {"ideas", "Ý", "idea"}};
    data::write_columns(path, chosen);
    const std::string text = data::read_bytes(path);
    CHECK(text.starts_with("# của văn phòng\ntitle = \"Sổ\"  # tên\n\n[columns.products]\n"));
    CHECK(text.find("contact") == std::string::npos);
    CHECK(text.find("producer\'  # chưa chắc\n") != std::string::npos);
    CHECK(text.find("[boundaries.2021]\ncommunes = \"xã.shp\"\n") != std::string::npos);
    const data::Workspace read = data::read_workspace(path);
    CHECK(read.document.findings.size() == 1);  // that no register is named
    for (const data::ColumnMapping& mapping : chosen) {
        const auto* found = data::mapping_of(read.columns, mapping.noun, data::recognisable(mapping.header));
        REQUIRE(found != nullptr);
        CHECK(found->column == mapping.column);
    }
    CHECK(read.columns.size() == 4);
    data::write_columns(path, chosen);
    CHECK(data::read_bytes(path) == text);

    const fs::path inline_columns = folder.write("a.toml", "columns = { products = { \"A\" = \"note\" } }\n");
    CHECK_THROWS_AS(data::write_columns(inline_columns, chosen), core::Error);
    CHECK(data::read_bytes(inline_columns) == "columns = { products = { \"A\" = \"note\" } }\n");
}
