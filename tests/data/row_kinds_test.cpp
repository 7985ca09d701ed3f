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
