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
