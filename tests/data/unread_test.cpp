// Rows that cannot be read are neither dropped nor guessed: they are kept as rows that may count, and what is taken
// instead of an unreadable cell is said.
#include <catch2/catch.hpp>

#include "support.h"

using namespace ocop;
using tests::read_csv;
using tests::sentences;
using Lines = std::vector<std::string>;

namespace {
const std::string header = "product,producer,district,commune,stars,recognised_on,expires_on,round\n";

/// "table district commune date role" of each unread row.
Lines unread(const domain::Register& records) {
    Lines out;
    for (const domain::Unread& row : records.unread)
        out.push_back(row.table + " " + row.location.district_code + " " + row.location.commune_code + " " +
                      (row.on ? domain::iso(row.on->day) : "-") +
                      (!row.role                           ? ""
                       : *row.role == domain::Role::leader ? " leader"
                                                           : " manager") +
                      " @" + std::to_string(row.where.row));
    return out;
}
bool holds(const domain::Register& records, const std::string& table) {
    return std::find(records.tables.begin(), records.tables.end(), table) != records.tables.end();
}
}  // namespace

TEST_CASE("stars that nobody can read: the product stays, the row may count") {
    const auto read = read_csv(header +
                               "Mắm,A,Phú Quốc,Dương Đông,nhiều sao,01/06/2021,,\nKhô,A,Phú Quốc,,7,,,2021-1\n"
                               "Gạo,A,Châu Thành,,6,,,2021-1;2020\n");
    CHECK(read.records.products.size() == 3);
    CHECK(unread(read.records) ==
          Lines{"products 911 31078 2021-06-01 @2", "products 911  2021-12-31 @3", "products 905  - @4"});
    CHECK(sentences(read.findings) == Lines{"Hạng sao “nhiều sao” không nằm trong 1 đến 5; dòng này không được tính.",
                                            "Hạng sao “7” không nằm trong 1 đến 5; dòng này không được tính.",
                                            "Hạng sao “6” không nằm trong 1 đến 5; dòng này không được tính."});
}

TEST_CASE("a recognition of which the stars were left out is one that cannot be read; a product without any is not") {
    const auto read = read_csv(header + "Mắm,A,Phú Quốc,,,01/06/2021,,\nKhô,A,Phú Quốc,,,,,\n");
    CHECK(unread(read.records) == Lines{"products 911  2021-06-01 @2"});
    CHECK(sentences(read.findings) ==
          Lines{"Dòng có quyết định, ngày hoặc đợt công nhận nhưng không ghi hạng sao nên không được tính."});
}

TEST_CASE("a row without a name may count, too") {
    const auto read = read_csv(header + ",A,Phú Quốc,,4,01/06/2021,,\n,B,Phú Quốc,,,,,\n");
    CHECK(read.records.products.empty());
    CHECK(unread(read.records) == Lines{"products 911  2021-06-01 @2"});
}

TEST_CASE("a list of products without a column of stars is no data, not zero") {
    const std::string said =
        "Bảng sản phẩm không có cột “Hạng sao”, cũng không có bảng công nhận nào, nên không đếm được sản phẩm; được "
        "coi "
        "là chưa có số liệu, không phải bằng 0. Hãy thêm cột “Hạng sao”.";
    const auto read = read_csv("Tên sản phẩm,Chủ thể,Huyện,xxx\nMắm,A,Phú Quốc,4\n");
    CHECK_FALSE(holds(read.records, "products"));
    REQUIRE(sentences(read.findings, {core::Severity::error}) == Lines{said});
    CHECK(read.findings.back().where.row == 1);

    // With a list of recognitions it is no mistake; with a second list that has stars its own rows are in doubt.
    const tests::Folder folder;
    const domain::Territory territory = tests::small_territory();
    const auto read_both = [&](const std::string& other) {
        data::Draft draft;
        core::Findings findings;
        for (const auto& path :
             {folder.write("a.csv", "id,product,producer,district\n1,Mắm,A,Phú Quốc\n"), folder.write("b.csv", other)})
            data::read_register(data::read_tables(path), data::Join{territory}, {2022, 12, 31}, draft, findings);
        auto records = data::merged(std::move(draft), findings);
        return tests::ReadRegister{std::move(records), std::move(findings)};
    };
    const auto listed = read_both("product_id,stars,recognised_on\n1,4,2021-06-01\n");
    CHECK(sentences(listed.findings).empty());
    CHECK(holds(listed.records, "products"));
    CHECK(listed.records.unread.empty());
    const auto mixed = read_both("product,producer,district,stars\nGạo,B,Châu Thành,3\n");
    CHECK(sentences(mixed.findings) == Lines{said});
    CHECK(holds(mixed.records, "products"));
    CHECK(unread(mixed.records) == Lines{"products 911  - @2"});
}

TEST_CASE("recognitions that cannot be read, or belong to no product") {
    const tests::Folder folder;
    const domain::Territory territory = tests::small_territory();
    data::Draft draft;
    core::Findings findings;
    for (const auto& path :
         {folder.write("a.csv", "id,product,producer,district\n1,Mắm,A,Phú Quốc\n"),
          folder.write("b.csv", "product_id,stars,recognised_on\n1,x,2021-06-01\n2,4,2021-06-01\n,4,2021-06-01\n")})
        data::read_register(data::read_tables(path), data::Join{territory}, {2022, 12, 31}, draft, findings);
    CHECK(unread(data::merged(std::move(draft), findings)) ==
          Lines{"products   - @4", "products 911  2021-06-01 @2", "products   2021-06-01 @3"});
}

TEST_CASE("ideas, organisations, training, outreach, projects that cannot be read") {
    CHECK(unread(read_csv("idea,district,step,supported_on\nA,Phú Quốc,hai,01/06/2021\n,Phú Quốc,3,\n"
                          "B,Phú Quốc,9,2021\nC,Phú Quốc,3,\nD,Phú Quốc,1,\n")
                     .records) == Lines{"ideas 911  2021-06-01 @2", "ideas 911  - @3", "ideas 911  2021-12-31 @4"});
    CHECK(unread(read_csv("organisation,kind,district,strengthened_on\nA,x,Phú Quốc,31/02/2021\nB,x,Phú Quốc,\n"
                          ",x,Phú Quốc,01/03/2021\n")
                     .records) == Lines{"organisations 911  - @2", "organisations 911  2021-03-01 @4"});
    CHECK(unread(read_csv("district,commune,role,people,trained,as_of\nPhú Quốc,Dương Đông,manager,abc,3,2021\n"
                          "Phú Quốc,,bếp,3,3,\nPhú Quốc,,leader,-3,3,\nPhú Quốc,,leader,3,3,\n")
                     .records) ==
          Lines{"training 911 31078 2021-12-31 manager @2", "training 911  - @3", "training 911  - leader @4"});
    CHECK(unread(read_csv("district,commune,status,date\nPhú Quốc,Dương Đông,gì đó,\nPhú Quốc,Thổ Châu,,2021\n"
                          "Phú Quốc,Thổ Châu,done,\n")
                     .records) == Lines{"outreach 911 31078 - @2", "outreach 911 31105 2021-12-31 @3"});
    CHECK(unread(read_csv("project,kind,district,from\n,processing,Phú Quốc,\nA,processing,Phú Quốc,\n").records) ==
          Lines{"projects 911  - @2"});
}

TEST_CASE("a further rating that cannot be read belongs to its product, and is not called a repeated row") {
    const auto read = read_csv(header + "Mắm,A,Phú Quốc,,4,01/06/2020,,\nGạo,B,Phú Quốc,,3,,,2020-1\n" +
                               "Mắm,A,Phú Quốc,,bảy,01/06/2021,,\n");
    CHECK(sentences(read.findings) == Lines{"Hạng sao “bảy” không nằm trong 1 đến 5; dòng này không được tính."});
    REQUIRE(read.records.unread.size() == 1);
    CHECK(read.records.unread.front().product == 0);
    CHECK(read.records.unread.front().on == domain::DatePoint{{2021, 6, 1}, false});
    CHECK(read.records.products.size() == 2);
}

TEST_CASE("a rating that cannot be read lies where its product does, whatever its own row says") {
    const auto read = read_csv(
        "Mã sản phẩm,Tên sản phẩm,Huyện,Xã,Hạng sao,Ngày công nhận\n"
        "1,Mắm,Phú Quốc,Dương Đông,4,01/06/2020\n1,Mắm,Châu Thành,,bảy,01/06/2021\n");
    REQUIRE(read.records.unread.size() == 1);
    CHECK(read.records.unread.front().location == read.records.products.front().location);
}

TEST_CASE("an award of five stars that nobody knows is told with what follows") {
    CHECK(
        sentences(read_csv("Tên sản phẩm,Huyện,Hạng sao,Danh hiệu,Ngày công nhận\nMắm,Phú Quốc,5,TW công nhận,2021\n")
                      .findings) ==
        Lines{"Không hiểu danh hiệu “TW công nhận” nên chưa rõ có phải 5 sao quốc gia hay không; kết luận để ngỏ. Hãy "
              "ghi “tiềm năng 5 sao” hoặc “5 sao quốc gia”."});
}

TEST_CASE("a list that is said to be complete and lists less than was published is not complete") {
    const auto read = read_csv("Bảng,Đợt,Huyện,Đầy đủ,Đã liệt kê,Đã công bố\nSản phẩm,2021-1,,có,18,54\n");
    CHECK(sentences(read.findings) == Lines{"Dòng ghi danh sách đầy đủ nhưng chỉ liệt kê 18 trên 54 đã công bố; coi là "
                                            "chưa đầy đủ. Hãy sửa một trong hai."});
    REQUIRE(read.records.coverage.size() == 1);
    CHECK_FALSE(read.records.coverage.front().complete);
}

TEST_CASE("'Toàn huyện' beside its district is the district's own row unless communes of it are listed") {
    const std::string columns = "Xã,Huyện,Vai trò,Số người,Đã tập huấn,Tính đến\n";
    const std::string own = ",Phú Quốc,Cán bộ quản lý,20,20,01/06/2021\n";
    const std::string all = "Toàn huyện,Phú Quốc,Cán bộ quản lý,20,10,01/10/2021\n";
    const auto trained = [&](const std::string& rows) { return read_csv(columns + rows).records.trainings.size(); };
    CHECK(trained(own + all) == 2);
    const auto both = read_csv(columns + own + all).records.trainings;
    CHECK(both.front().location == both.back().location);
    CHECK(trained("Dương Đông,Phú Quốc,Cán bộ quản lý,20,10,01/10/2021\n" + all) == 1);
}

TEST_CASE("two rows that disagree about one event both stand, and it is said that the verdict stays open") {
    const auto read = read_csv(header + "Mắm,A,Phú Quốc,,4,01/06/2021,,\nMắm,A,Phú Quốc,,2,01/06/2021,,\n");
    CHECK(
        sentences(read.findings) ==
        Lines{"“Mắm” trong cùng một đợt được ghi 2 sao ở đây nhưng 4 sao ở dòng 2; chưa rõ dòng nào đúng nên kết luận "
              "của đơn vị để ngỏ. Hãy sửa hoặc xóa một dòng."});
    REQUIRE(read.records.products.size() == 1);
    REQUIRE(read.records.products.front().recognitions.size() == 2);
    CHECK(read.records.products.front().recognitions[0].disputed);
    CHECK(read.records.products.front().recognitions[1].disputed);
}

TEST_CASE("rows of training and of outreach that contradict each other name each other") {
    const std::string said =
        "Dòng này và dòng 2 nói khác nhau về cùng một nơi, không rõ dòng nào mới hơn; kết luận của "
        "đơn vị để ngỏ. Hãy ghi rõ ngày hoặc xóa dòng sai.";
    const auto trained = read_csv(
        "district,commune,role,people,trained,as_of\nPhú Quốc,,manager,3,3,2021\nPhú Quốc,,manager,3,2,2021\n"
        "Phú Quốc,,leader,3,3,2021\nPhú Quốc,,leader,3,2,2020\n");
    CHECK(sentences(trained.findings) == Lines{said});
    CHECK(trained.findings.back().where.row == 3);
    CHECK(sentences(read_csv("district,commune,status,date\nPhú Quốc,Dương Đông,done,01/06/2021\n"
                             "Phú Quốc,Dương Đông,planned,\nPhú Quốc,Thổ Châu,planned,\n"
                             "Phú Quốc,Thổ Châu,done,01/06/2021\n")
                        .findings) == Lines{said});
}

TEST_CASE("a date that cannot be read: the sentence says what is taken instead") {
    const auto said = [](const std::string& rows) { return sentences(read_csv(header + rows).findings); };
    CHECK(said("Mắm,A,Phú Quốc,,4,31/02/2021,,2021-1\n") ==
          Lines{"Không đọc được ngày “31/02/2021”; tính theo đợt 2021-1, tức từ 31/12/2021. Hãy ghi dạng 31/12/2021."});
    CHECK(
        said("Mắm,A,Phú Quốc,,4,31/02/2021,,\n") ==
        Lines{"Không đọc được ngày “31/02/2021”; dòng này chưa rõ ngày nên chưa được tính. Hãy ghi dạng 31/12/2021."});
    CHECK(said("Mắm,A,Phú Quốc,,4,01/06/2021,99/99/9999,\n") ==
          Lines{"Không đọc được ngày hết hạn “99/99/9999”; tạm tính 36 tháng từ ngày công nhận; khi tính còn hiệu lực, "
                "sản phẩm này để ngỏ. Hãy ghi dạng 31/12/2021."});
    CHECK(sentences(read_csv("organisation,kind,district,strengthened_on\nA,x,Phú Quốc,31/02/2021\n").findings) ==
          Lines{"Không đọc được ngày “31/02/2021”; chưa tính là đã củng cố. Hãy ghi dạng 31/12/2021."});
    CHECK(sentences(read_csv("district,commune,role,people,trained,as_of\nPhú Quốc,,manager,3,3,abc\n").findings) ==
          Lines{"Không đọc được ngày “abc”; dòng này được coi là cũ hơn các dòng có ngày ở dưới nó. Hãy ghi dạng "
                "31/12/2021."});
}

TEST_CASE("a round in the future is said, as a date is") {
    const auto said = [](const std::string& rows) { return sentences(read_csv(header + rows).findings); };
    CHECK(said("Mắm,A,Phú Quốc,,4,,,2031-1\n") ==
          Lines{"Đợt “2031-1” ở tương lai nên chưa được tính. Hãy kiểm tra năm."});
    CHECK(said("Mắm,A,Phú Quốc,,4,01/06/2021,,2031-1\n") ==
          Lines{"Đợt “2031-1” ở tương lai; được tính theo ngày công nhận. Hãy kiểm tra năm."});
    CHECK(said("Mắm,A,Phú Quốc,,4,,,2022-1\n").empty());
}

TEST_CASE("a row that names no place is said, with its row") {
    const std::string nowhere = "Dòng không ghi huyện nên chỉ được tính cho toàn tỉnh. Hãy ghi huyện, thành phố.";
    const auto read = read_csv(header + "Mắm,A,,,4,01/06/2021,,\nKhô,A,Phú Quốc,,4,01/06/2021,,\n");
    REQUIRE(sentences(read.findings) == Lines{nowhere});
    for (const auto& finding : read.findings)
        if (finding.severity == core::Severity::warning) CHECK((finding.where.row == 2 && finding.where.column == 3));
    CHECK(sentences(read_csv("idea,district,step\nA,,3\n").findings) == Lines{nowhere});
    CHECK(sentences(read_csv("organisation,kind,district,strengthened_on\nHội nghề cá,x,,2021\n").findings) ==
          Lines{nowhere});
    CHECK(sentences(read_csv("project,kind,district,from\nNhà máy nước mắm,processing,,\n").findings) ==
          Lines{nowhere});
    CHECK(sentences(read_csv("district,role,people,trained\n,manager,3,3\n").findings) == Lines{nowhere});
    CHECK(sentences(read_csv("table,round,district,complete\nproducts,,,no\n").findings).empty());
}

TEST_CASE("of two rows of one product the commune that is known wins, in whichever it stands") {
    for (const std::string rows : {"Mắm,A,Phú Quốc,Xyz,3,2020,,\nMắm,A,Phú Quốc,Dương Đông,4,2021,,\n",
                                   "Mắm,A,Phú Quốc,Dương Đông,3,2020,,\nMắm,A,Phú Quốc,Xyz,4,2021,,\n"}) {
        const auto read = read_csv(header + rows);
        REQUIRE(read.records.products.size() == 1);
        CHECK(read.records.products[0].location.commune_code == "31078");
        CHECK(sentences(read.findings) ==
              Lines{"Không có xã, phường, thị trấn nào tên “Xyz”. Hãy sửa tên theo danh mục."});
    }
}

TEST_CASE("one id in two districts stays where its first row says, and is said") {
    const auto read = read_csv(
        "id,product,producer,district,commune,stars,recognised_on\n1,Mắm,A,Châu Thành,,3,2020\n"
        "1,Mắm,A,Phú Quốc,Dương Đông,4,2021\n");
    REQUIRE(read.records.products.size() == 1);
    CHECK(read.records.products[0].location.district_code == "905");
    CHECK(sentences(read.findings) ==
          Lines{"“Mắm” ở đây ghi “Phú Quốc” nhưng ở dòng 2 ghi “Châu Thành”; được tính cho “Châu Thành”."});
}
