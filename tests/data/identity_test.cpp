// Which rows are one product, and which of its recognitions are one event (formats.md §1).
#include <catch2/catch.hpp>

#include "support.h"

using namespace ocop;
using domain::Award;
using domain::Product;
using domain::Recognition;

namespace {

const std::string header = "id,product,producer,district,commune,stars,award,recognised_on,round\n";

std::vector<Product> products(const std::string& rows) { return tests::read_csv(header + rows).records.products; }
std::vector<std::string> warnings(const std::string& rows) {
    return tests::sentences(tests::read_csv(header + rows).findings);
}

}  // namespace

TEST_CASE("a second recognition of one product, producer and district is a re-rating") {
    const auto found = products(
        ",Nước mắm,HTX Một,Phú Quốc,,3,,18/12/2020,\n"
        ",NƯỚC  MẮM,htx một,TP. Phú Quốc,Dương Đông,4,,20/12/2021,\n");
    REQUIRE(found.size() == 1);
    REQUIRE(found[0].recognitions.size() == 2);
    CHECK(found[0].recognitions[0].stars == 3);
    CHECK(found[0].recognitions[1].stars == 4);
    CHECK(found[0].location.commune_code == "31078");  // from the row that knew it
}

TEST_CASE("another name, producer, district or id is another product") {
    CHECK(products(",Nước mắm,HTX Một,Phú Quốc,,3,,2020-12-18,\n,Nước mắm,HTX Hai,Phú Quốc,,3,,2020-12-18,\n").size() ==
          2);
    CHECK(products(",Nước mắm,HTX Một,Phú Quốc,,3,,2020-12-18,\n,Nước mắm 40,HTX Một,Phú Quốc,,3,,2020-12-18,\n")
              .size() == 2);
    CHECK(
        products(",Nước mắm,HTX Một,Phú Quốc,,3,,2020-12-18,\n,Nước mắm,HTX Một,Châu Thành,,3,,2020-12-18,\n").size() ==
        2);
    CHECK(
        products("a,Nước mắm,HTX Một,Phú Quốc,,3,,2020-12-18,\nb,Nước mắm,HTX Một,Phú Quốc,,3,,2020-12-18,\n").size() ==
        2);
}

TEST_CASE("one id is one product") {
    const auto found = products("a,Nước mắm,HTX Một,Phú Quốc,,3,,2020-12-18,\na,Nước mắm,HTX Một,,,4,,2021-12-20,\n");
    REQUIRE(found.size() == 1);
    CHECK(found[0].recognitions.size() == 2);
}

TEST_CASE("the same row twice is told and counted once; other stars on the same day are told") {
    const std::string row = ",Nước mắm,HTX Một,Phú Quốc,,3,,18/12/2020,2020\n";
    REQUIRE(products(row + row).size() == 1);
    CHECK(products(row + row)[0].recognitions.size() == 1);
    CHECK(warnings(row).empty());
    CHECK(warnings(row + row).size() == 1);
    const std::string other = ",Nước mắm,HTX Một,Phú Quốc,,4,,18/12/2020,2020\n";
    CHECK(products(row + other)[0].recognitions.size() == 2);
    CHECK(warnings(row + other).size() == 1);
    const std::string potential = ",Nước mắm,HTX Một,Phú Quốc,,5,,,2021-1\n";
    CHECK(warnings(potential + potential).size() == 1);
}

TEST_CASE("two rounds in one cell are two recognitions; five stars of a national round are national") {
    const auto found = products(",Nước mắm,HTX Một,Phú Quốc,,5,,,2021-1;national-2022-1\n");
    REQUIRE(found.size() == 1);
    REQUIRE(found[0].recognitions.size() == 2);
    CHECK(found[0].recognitions[0].award == Award::potential_five);
    CHECK(found[0].recognitions[1].award == Award::national);
    CHECK(found[0].recognitions[1].counts_from() == domain::DatePoint{{2023, 7, 31}, true});
}

TEST_CASE("the award as written; without a word five stars are the province's") {
    const auto award = [](const std::string& stars, const std::string& word) {
        return products(",Nước mắm,HTX Một,Phú Quốc,," + stars + ',' + word + ",18/12/2020,\n")[0]
            .recognitions[0]
            .award;
    };
    CHECK(award("5", "") == Award::potential_five);
    CHECK(award("5", "national") == Award::national);
    CHECK(award("5", "5 sao quốc gia") == Award::national);
    CHECK(award("4", "") == Award::recognised);
    CHECK(award("4", "national") == Award::recognised);  // told: nobody is national with four
}

TEST_CASE("a list with product_id is one of recognitions, whatever names stand beside it") {
    const tests::Folder folder;
    const domain::Territory territory = tests::small_territory();
    const auto read_both = [&](const char* name, const std::string& list) {
        data::Draft draft;
        core::Findings findings;
        for (const auto& path : {folder.write("sổ.csv",
                                              "id,product,producer,district\n1,P1,A,Phú Quốc\n"
                                              "2,P2,A,Phú Quốc\n,P5,A,Phú Quốc\n"),
                                 folder.write(name, list)})
            data::read_register(data::read_tables(path), data::Join{territory}, {2022, 12, 31}, draft, findings);
        auto records = data::merged(std::move(draft), findings);
        return tests::ReadRegister{std::move(records), std::move(findings)};
    };
    const std::string rows =
        "1,3,2021-02-01,,,,\n2,,2021-02-01,,,QĐ 5,\n9,3,2021-02-01,,,,\n,4,2021-02-01,,P5,,xem lại\n"
        ",3,2021-02-01,,p6,,\n";
    for (const auto& [name, columns] :
         {std::pair{"danh sách.csv", "product_id,stars,recognised_on,round,product,decision,note\n"},
          std::pair{"công nhận.csv", "Mã sản phẩm,Hạng sao,Ngày công nhận,Đợt,Tên sản phẩm,Số quyết định,Ghi chú\n"}}) {
        INFO(name);
        const auto read = read_both(name, columns + rows);
        REQUIRE(read.records.products.size() == 3);
        CHECK(read.records.products[0].recognitions.at(0).stars == 3);
        CHECK(read.records.products[1].recognitions.empty());
        CHECK(read.records.products[2].recognitions.at(0).stars == 4);
        CHECK(read.records.products[2].note == "xem lại");
        CHECK(read.records.unread.size() == 3);  // no stars; products 9 and p6, which nobody lists
        CHECK(tests::sentences(read.findings) ==
              std::vector<std::string>{
                  "Dòng có quyết định, ngày hoặc đợt công nhận nhưng không ghi hạng sao nên không được tính.",
                  "Công nhận của mã “9” không có sản phẩm tương ứng.",
                  "Công nhận của mã “p6” không có sản phẩm tương ứng."});
    }
    // The flat sheet of one's own numbers stays one of products.
    const auto flat = tests::read_csv("Mã sản phẩm,Tên sản phẩm,Chủ thể,Huyện,Xã,Hạng sao\nA1,Mắm,A,Phú Quốc,,3\n");
    CHECK(flat.records.products.at(0).id == "A1");
    CHECK(tests::sentences(flat.findings).empty());
}

TEST_CASE("recognitions alone: the products that they name are known") {
    const auto read = tests::read_csv(
        "product_id,product,producer,district,stars,recognised_on\n1,Mắm,A,Phú Quốc,3,2020\n1,Mắm,A,Phú Quốc,4,2021\n"
        ",Gạo,B,Châu Thành,3,2021\n7,,,,3,2021\n");
    REQUIRE(read.records.products.size() == 2);
    CHECK(read.records.products[0].recognitions.size() == 2);
    CHECK(read.records.products[1].location.district_code == "905");
    CHECK(read.records.tables == std::vector<std::string>{"products"});
    CHECK(read.records.unread.size() == 1);
    CHECK(tests::sentences(read.findings) ==
          std::vector<std::string>{"Công nhận của mã “7” không có sản phẩm tương ứng."});
}
