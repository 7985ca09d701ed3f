// The register as an Excel workbook: written and read again it is the same; the template counts nothing by itself.
#include "data/register_writer.h"

#include <catch2/catch.hpp>
#include <map>
#include <random>

#include "core/text.h"
#include "data/columns.h"
#include "data/form_book.h"
#include "edits_for_tests.h"
#include "support/register.h"

using namespace ocop;
using namespace tests;

namespace {

const core::Words vietnamese{core::Language::vietnamese}, english{core::Language::english};

ReadRegister read_workbook(const fs::path& path, const domain::Territory& territory) {
    ReadRegister read;
    data::Draft draft;
    data::read_register(data::read_tables(path), data::Join{territory}, {2030, 12, 31}, draft, read.findings);
    read.records = data::merged(std::move(draft), read.findings);
    return read;
}

/// Both registers in a form that a failing test can show.
std::string product_line(const domain::Product& p) {
    std::string line = p.id + "|" + p.name + "|" + p.producer + "|" + p.location.district_text + "|" +
                       p.location.commune_text + "|" + p.location.district_code + "|" + p.location.commune_code + "|" +
                       p.group + "|" + p.contact + "|" + p.note;
    for (const domain::Recognition& r : p.recognitions)
        line += "\n  " + std::to_string(r.stars) + "|" + std::to_string(static_cast<int>(r.award)) + "|" + r.decision +
                "|" + (r.recognised_on ? domain::iso(r.recognised_on->day) : "") + "|" +
                (r.expires_on ? domain::iso(*r.expires_on) : "") + "|" + r.round + "|" + r.source;
    return line;
}

void check_equal(const domain::Register& written, const domain::Register& read) {
    const domain::Register a = without_places(written), b = without_places(read);
    REQUIRE(a.products.size() == b.products.size());
    for (std::size_t i = 0; i < a.products.size(); ++i)
        CHECK(product_line(a.products[i]) == product_line(b.products[i]));
    CHECK(a.products == b.products);
    CHECK(a.ideas == b.ideas);
    CHECK(a.organisations == b.organisations);
    CHECK(a.trainings == b.trainings);
    CHECK(a.outreach == b.outreach);
    CHECK(a.projects == b.projects);
    CHECK(a.coverage == b.coverage);
    CHECK(a.tables == b.tables);
}

domain::Document small_document() {
    domain::Document document;
    document.as_of = {2021, 12, 31};
    document.title = "Thử";
    document.territories.emplace(domain::Era::y2021, small_territory());
    return document;
}

/// Registers as a reader could have made them, full of what spreadsheets like to change.
class Invent {
public:
    explicit Invent(unsigned seed) : random_{seed} {}

    domain::Register whole() {
        domain::Register records;
        const auto many = [&](const char* table, auto& rows, auto make) {
            const int kind = number(0, 5);  // none of the table at all; an empty list; some rows
            if (kind == 0) return;
            records.tables.push_back(table);
            for (int n = kind == 1 ? 0 : number(1, 12); n > 0; --n) rows.push_back(make());
        };
        many("products", records.products, [&] { return product(); });
        many("ideas", records.ideas, [&] { return domain::Idea{name(), place(), date(), number(0, 6), {}}; });
        many("organisations", records.organisations, [&] {
            return domain::Organisation{name(), text(), place(), date(), {}};
        });
        many("training", records.trainings, [&] {
            const int people = number(0, 5000);
            return domain::Training{place(), number(0, 1) ? domain::Role::leader : domain::Role::manager,
                                    people,  number(0, people),
                                    date(),  {}};
        });
        many("outreach", records.outreach, [&] {
            return domain::Outreach{place(),
                                    static_cast<domain::OutreachStatus>(number(0, 3)),
                                    date(),
                                    text(),
                                    number(0, 1) ? std::optional{number(0, 123456)} : std::nullopt,
                                    {}};
        });
        many("projects", records.projects, [&] {
            return domain::Project{
                name(), static_cast<domain::ProjectKind>(number(0, 4)), place(), text(), date(), date(), {}};
        });
        for (int n = number(0, 4); n > 0; --n) {
            domain::Coverage coverage;
            coverage.table = number(0, 1) ? "products" : "ideas";
            coverage.round = round(n);
            coverage.complete = number(0, 1) == 1;
            if (number(0, 1)) coverage.district_code = "911";
            if (number(0, 1) && !coverage.district_code.empty()) coverage.district_text = "Phú Quốc";
            if (number(0, 1)) coverage.listed = number(0, 100);
            if (number(0, 1)) coverage.published = number(0, 2000);
            if (coverage.listed.value_or(0) < coverage.published.value_or(0))
                coverage.complete = false;  // who lacks some
            coverage.source = text();
            records.coverage.push_back(std::move(coverage));
        }
        return records;
    }

private:
    int number(int least, int most) { return std::uniform_int_distribution{least, most}(random_); }

    std::string text() {
        static const std::vector<std::string> odd{"",
                                                  "=1+1",
                                                  "=SUM(A1:A9)",
                                                  "+84 297 3862 000",
                                                  "007",
                                                  "0012",
                                                  "-5",
                                                  "@nhà",
                                                  "'ngoặc",
                                                  "2021-12",
                                                  "31/12/2021",
                                                  "1,5",
                                                  "1.234",
                                                  "TRUE",
                                                  "N/A",
                                                  "5 %",
                                                  "1e5",
                                                  "a & b < c > d",
                                                  "\"trích\"",
                                                  "Đặc sản Ễ Ậ Ộ Ở",
                                                  "𝄞 và 🐟",
                                                  "x;y|z",
                                                  "_x0041_",
                                                  "ÂN, ân",
                                                  "C:\\thư mục",
                                                  "https://a.vn/?x=1&y=2",
                                                  "=HYPERLINK(\"a\")",
                                                  "{=1}",
                                                  "Thực  phẩm"};
        std::string out = odd[static_cast<std::size_t>(number(0, static_cast<int>(odd.size()) - 1))];
        if (number(0, 40) == 0)
            while (out.size() < 30000) out += " dai" + std::to_string(out.size());
        return core::collapsed(core::nfc(out));
    }
    std::string name() { return core::collapsed(text() + " tên " + std::to_string(++names_)); }
    std::optional<domain::DatePoint> date() {
        switch (number(0, 5)) {
            case 0:
                return {};
            case 1:
                return domain::parse_date(std::to_string(number(1999, 2024)));
            case 2:
                return domain::parse_date(std::to_string(number(1, 12)) + "/" + std::to_string(number(1999, 2024)));
            case 3:
                return domain::DatePoint{{1900, number(1, 12), number(1, 28)}, false};
            default:
                return domain::DatePoint{{number(1901, 2029), number(1, 12), number(1, 28)}, false};
        }
    }
    domain::Location place() {
        switch (number(0, 6)) {
            case 0:
                return {};
            case 1:
                return {"Phú Quốc", "", "911", ""};
            case 2:
                return {"Vĩnh Thuận", "Thị trấn Vĩnh Thuận", "910", "31051"};
            case 3:
                return {"Vĩnh Thuận", "Vĩnh Thuận", "910", "31060"};  // by its code alone
            case 4:
                return {"", "", "905", "30898"};
            case 5:
                return {"Huyện Không Có", "Xã Không Thấy", "", ""};
            default:
                return {"châu thành", "Xã Không Thấy", "905", ""};
        }
    }
    std::string round(int n) { return n % 2 ? std::to_string(2018 + n) : std::to_string(2018 + n) + "-1"; }
    domain::Product product() {
        domain::Product product;
        product.name = name();
        if (number(0, 2) == 0) product.id = "0" + std::to_string(names_);
        product.producer = text();
        product.producer_kind = static_cast<domain::ProducerKind>(number(0, 5));
        product.location = place();
        const char* const groups[] = {"food",       "drink",   "herbal", "textile",  "handicraft_decor",
                                      "ornamental", "tourism", "",       "Nhóm khác"};
        product.group = groups[number(0, 8)];
        product.contact = text();
        product.note = text();
        if (number(0, 2) == 0) product.note = "một\nhai: " + std::to_string(number(0, 9)) + "\n=ba";
        const int recognitions = number(0, 3);
        for (int n = 1; n <= recognitions; ++n) {
            domain::Recognition r;
            r.stars = number(1, 5);
            r.round = recognitions == 1 && number(0, 1) ? "" : n == 3 ? "national-2022-1" : round(n);
            if (r.stars == 5)
                r.award = r.round.starts_with("national-") && number(0, 1) ? domain::Award::national
                                                                           : domain::Award::potential_five;
            r.decision = text();
            r.recognised_on = date();
            if (number(0, 1)) r.expires_on = domain::Date{2029, number(1, 12), number(1, 28)};
            r.source = text();
            product.recognitions.push_back(std::move(r));
        }
        return product;
    }

    std::mt19937 random_;
    int names_ = 0;
};

}  // namespace

TEST_CASE("what is written is read again: the shipped workspaces") {
    for (const char* name : {"kien-giang.toml", "minh-hoa.toml"}) {
        INFO(name);
        const Folder folder;
        const domain::Document document = data::open(fs::path{OCOP_GEODATA} / name);
        for (const core::Words* words : {&vietnamese, &english}) {
            const fs::path copy = folder.path() / "Bản sao.xlsx";
            data::write_register(document, {}, *words, copy);
            const domain::Document again = data::open(copy);
            CHECK(sentences(again.findings) == Lines{});
            check_equal(document.records, again.records);
        }
    }
}

TEST_CASE("what is written is read again: registers by chance") {
    const unsigned seed = std::random_device{}();
    const Folder folder;
    domain::Document document = small_document();
    for (unsigned round = 0; round < 25; ++round) {
        INFO("seed " << seed + round);
        document.records = Invent{seed + round}.whole();
        const fs::path path = folder.path() / "sổ.xlsx";
        data::write_register(document, {}, round % 2 ? vietnamese : english, path);
        check_equal(document.records, read_workbook(path, small_territory()).records);
    }
}

TEST_CASE("a row of the whole province, alone in its file, stays a row beside the others of the copy") {
    const Folder folder;
    domain::Document document = small_document();
    const domain::DatePoint day{{2021, 12, 31}, false};
    for (const char* whole : {"Toàn tỉnh", "Tổng cộng", "Toàn huyện", "Cộng huyện Phú Quốc"}) {
        INFO(whole);
        document.records = {};
        document.records.tables = {"training", "outreach"};
        document.records.trainings = {{{"Phú Quốc", "", "911", ""}, domain::Role::manager, 10, 5, day, {}},
                                      {{"Vĩnh Thuận", "", "910", ""}, domain::Role::leader, 7, 7, day, {}},
                                      {{whole, "", "", ""}, domain::Role::manager, 40, 30, day, {}}};
        document.records.outreach = {
            {{"Phú Quốc", "Dương Đông", "911", "31078"}, domain::OutreachStatus::done, day, "Hội nghị", 25, {}},
            {{whole, "", "", ""}, domain::OutreachStatus::done, day, "Hội nghị", 90, {}}};
        const fs::path path = folder.path() / "sổ.xlsx";
        data::write_register(document, {}, vietnamese, path);
        const ReadRegister again = read_workbook(path, small_territory());
        check_equal(document.records, again.records);
    }
}

TEST_CASE("rows and cells that nobody can read are written as typed, and stay unread") {
    const data::Built built = data::build(
        small_sources(
            {"Tên sản phẩm,Chủ thể,Huyện,Xã,Hạng sao,Ngày công nhận,Ngày hết hạn,Quyết định,Đợt\n"
             "Mắm,A,Phú Quốc,Dương Đông,7,01/06/2021,,1/QĐ,\n"  // its only rating
             "Gạo,B,Châu Thành,,3,01/06/2020,cuối năm,2/QĐ,\n,C,Châu Thành,,4,,,,2021-1\n"
             "Gạo,B,Châu Thành,,bảy,01/06/2021,,,\n"  // a further rating
             "Khóm,D,Phú Quốc,Thổ Châu,4,31/02/2021,,,\nTiêu,E,Phú Quốc,,3,,,,\nTiêu,E,Phú Quốc,,4,,,,\n"
             "Sim,F,Phú Quốc,,x,,,,2020-1\nSim,F,Phú Quốc,,4,,,,2021-1\n",  // unread in front of a good one
             "Ý tưởng,Huyện,Bước,Ngày hỗ trợ\nMột,Phú Quốc,chín,01/06/2021\n,Phú Quốc,3,\nHai,Phú Quốc,9,2021\n",
             "Tổ chức,Huyện,Ngày củng cố\nHTX,Phú Quốc,31/02/2021\nHội,Phú Quốc,01/03/2021\n",
             "Huyện,Xã,Vai trò,Số người,Đã tập huấn,Tính đến\nPhú Quốc,,Lãnh đạo chủ thể,nhiều,3,2021\n"
             "Phú Quốc,,bếp,3,3,2021-06\nPhú Quốc,,Lãnh đạo chủ thể,5,3,mai\n",
             "Huyện,Xã,Trạng thái,Ngày\nPhú Quốc,Dương Đông,gì đó,\nPhú Quốc,Thổ Châu,Hoàn thành,hôm qua\n"}),
        {});
    REQUIRE(built.document.records.unread.size() == 11);
    const Folder folder;
    for (const core::Words* words : {&vietnamese, &english}) {
        const fs::path path = folder.path() / "sổ.xlsx";
        data::write_register(built.document, built.cells, *words, path);
        const ReadRegister read = read_workbook(path, small_territory());
        check_equal(built.document.records, read.records);
        const auto lines = [](const domain::Register& records) {
            Lines out;
            for (const domain::Unread& row : records.unread)
                out.push_back(row.table + " " + row.location.district_code + " " + row.location.commune_code + " " +
                              (row.on ? domain::iso(row.on->day) : "-") + " " + std::to_string(row.product));
            std::sort(out.begin(), out.end());
            return out;
        };
        CHECK(lines(built.document.records) == lines(read.records));
        const auto complaints = [](const core::Findings& findings) {
            std::map<std::string, int> count;
            for (const core::Finding& finding : findings)
                if (finding.severity != core::Severity::note) ++count[finding.what.key];
            return count;
        };
        CHECK(complaints(built.document.findings) == complaints(read.findings));
    }
}

TEST_CASE("what is written keeps open what was open: no stars at all, and one expiry for two rounds") {
    const Folder folder;
    const fs::path path = folder.path() / "sổ.xlsx";
    const auto again = [&](const std::vector<std::string>& files) {
        const data::Built built = data::build(small_sources(files), {});
        data::write_register(built.document, built.cells, vietnamese, path);
        const ReadRegister read = read_workbook(path, small_territory());
        check_equal(built.document.records, read.records);
        return std::pair{built.document.records, read.records};
    };
    const std::string starless = "Tên sản phẩm,Chủ thể,Huyện\nMắm,A,Phú Quốc\n";
    CHECK(again({starless}).second.tables.empty());
    // Beside a list that has stars its rows are in doubt, here and there.
    const auto [mixed, copy] = again({starless, "Tên sản phẩm,Chủ thể,Huyện,Hạng sao,Đợt\nGạo,B,Phú Quốc,3,2021-1\n"});
    CHECK(mixed.unread.size() == 1);
    CHECK(copy.unread.size() == 1);
    again({"Tên sản phẩm,Chủ thể,Huyện,Hạng sao,Đợt,Ngày hết hạn\nMắm,A,Phú Quốc,3,2020-1;2021-1,cuối năm\n"});
}

TEST_CASE("quotas that were changed stand in the copy, for people to read") {
    const Folder folder;
    domain::Document document = small_document();
    document.plan.id = "138/KH-UBND";
    document.plan.targets = {
        {domain::IndicatorId::products, domain::Level::district, domain::Bound::at_least, 4, {{"911", 10}}}};
    data::write_register(document, {}, vietnamese, folder.path() / "sổ.xlsx");
    Lines found;
    for (const data::Table& table : data::read_tables(folder.path() / "sổ.xlsx"))
        if (table.sheet == "Chỉ tiêu đang dùng")
            for (const auto& row : table.rows)
                if (row.size() == 4) found.push_back(row[0] + "|" + row[2] + "|" + row[3]);
    REQUIRE(found.size() >= 2);
    CHECK(found[found.size() - 2] == "Sản phẩm từ 3 sao|mọi đơn vị|4");
    CHECK(found.back() == "Sản phẩm từ 3 sao|Phú Quốc|10");
    CHECK(read_workbook(folder.path() / "sổ.xlsx", small_territory()).findings.empty());
}

TEST_CASE("a list that is known to be empty stays zero, one that nobody has stays no data") {
    const Folder folder;
    domain::Document document = small_document();
    document.records.tables = {"ideas"};
    data::write_register(document, {}, vietnamese, folder.path() / "sổ.xlsx");
    const ReadRegister read = read_workbook(folder.path() / "sổ.xlsx", small_territory());
    CHECK(read.records.tables == Lines{"ideas"});
    CHECK(read.records.ideas.empty());
    CHECK(read.findings.empty());
}

TEST_CASE("the template counts nothing and has nothing to complain about") {
    const Folder folder;
    const domain::Document shipped = data::open(fs::path{OCOP_GEODATA} / "kien-giang.toml");
    for (const core::Words* words : {&vietnamese, &english})
        for (const domain::Era era : {domain::Era::y2021, domain::Era::y2025}) {
            const fs::path path = folder.path() / "mẫu.xlsx";
            data::write_template(shipped.territory(era), *words, path);
            const domain::Document document = data::open(path);
            CHECK(placed(document.findings, {core::Severity::error, core::Severity::warning, core::Severity::note}) ==
                  Lines{});
            CHECK(document.records == domain::Register{});
        }
}

TEST_CASE("the template's sheets, in their order") {
    const Folder folder;
    data::write_template(small_territory(), vietnamese, folder.path() / "mẫu.xlsx");
    Lines names;
    const auto tables = data::read_tables(folder.path() / "mẫu.xlsx");
    for (const data::Table& table : tables) names.push_back(table.sheet);
    CHECK(names == Lines{"Hướng dẫn", "Sản phẩm", "Công nhận", "Ý tưởng", "Tổ chức", "Tập huấn", "Tuyên truyền",
                         "Dự án", "Mức đầy đủ", "Danh mục"});
    CHECK(tables[1].rows[2] == Lines{"STT", "Mã sản phẩm", "Tên sản phẩm", "Chủ thể", "Loại hình chủ thể",
                                     "Huyện/Thành phố", "Xã/Phường/Thị trấn", "Nhóm sản phẩm", "Hạng sao", "Danh hiệu",
                                     "Số quyết định", "Ngày công nhận", "Ngày hết hạn", "Đợt", "Nguồn", "Liên hệ",
                                     "Ghi chú", "Mã huyện", "Mã xã"});
    CHECK(tables[1].rows[3][2] == "Nước mắm (ví dụ)");
}

TEST_CASE("every heading, sheet name and value of our own workbooks is known to the reader") {
    for (const auto language : {core::Language::vietnamese, core::Language::english})
        for (const data::Form& form : data::forms()) {
            data::Table table{"", data::sheet_name(form.noun, language), 1, {{}}};
            for (const data::FormColumn& column : form.columns)
                table.rows[0].push_back(data::heading(form.noun, column.name, language));
            const auto sheet = data::recognise(table);
            INFO(table.sheet);
            REQUIRE(sheet);
            CHECK(sheet->noun == form.noun);
            CHECK(sheet->unknown.empty());
            for (std::size_t i = 0; i < form.columns.size(); ++i) {
                INFO(table.rows[0][i]);
                const std::string name{form.columns[i].name};
                CHECK(sheet->sheet_column(name) == static_cast<int>(i) + 1);
            }
            for (const data::FormColumn& column : form.columns)
                for (const std::string& value : data::values_in(column.list)) {
                    INFO(data::value_word(column.list, value, language));
                    CHECK(data::value_of(column.list, data::value_word(column.list, value, language)) == value);
                }
        }
}

TEST_CASE("a filled-in template is read without a finding, whether or not the examples were deleted") {
    const Folder folder;
    domain::Document document = small_document();
    domain::Product product;
    product.name = "Nước mắm";
    product.producer = "Hợp tác xã Hải Sản";
    product.producer_kind = domain::ProducerKind::cooperative;
    product.location = {"Thành phố Phú Quốc", "Phường Dương Đông", "911", "31078"};
    domain::Recognition recognition;
    recognition.stars = 4;
    recognition.decision = "12/QĐ-UBND";
    recognition.recognised_on = domain::DatePoint{{2021, 12, 1}, false};
    recognition.round = "2021-1";
    product.recognitions = {recognition};
    document.records.products = {product};
    document.records.tables = {"products"};
    data::write_register(document, {}, vietnamese, folder.path() / "sổ.xlsx");  // the other sheets keep their examples
    const ReadRegister read = read_workbook(folder.path() / "sổ.xlsx", small_territory());
    CHECK(read.findings.empty());
    check_equal(document.records, read.records);
}

TEST_CASE("an example row counts for nothing beside rows that count") {
    const auto read = read_csv(
        "STT,Tên sản phẩm,Chủ thể,Loại hình chủ thể,Huyện,Xã,Hạng sao,Số quyết định,Ngày công nhận\n"
        "Ví dụ,Nước mắm (ví dụ),,,Huyện Nào Đó,,9,,hôm qua\n"
        "1,Gạo,HTX A,Hợp tác xã,Phú Quốc,Dương Đông,3,1/QĐ,01/12/2021\n");
    CHECK(read.findings.empty());
    REQUIRE(read.records.products.size() == 1);
    CHECK(read.records.products[0].name == "Gạo");
}

TEST_CASE("blank rows are told between rows, not below the last one") {
    const std::string list =
        "STT,Ý tưởng,Huyện,Ngày hỗ trợ,Bước\n1,Trà,Phú Quốc,01/12/2021,2\n,,,,\n2,Mắm,Phú Quốc,01/12/2021,2\n";
    CHECK(notes(read_csv(list + ",,,,\n,,,,\n").findings) == Lines{"Bỏ qua 1 dòng trống."});
}

TEST_CASE("invented data say so on every sheet") {
    const Folder folder;
    domain::Document document = small_document();
    document.watermark = "DỮ LIỆU MINH HOẠ";
    data::write_register(document, {}, vietnamese, folder.path() / "sổ.xlsx");
    const auto tables = data::read_tables(folder.path() / "sổ.xlsx");
    CHECK(tables[0].rows[0] == Lines{"", "Thử · DỮ LIỆU MINH HOẠ"});
    CHECK(tables[1].rows[0][0] == "Sản phẩm · DỮ LIỆU MINH HOẠ");
    CHECK(tables[8].rows[0][0] == "Mức đầy đủ · DỮ LIỆU MINH HOẠ");
}

TEST_CASE("“Không có” beside rows is skipped and said") {
    const auto read = read_csv("STT,Ý tưởng,Huyện,Ngày hỗ trợ,Bước\n1,Trà,Phú Quốc,01/12/2021,2\n2,Không có,,,\n");
    CHECK(read.records.ideas.size() == 1);
    CHECK(notes(read.findings) == Lines{"Dòng “Không có” được bỏ qua vì trang này có dòng khác."});
}

TEST_CASE("a commune of which only “None” is known is a row, not an empty list") {
    const Folder folder;
    domain::Document document = small_document();
    document.records.tables = {"outreach"};
    document.records.outreach.resize(1);
    data::write_register(document, {}, english, folder.path() / "sổ.xlsx");
    check_equal(document.records, read_workbook(folder.path() / "sổ.xlsx", small_territory()).records);
}

TEST_CASE("two copies of one register are equal bytes, and never written over each other") {
    const Folder folder;
    domain::Document document = small_document();
    document.records = Invent{7}.whole();
    const fs::path first = data::dated_copy(folder.path() / "Kiên Giang.toml", {2022, 3, 9});
    CHECK(first.filename() == "Kiên Giang-2022-03-09.xlsx");
    data::write_register(document, {}, vietnamese, first);
    const fs::path second = data::dated_copy(folder.path() / "Kiên Giang.toml", {2022, 3, 9});
    CHECK(second.filename() == "Kiên Giang-2022-03-09-2.xlsx");
    data::write_register(document, {}, vietnamese, second);
    CHECK((data::read_bytes(first) == data::read_bytes(second)));
}
