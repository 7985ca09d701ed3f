// Cells, headers and eras of office files, where a whole file would be too much.
#include <catch2/catch.hpp>

#include <random>

#include "bad_input.h"
#include "data/address.h"
#include "data/cell_notes.h"
#include "data/numbers.h"
#include "data/proposal.h"
#include "data/stars.h"
#include "data/table.h"
#include "data/text_encoding.h"
#include "data/xls.h"
#include "data/xlsx_styles.h"
#include "data/xml.h"
#include "support.h"

using namespace tests;

TEST_CASE("numbers as people and spreadsheets write them") {
    using data::number_of;
    for (const auto& [text, value] : std::vector<std::pair<const char*, double>>{{"12", 12},
                                                                                 {"1.234", 1234},
                                                                                 {"1,234", 1234},
                                                                                 {"1.234,5", 1234.5},
                                                                                 {"1,234.5", 1234.5},
                                                                                 {"1 234", 1234},
                                                                                 {"1.234.567", 1234567},
                                                                                 {"0.125", 0.125},
                                                                                 {"0,125", 0.125},
                                                                                 {"1.2340", 1.234},
                                                                                 {"-3", -3},
                                                                                 {"2,0", 2},
                                                                                 {"1234.0", 1234}})
        CHECK(number_of(text) == value);
    for (const char* text : {"", "-", "x", "31.12.2021", "31/12", "1.2.3", "1,23,456", "12a", "1.234,5,6", ".5"})
        CHECK_FALSE(number_of(text));
    CHECK(data::number_text(1.234) == "1.2340");
    CHECK(data::number_text(std::string_view{"44561"}) == "44561");
    CHECK(data::number_text(0.1) == "0.1");
}

TEST_CASE("stars: a figure, a word or drawn; not a word that only sounds like one") {
    for (const char* text :
         {"3", "3 sao", "3sao", "★★★", "⭐⭐⭐", "***", "3*", "Ba sao", "Hạng 3 sao", "OCOP 3 sao", "3,0"})
        CHECK(data::stars_of(text) == 3);
    for (const char* text : {"", "0", "6", "3-4", "3.5", "★★★★★★", "★★ (3 sao)", "ba mươi", "tiềm năng 5 sao", "30"})
        CHECK(data::stars_of(text) == 0);
}

TEST_CASE("serial numbers are days by Excel's calendar") {
    using enum data::DateForm;
    CHECK(data::serial_text(44561, day) == "2021/12/31");
    CHECK(data::serial_text(44561.4375, day) == "2021/12/31 10:30:00");
    CHECK(data::serial_text(44561, month) == "12/2021");
    CHECK(data::serial_text(44561, year) == "2021");
    CHECK(data::serial_text(43099, day, true) == "2021/12/31");
    CHECK(data::serial_text(1, day) == "1900/01/01");
    CHECK(data::serial_text(61, day) == "1900/03/01");
    CHECK(data::serial_text(0.5, time) == "12:00:00");
    CHECK(data::serial_text(12.5, none) == "12.5");
    CHECK(data::date_form("dd/mm/yyyy;@") == day);
    CHECK(data::date_form("[$-42A]dd mmmm yyyy") == day);
    CHECK(data::date_form("mm/yyyy") == month);
    CHECK(data::date_form("yyyy") == year);
    CHECK(data::date_form("hh:mm:ss") == time);
    for (const char* format : {"General", "0.00", "#,##0 \"đồng\"", "[Red]0", "#,##0\\ \\d", "[h]:mm", "0%", "@"})
        CHECK(data::date_form(format) == none);
    CHECK(data::serial_date("44561") == domain::DatePoint{{2021, 12, 31}, false});
    CHECK_FALSE(data::serial_date("2021"));
    CHECK_FALSE(data::serial_date("44561a"));
}

TEST_CASE("addresses give what they name and nothing else") {
    const domain::Territory territory = small_territory();
    const data::Join join{territory};
    const auto read = [&](const char* text) {
        const data::Address address = data::read_address(text, join);
        return address.district + "/" + address.commune;
    };
    CHECK(read("Ấp 2, xã Minh Hòa, huyện Châu Thành, tỉnh Kiên Giang") == "huyện Châu Thành/xã Minh Hòa");
    CHECK(read("P. Dương Đông, TP. Phú Quốc") == "TP. Phú Quốc/P. Dương Đông");
    CHECK(read("Minh Hòa - Châu Thành - Kiên Giang") == "Châu Thành/Minh Hòa");
    CHECK(read("ấp 1 xã Bình An huyện Kiên Lương") == "huyện Kiên Lương/xã Bình An");
    CHECK(read("TT. Vĩnh Thuận, H. Vĩnh Thuận, Việt Nam") == "H. Vĩnh Thuận/TT. Vĩnh Thuận");
    CHECK(read("12 Nguyễn Huệ, Phú Quốc") == "Phú Quốc/");
    CHECK(read("xã Minh Hòa") == "/xã Minh Hòa");
    CHECK(read("Quốc lộ 61") == "/");
    CHECK(read("Chợ Minh Hòa, Châu Thành") == "Châu Thành/");
    CHECK(read("tỉnh Kiên Giang") == "/");
    CHECK(read("") == "/");
}

TEST_CASE("codes get their zeros back when one unit fits") {
    domain::Territory territory = small_territory();
    territory.units.push_back({"00123", "A", domain::Level::commune, domain::UnitKind::commune, 1, 0, {}, {}});
    territory.units.push_back({"00456", "B", domain::Level::commune, domain::UnitKind::commune, 1, 0, {}, {}});
    territory.units.push_back({"0456", "C", domain::Level::commune, domain::UnitKind::commune, 1, 0, {}, {}});
    const data::Join join{territory};
    CHECK(join.padded("123", domain::Level::commune) == "00123");
    CHECK(join.padded("0123", domain::Level::commune) == "00123");
    CHECK(join.padded("123.0", domain::Level::commune) == "00123");
    CHECK(join.padded("456", domain::Level::commune) == "456");  // two units fit
    CHECK(join.padded("31078", domain::Level::commune) == "31078");
    CHECK(join.padded("23", domain::Level::commune) == "23");
    CHECK(join.padded("123", domain::Level::district) == "123");
    const Folder folder;
    data::Draft draft;
    core::Findings findings;
    data::read_register(data::read_tables(folder.write("a.csv", "Tên sản phẩm,Mã xã,Sao\nMắm,123,3\nKhô,00123,4\n")),
                        join, {2022, 12, 31}, draft, findings);
    CHECK(draft.records.products[0].location.commune_code == "00123");
    const std::vector<std::string> said = notes(findings);
    CHECK(std::count(said.begin(), said.end(),
                     "1 mã trong cột này mất số 0 ở đầu và được thêm lại theo danh mục, ví dụ “123” là “00123”.") == 1);
}

TEST_CASE("headers that a person explained, and what that person is shown") {
    const Folder folder;
    const auto read = [&](const std::string& text) { return data::read_tables(folder.write("a.csv", text)).front(); };
    const data::Table odd = read("Báo cáo\nTên SP của xã,Nhà làm,Mấy sao\nMắm,Bà Ba,3\nKhô,Bà Tư,4\n");
    CHECK_FALSE(data::recognise(odd));
    const domain::Proposal guess = data::propose(odd);
    CHECK(guess.noun.empty());
    CHECK(guess.header_row == 2);
    REQUIRE(guess.columns.size() == 3);
    CHECK(guess.columns[1].header == "Nhà làm");
    CHECK(guess.columns[1].samples == std::vector<std::string>{"Bà Ba", "Bà Tư"});
    const data::ColumnMappings mappings{{"products", "TÊN  SP của xã", "product"}, {"products", "Mấy sao", "stars"}};
    const auto sheet = data::recognise(odd, mappings);
    REQUIRE(sheet);
    CHECK(sheet->noun == "products");
    CHECK(sheet->cell(3, "product") == "Khô");
    CHECK(sheet->cell(3, "stars") == "4");
    CHECK(data::propose(odd, mappings).columns[2].known == "stars");

    const data::Table twice = read("Tên,Tên,Huyện,Sao\nMắm,Bà Ba,Phú Quốc,3\n");
    CHECK(data::propose(twice).columns[1].header == "Tên (2)");
    const auto both = data::recognise(twice, {{"products", "Tên", "product"}, {"products", "Tên (2)", "producer"}});
    REQUIRE(both);
    CHECK(both->cell(1, "product") == "Mắm");
    CHECK(both->cell(1, "producer") == "Bà Ba");
    // A person's word comes before the catalogue's.
    const data::Table two_names = read("Sản phẩm,Tên gọi ở nhà,Sao\nA,B,3\n");
    const auto other = data::recognise(two_names, {{"products", "Tên gọi ở nhà", "product"}});
    REQUIRE(other);
    CHECK(other->cell(1, "product") == "B");
}

TEST_CASE("a workspace remembers explained headers; what it says of no column is told") {
    const Folder folder;
    folder.write("sổ.csv", "Tên SP của xã,Huyện,Mấy sao\nMắm,An Biên,3\n");
    const std::string maps = shipped_districts + shipped_communes;
    const domain::Document document =
        data::open(workspace(folder,
                             "register = \"sổ.csv\"\n[columns.products]\n\"Tên SP của xã\" = \"product\"\n"
                             "\"Mấy sao\" = \"stars\"\n\"Huyện\" = \"quận\"\n[columns.abc]\na = \"b\"\n" +
                                 maps));
    REQUIRE(document.records.products.size() == 1);
    CHECK(document.records.products[0].name == "Mắm");
    CHECK(document.records.products[0].recognitions.size() == 1);
    const Lines lines = placed(document.findings);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].starts_with("không gian làm việc.toml 7:0 Mục [columns.abc] không phải tên một bảng. Các bảng: "));
    CHECK(
        lines[1].starts_with("không gian làm việc.toml 6:0 Cột “Huyện” được gán cho “quận” nhưng bảng products không "
                             "có cột này; bỏ qua. Các cột: id, product, "));
}

TEST_CASE("a register has one era: the file's, if all its rows have it") {
    const Folder folder;
    const std::string both = shipped_districts + shipped_communes +
                             "[boundaries.2025]\ncommunes = \"" OCOP_GEODATA "/boundaries/2025/communes.shp\"\n";
    folder.write("cũ.csv", "Tên sản phẩm,Huyện,Xã,Sao\nMắm,An Biên,Đông Yên,3\n");
    folder.write("mới.csv", "Tên sản phẩm,Xã,Sao\nMắm,phường Rạch Giá,3\nKhô,xã Đông Hòa,3\n");
    folder.write("lẫn.csv", "Tên sản phẩm,Huyện,Xã,Sao\nMắm,An Biên,Đông Yên,3\nKhô,,phường Rạch Giá,3\n");
    // A slip in a row that names its district is that row's own.
    folder.write("nhầm.csv", "Tên sản phẩm,Huyện,Xã,Sao\nMắm,An Biên,Đông Yên,3\nKhô,An Biên,An Biên,3\n");
    const auto open = [&](const std::string& lines) { return data::open(workspace(folder, lines + both)); };
    const auto refused = [&](const std::string& lines) {
        std::string sentence = error_of([&] { open(lines); });
        for (auto at = sentence.find(folder.path().string() + "/"); at != std::string::npos;
             at = sentence.find(folder.path().string() + "/"))
            sentence.erase(at, folder.path().string().size() + 1);
        return sentence;
    };
    CHECK(open("register = \"cũ.csv\"\n").register_era == domain::Era::y2021);
    CHECK(open("register = \"nhầm.csv\"\n").register_era == domain::Era::y2021);
    const domain::Document since = open("register = \"mới.csv\"\n");
    CHECK(since.register_era == domain::Era::y2025);
    CHECK(since.era == domain::Era::y2025);
    CHECK(since.records.products[1].location.commune_code == "31024");
    CHECK(refused("register = \"lẫn.csv\"\n") ==
          "Tệp “lẫn.csv” lẫn đơn vị hành chính của hai thời kỳ nên không được đọc. 1 dòng có tên hoặc mã chỉ có từ "
          "7/2025, đầu tiên: 3. 1 dòng có tên hoặc mã chỉ có trước đó, đầu tiên: 2. Hãy tách thành hai tệp, hoặc sửa "
          "các dòng này.");
    CHECK(
        refused("register_era = \"2021\"\nregister = \"mới.csv\"\n") ==
        "Tệp “mới.csv” không đọc được theo đơn vị hành chính 2021 như tệp không gian làm việc nêu: 1 dòng có tên hoặc "
        "mã chỉ có ở danh mục 2025, đầu tiên: 2. Hãy sửa register_era, hoặc sửa các dòng này.");
    CHECK(refused("register = [\"cũ.csv\", \"mới.csv\"]\n") ==
          "Tệp “mới.csv” ghi theo đơn vị hành chính từ 7/2025, tệp “cũ.csv” theo đơn vị trước đó, nên không đọc chung "
          "được. Hãy mở từng tệp riêng.");
}

TEST_CASE("text that no encoding makes Vietnamese is refused, never shown as garbage") {
    const Folder folder;
    const fs::path damaged = folder.write("a.csv", "H\xF8n \xD0\xE6 t\xEAn");
    CHECK(
        error_of([&] { data::read_tables(damaged); }) ==
        "Tệp “" + damaged.string() +
            "” không phải UTF-8, UTF-16, windows-1258, TCVN3 hay VNI, và không đọc được thành tiếng Việt. Hãy lưu lại "
            "từ Excel dưới dạng “CSV UTF-8” hoặc .xlsx.");
    CHECK(data::text_of("T\xEAn sa\xD2n ph\xE2\xD2m", "a.csv").utf8 == "Tên sản phẩm");
    CHECK(data::text_of("abc,1\n", "a.csv").utf8 == "abc,1\n");
}

TEST_CASE("workbooks with damaged bytes are read or refused, never worse") {
    std::mt19937 random{20211231};
    for (const char* name : {"03-two-row-header.xlsx", "04-two-row-header.ods", "45-formulas.xls"}) {
        const std::string whole = data::read_bytes(fs::path{OCOP_TESTS} / "fixtures" / "office" / name);
        for (int i = 0; i < 150; ++i) {
            std::string bytes = whole;
            for (int flips = 0; flips < 1 + i % 8; ++flips)
                bytes[random() % bytes.size()] = static_cast<char>(random() % 256);
            if (i % 5 == 0) bytes.resize(random() % bytes.size());
            const std::string ending = fs::path{name}.extension();
            INFO(name << " " << i);
            if (ending == ".xls") {
                CHECK_NOTHROW(data::read_xls_extras(bytes));
                continue;
            }
            const Folder folder;
            try {
                data::read_tables(folder.write("a" + ending, bytes.empty() ? "x" : bytes));
            } catch (const core::Error&) {
            }
        }
    }
}
