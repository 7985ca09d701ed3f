// Rows between and below records: what ends a list and what does not, what is a sum and what is a name.
#include <catch2/catch.hpp>

#include "bad_input.h"

using namespace ocop;
using tests::Lines;
using tests::notes;
using tests::placed;
using tests::read_csv;
using tests::sentences;

namespace {

Lines products(const std::string& csv) {
    Lines out;
    for (const domain::Product& product : read_csv(csv).records.products) out.push_back(product.name);
    return out;
}

/// The rows that are told as none of the list.
Lines skipped(const std::string& csv) {
    Lines out;
    for (const std::string& note : notes(read_csv(csv).findings))
        if (note.ends_with("không phải dòng của danh sách nên được bỏ qua."))
            out.push_back(note.substr(0, note.find(" không phải")));
    return out;
}

}  // namespace

TEST_CASE("a list of two columns goes on below a remark") {
    const std::string list = "product,stars\nMắm cá,3\nGhi chú: cập nhật\nKhô cá,4\nNước mắm,4\n";
    CHECK(products(list) == Lines{"Mắm cá", "Khô cá", "Nước mắm"});
    CHECK(skipped(list) == Lines{"Dòng “Ghi chú: cập nhật”"});

    CHECK(products("product,producer\nMắm cá,A\nGhi chú: cập nhật,\nKhô cá,B\n") == Lines{"Mắm cá", "Khô cá"});

    const auto organisations =
        read_csv("organisation,strengthened_on\nHTX 1,2021-05-01\nNguồn: Sở NN\nHTX 2,2021-05-01\nHTX 3,31/02/2021\n");
    REQUIRE(organisations.records.organisations.size() == 3);
    CHECK(organisations.records.organisations[2].name == "HTX 3");
    CHECK(organisations.records.unread.size() == 1);  // its date: a row that may count

    const auto outreach =
        read_csv("commune_code,status\n31078,hoàn thành\nGhi chú: đợt 2,\n31105,hoàn thành\n30898,gì đó\n");
    CHECK(outreach.records.outreach.size() == 2);
    CHECK(outreach.records.unread.size() == 1);
    CHECK(sentences(outreach.findings) == Lines{"Không hiểu “gì đó” ở cột này."});
}

TEST_CASE("rows of a wide list that fill two of its cells are rows below a remark, too") {
    const std::string list = "product,producer,district,stars\nMắm,A,Phú Quốc,3\nLưu ý: chưa đủ,,,\nKhô,,,4\nGạo,B,,\n";
    CHECK(products(list) == Lines{"Mắm", "Khô", "Gạo"});
}

TEST_CASE("what stands below a list stays no row of it") {
    const std::string list =
        "product,stars\nMắm cá,3\nKhô cá,4\n,\nGhi chú: danh sách tạm,\n- có bổ sung,\n"
        "NGƯỜI LẬP BIỂU,KT. CHỦ TỊCH\n\"Kiên Giang, ngày 5 tháng 1 năm 2022\",\nNguyễn Văn An,Trần Thị Bình\n";
    CHECK(products(list) == Lines{"Mắm cá", "Khô cá"});
    CHECK(skipped(list) == Lines{"Dòng “Ghi chú: danh sách tạm”", "Dòng “- có bổ sung”", "Dòng “NGƯỜI LẬP BIỂU”",
                                 "Dòng “Kiên Giang, ngày 5 tháng 1 năm 2022”", "Dòng “Nguyễn Văn An”"});
    CHECK(read_csv(list).records.unread.empty());
    // A list that is signed and goes on, page by page: its rows say what their columns ask for.
    CHECK(products("product,stars\nMắm cá,3\nNGƯỜI LẬP,CHỦ TỊCH\nAn,Bình\nKhô cá,4\n").back() == "Khô cá");
    CHECK(products("product,recognised_on\nMắm cá,2021\nNGƯỜI LẬP,CHỦ TỊCH\nAn,Bình\nKhô cá,2021-06-01\n").back() ==
          "Khô cá");
    CHECK(products("product,district\nMắm cá,Phú Quốc\nNGƯỜI LẬP,CHỦ TỊCH\nAn,Bình\nKhô cá,Châu Thành\n").back() ==
          "Khô cá");
    CHECK(products("product,district\nMắm cá,Phú Quốc\nNGƯỜI LẬP,CHỦ TỊCH\nAn,Bình\n") == Lines{"Mắm cá"});
}

TEST_CASE("a name that begins with the word of a remark is a name") {
    CHECK(products("product,producer,district,stars\nNguồn,Nguồn Việt,Phú Quốc,4\nNguồn sống,,,\nMắm,A,Phú Quốc,3\n") ==
          Lines{"Nguồn", "Nguồn sống", "Mắm"});
}

namespace {

const std::string training = "district,role,people,trained,as_of\n";

/// "district people trained" of each row that is read.
Lines trained(const std::string& rows) {
    Lines out;
    for (const domain::Training& row : read_csv(training + rows).records.trainings)
        out.push_back(row.location.district_text + " " + std::to_string(row.people) + " " +
                      std::to_string(row.trained));
    return out;
}

int totals(const core::Findings& findings) {
    const Lines said = notes(findings);
    return static_cast<int>(std::count(said.begin(), said.end(), "Dòng tổng cộng được bỏ qua."));
}

}  // namespace

TEST_CASE("a total with a word beside it is no row of people") {
    const std::string rows = "Phú Quốc,cán bộ,10,10,2021-06-01\nChâu Thành,cán bộ,10,5,2021-06-01\n";
    const Lines both{"Phú Quốc 10 10", "Châu Thành 10 5"};
    for (const std::string total :
         {"Tổng cộng,cán bộ,20,15,2021-06-01", "TỔNG,cán bộ,20,15,", "Toàn tỉnh,cán bộ,20,15,2021-06-01",
          "Cả tỉnh,cán bộ quản lý,20,15,", "Tổng cộng,,20,15,2021-06-01", "Tong cong,cán bộ,20,15,",
          "Tổng số cán bộ (2 huyện),cán bộ,20,15,", "2,Tổng cộng,20,15,"}) {
        INFO(total);
        const auto read = read_csv(training + rows + total + "\n");
        CHECK(trained(rows + total + "\n") == both);
        CHECK(sentences(read.findings).empty());
        CHECK(totals(read.findings) == 1);
        CHECK(read.records.unread.empty());
    }
    CHECK(trained("Phú Quốc,cán bộ,10,10,\nCộng huyện Phú Quốc,cán bộ,10,10,\nChâu Thành,cán bộ,10,5,\n"
                  "Cộng huyện Châu Thành,cán bộ,10,5,\nTổng cộng,cán bộ,20,15,\n") == both);
}

TEST_CASE("a total of one role is compared with the rows of that role") {
    const std::string rows = "Phú Quốc,cán bộ,10,10,\nPhú Quốc,lãnh đạo,4,1,\nChâu Thành,quản lý,10,5,\n";
    const auto said = [&](const std::string& total) { return sentences(read_csv(training + rows + total).findings); };
    CHECK(said("Tổng cộng,cán bộ,20,15,\nTổng cộng,lãnh đạo,4,1,\n").empty());
    CHECK(
        said("Tổng cộng,cán bộ,24,15,\n") ==
        Lines{"Dòng này ghi 24 ở cột “people” nhưng các dòng của bảng cho 20. Hãy kiểm tra lại số này hoặc các dòng."});
}

TEST_CASE("a name that begins with the word of a total is a name") {
    const std::string list =
        "product,producer,district,stars,recognised_on\nTổng hợp trái cây sấy,Tổng Công ty,Phú Quốc,4,2021\n"
        "Cộng Hòa,A,Phú Quốc,3,2021\nCổng thành phố,B,Phú Quốc,3,2021\nTổng hợp,,,4,\n";
    CHECK(products(list) == Lines{"Tổng hợp trái cây sấy", "Cộng Hòa", "Cổng thành phố", "Tổng hợp"});
    // The name of its own makes a row a product, whoever makes it.
    CHECK(products("producer,product,district,stars\nCộng,Cà phê,Phú Quốc,4\nTổng,12 sản phẩm,,\n"
                   "Tổng cộng,sản phẩm,,48\n") == Lines{"Cà phê"});
    const auto organisations =
        read_csv("organisation,kind,district,strengthened_on\nTổng công ty A,x,Phú Quốc,2021\nCộng,12,,2021\n");
    CHECK(organisations.records.organisations.size() == 1);
    // Without any figure beside it nothing is summed up.
    CHECK(products("product,producer,district,stars\nMắm,A,Phú Quốc,4\nTổng cộng,một sản phẩm,Phú Quốc,\n").size() ==
          2);
}

TEST_CASE("where a total is all that is known it is a row like others") {
    CHECK(trained("Toàn tỉnh,cán bộ,100,90,\n") == Lines{"Toàn tỉnh 100 90"});
    // A line of coverage for the whole province is none either.
    const auto read = read_csv("district,table,complete,listed,published\nToàn tỉnh,sản phẩm,không,18,54\n");
    REQUIRE(read.records.coverage.size() == 1);
    CHECK_FALSE(read.records.coverage[0].complete);
    const auto lone = read_csv("district,table,complete,listed,published\nToàn tỉnh,,,18,54\nPhú Quốc,sản phẩm,có,,\n");
    REQUIRE(lone.records.coverage.size() == 2);
    CHECK_FALSE(lone.records.coverage[0].complete);
}

TEST_CASE("a row of the whole province is no name that is wrong; beside rows without a code it is their sum") {
    const auto alone = read_csv("district,role,people,trained\nToàn tỉnh,manager,40,30\n");
    REQUIRE(alone.records.trainings.size() == 1);
    CHECK(alone.records.trainings[0].location.district_text == "Toàn tỉnh");
    CHECK(sentences(alone.findings).empty());
    const auto beside = read_csv("district,role,people,trained\nPhú Quốc,manager,40,30\nToàn tỉnh,manager,40,30\n");
    CHECK(beside.records.trainings.size() == 1);
    // Statistical tables give the province's code on their total line: still the sum, and it is compared.
    const auto coded =
        read_csv("district,district_code,role,people,trained\nPhú Quốc,911,manager,10,5\nToàn tỉnh,91,manager,40,30\n");
    CHECK(coded.records.trainings.size() == 1);
}

TEST_CASE("a row of the whole province is one in tables that count by place only, and without a commune") {
    const auto product = read_csv("product,producer,district,stars,recognised_on\nMắm,A,Toàn tỉnh,4,01/06/2021\n");
    CHECK_FALSE(sentences(product.findings).empty());
    const auto tick = read_csv("district,commune,status\nToàn tỉnh,Xã Không Có,done\n");
    CHECK_FALSE(sentences(tick.findings).empty());
}
