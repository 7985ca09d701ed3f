// Registers as they arrive: each fault is one Vietnamese sentence with file, sheet, row and column, and no row is lost
// in silence.
#include <catch2/catch.hpp>

#include "bad_input.h"

using namespace tests;

namespace {

const std::string sheet = OCOP_TESTS "/fixtures/register/merged-titles.xlsx";
const std::string header = "Tên sản phẩm,Chủ thể,Huyện,Hạng sao,Ngày công nhận\n";

std::string bytes_of(const fs::path& path) {
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

/// A folder with Vietnamese letters and spaces, and a workspace in it that reads one register.
struct Register {
    Folder folder;
    std::string name = "sổ theo dõi OCOP năm 2021.csv";
    fs::path workspace() const {
        return tests::workspace(
            folder, "as_of = 2021-12-31\nregister = \"" + name + "\"\n" + shipped_districts + shipped_communes);
    }
    domain::Document open(const std::string& content) const {
        folder.write(name, content);
        return data::open(workspace());
    }
    Lines said(const std::string& content) const { return placed(open(content).findings); }
    /// The sentence of a register that cannot be opened, without the folder.
    std::string refusal(const std::string& content) const {
        folder.write(name, content);
        return refusal();
    }
    std::string refusal() const {
        std::string text = error_of([&] { data::open(workspace()); });
        const std::string path = folder.path().string() + "/";
        for (auto at = text.find(path); at != std::string::npos; at = text.find(path)) text.erase(at, path.size());
        return text;
    }
};

Lines in_csv(const std::string& rows) { return Register{}.said(header + rows); }
const std::string csv = "sổ theo dõi OCOP năm 2021.csv ";

}  // namespace

TEST_CASE("a register in a folder with Vietnamese letters and spaces opens without a word") {
    CHECK(in_csv("Mắm,A,An Biên,4,01/06/2021\n").empty());
}

TEST_CASE("stars of 7") {
    CHECK(in_csv("Mắm,A,An Biên,7,01/06/2021\n") ==
          Lines{csv + "2:4 Hạng sao “7” không nằm trong 1 đến 5; dòng này không được tính."});
}

TEST_CASE("a date of 2031, and 31/02") {
    CHECK(in_csv("Mắm,A,An Biên,4,01/01/2031\n") ==
          Lines{csv + "2:5 Ngày “01/01/2031” ở tương lai nên chưa được tính. Hãy kiểm tra năm."});
    CHECK(in_csv("Mắm,A,An Biên,4,31/02/2021\n") ==
          Lines{csv + "2:5 Không đọc được ngày “31/02/2021”; dòng này chưa rõ ngày nên chưa được tính. Hãy ghi dạng "
                      "31/12/2021."});
}

TEST_CASE("an unknown column is kept as a note and named") {
    const Register book;
    const auto document =
        book.open("Tên sản phẩm,Chủ thể,Huyện,Hạng sao,Ngày công nhận,Màu sắc\nMắm,A,An Biên,4,01/06/2021,đỏ\n");
    CHECK(placed(document.findings).empty());
    const Lines notes = placed(document.findings, {core::Severity::note});
    CHECK(std::find(notes.begin(), notes.end(), csv + "1:6 Cột “Màu sắc” không được nhận ra và chỉ giữ làm ghi chú.") !=
          notes.end());
    CHECK(document.records.products[0].note == "Màu sắc: đỏ");
}

TEST_CASE("a duplicate product") {
    CHECK(in_csv("Mắm,A,An Biên,4,01/06/2021\nmắm , A,Huyện An Biên,4,01/06/2021\n") ==
          Lines{csv + "3:0 “Mắm” đã có ở dòng 2; không tính hai lần."});
}

TEST_CASE("a district and a commune that do not exist, and a commune of another district") {
    CHECK(in_csv("Mắm,A,Gò Vấp,4,01/06/2021\n") ==
          Lines{csv + "2:3 Không có huyện, thành phố nào tên “Gò Vấp”. Hãy sửa tên theo danh mục."});
    const Register book;
    CHECK(book.said("Tên sản phẩm,Chủ thể,Huyện,Xã,Hạng sao\nMắm,A,Gò Quao,Thổ Châu,4\n") ==
          Lines{csv +
                "2:4 “Thổ Châu” không thuộc Gò Quao mà thuộc Phú Quốc. Dòng này được tính cho huyện, chưa định vị "
                "xã."});
}

TEST_CASE("negative people, and more trained than there are") {
    const Register book;
    const std::string training = "Huyện,Vai trò,Tổng số người,Số người đã tập huấn\n";
    CHECK(book.said(training + "An Biên,Cán bộ quản lý,-3,0\nGò Quao,Cán bộ quản lý,3,9\n") ==
          Lines{csv + "2:4 Số người đã tập huấn 0 trên tổng -3 không hợp lý; dòng này không được tính.",
                csv + "3:4 Số người đã tập huấn 9 trên tổng 3 không hợp lý; dòng này không được tính."});
    CHECK(book.said("Huyện,Xã,Trạng thái,Số người\nAn Biên,Hưng Yên,Hoàn thành,-5\n") ==
          Lines{csv + "2:4 Số người -5 là số âm; số này không được dùng."});
}

TEST_CASE("a workbook with merged title rows: its sheet, rows and columns as Excel shows them") {
    Register book;
    book.name = "sổ theo dõi.xlsx";
    const auto document = book.open(bytes_of(sheet));
    CHECK(document.records.products.size() == 3);
    CHECK(placed(document.findings) ==
          Lines{"sổ theo dõi.xlsx [Sản phẩm] 6:6 Hạng sao “7” không nằm trong 1 đến 5; dòng này không được tính.",
                "sổ theo dõi.xlsx [Sản phẩm] 7:7 Không đọc được ngày “31/02/2021”; dòng này chưa rõ ngày nên chưa được "
                "tính. Hãy ghi dạng 31/12/2021."});
}

TEST_CASE("files that are not what their ending says, cut short or empty") {
    const std::string damaged =
        "” không mở được như một bảng tính: tệp hỏng, ghi dở, có mật khẩu, hoặc đuôi tệp không đúng với nội dung. Hãy "
        "mở bằng Excel và lưu lại.";
    Register book;
    CHECK(book.refusal("") == "Tệp “sổ theo dõi OCOP năm 2021.csv” rỗng (0 byte). Hãy chép hoặc lưu lại tệp.");
    book.name = "sổ.xlsx";
    CHECK(book.refusal("") == "Tệp “sổ.xlsx” rỗng (0 byte). Hãy chép hoặc lưu lại tệp.");
    const std::string whole = bytes_of(sheet);
    for (const std::size_t size : {whole.size() / 2, whole.size() - 30, std::size_t{100}})
        CHECK(book.refusal(whole.substr(0, size)) == "Tệp “sổ.xlsx" + damaged);
}

TEST_CASE("a sound file under a wrong ending is read, and that is told") {
    Register book;
    const auto told = [](const domain::Document& document) {
        for (const core::Finding& finding : document.findings)
            if (finding.what.key == "finding.ending_differs") return finding.what.args;
        return std::vector<std::string>{};
    };
    auto document = book.open(bytes_of(sheet));
    CHECK(document.records.products.size() == 3);
    CHECK(told(document) == Lines{".xlsx"});
    book.name = "sổ.xlsx";
    document = book.open(header + "Mắm,A,An Biên,4,01/06/2021\n");
    CHECK(document.records.products.size() == 1);
    CHECK(told(document) == Lines{".csv"});
}

TEST_CASE("what is no file, or may not be read") {
    const std::string unreadable = "” Hãy kiểm tra quyền truy cập, hoặc xem đó có phải là một thư mục không.";
    const Register book;
    fs::create_directories(book.folder.path() / book.name);
    CHECK(book.refusal() == "Không đọc được tệp “" + book.name + "”. " + unreadable.substr(unreadable.find("Hãy")));
    fs::remove(book.folder.path() / book.name);
    CHECK(book.refusal().starts_with("Không tìm thấy tệp “" + book.name + "”"));
    book.folder.write(book.name, header + "Mắm,A,An Biên,4,01/06/2021\n");
    fs::permissions(book.folder.path() / book.name, fs::perms::none);
    if (::access((book.folder.path() / book.name).c_str(), R_OK) != 0)  // the superuser reads everything
        CHECK(book.refusal() == "Không đọc được tệp “" + book.name + "”. " + unreadable.substr(unreadable.find("Hãy")));
}

TEST_CASE("no table at all, and a form that nobody has filled in") {
    const Register book;
    CHECK(book.refusal("một,hai\nba,bốn\n") ==
          "Không nhận ra bảng nào trong “sổ theo dõi OCOP năm 2021.csv”. Cần một dòng tiêu đề, ví dụ “Tên sản phẩm”, "
          "“Chủ thể”, “Huyện”, “Hạng sao”.");
    CHECK(in_csv("") == Lines{csv + "1:0 Bảng chỉ có tiêu đề, chưa có dòng số liệu nào; được coi là chưa có số liệu, "
                                    "không phải bằng 0."});
}

TEST_CASE("more listed than published, and a workspace that names no register") {
    const Register book;
    CHECK(book.said("table,round,district,complete,listed,published,source\nproducts,2021-1,,no,90,54,báo\n") ==
          Lines{csv + "2:5 Số liệt kê 90 lớn hơn số đã công bố 54. Hãy kiểm tra hai số này."});
    const auto document = data::open(workspace(book.folder, shipped_districts + shipped_communes));
    CHECK(
        placed(document.findings, {core::Severity::note}) ==
        Lines{"không gian làm việc.toml 0:0 Tệp này không nêu sổ theo dõi nào (dòng register = […]), nên mọi chỉ tiêu "
              "đều chưa có số liệu."});
}

TEST_CASE("invented figures stay marked when their workbook is opened alone") {
    const Folder folder;
    const fs::path lone = folder.write("sổ/a.csv", header + "Mắm,A,An Biên,4,01/06/2021\n");
    CHECK(data::open(lone).watermark.empty());
    folder.write("khác.toml", "watermark = \"KHÁC\"\nregister = \"sổ/b.csv\"\n");
    folder.write("hỏng.toml", "watermark = ");
    CHECK(data::open(lone).watermark.empty());
    folder.write("minh họa.toml", "watermark = \"DỮ LIỆU MINH HOẠ\"\nregister = [\"sổ/../sổ/a.csv\"]\n");
    CHECK(data::open(lone).watermark == "DỮ LIỆU MINH HOẠ");
    folder.write("sổ/gần.toml", "watermark = \"GẦN\"\nregister = \"a.csv\"\n");
    CHECK(data::open(lone).watermark == "GẦN");
    CHECK(data::open(OCOP_GEODATA "/register/minh-hoa.xlsx").watermark == "DỮ LIỆU MINH HOẠ");
    CHECK(data::open(OCOP_GEODATA "/register/products.csv").watermark.empty());
}

TEST_CASE("a workbook by its name that is none is told as damaged, whatever its bytes are") {
    const std::string office = bytes_of(sheet), damaged =
                                                    "” không mở được như một bảng tính: tệp hỏng, ghi dở, có mật khẩu, "
                                                    "hoặc đuôi tệp không đúng với nội dung. Hãy mở bằng Excel và lưu "
                                                    "lại.";
    for (const char* name : {"sổ.xlsx", "sổ.ods", "sổ.xls"})
        for (const std::string& content :
             {std::string{"x"}, std::string(3000, '\0'), office.substr(0, 3000), std::string{"PK\x03\x04"},
              std::string{"Kính gửi phòng,\nbáo cáo kết quả như sau.\n"}, std::string{"%PDF-1.4\n1 0, obj\n2 0, obj\n"},
              std::string{"{\\rtf1, a}\nb, c\n"}, std::string{"title = \"a\"\nregister = [\"b\"]\n"}}) {
            CAPTURE(name, content.substr(0, 20));
            Register register_;
            register_.name = name;
            CHECK(register_.refusal(content) == "Tệp “" + std::string{name} + damaged);
        }
    Register titled;  // as programs of the web export it: titles above, tabs between
    titled.name = "sổ.xls";
    CHECK(titled
              .open("UBND TỈNH\nCHI CỤC\n\nDANH SÁCH\nNăm 2021\nTheo quyết định\n" + header +
                    "Mắm,A,An Biên,4,01/06/2021\n")
              .records.products.size() == 1);
    Register text;  // rows of cells are read, and the ending is told
    text.name = "sổ.xlsx";
    CHECK(text.open(header + "Mắm,A,An Biên,4,01/06/2021\n").records.products.size() == 1);
}
