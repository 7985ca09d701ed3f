// What is told of certificates that have lapsed.
#include "data/certificates.h"

#include <catch2/catch.hpp>

#include "data/support.h"

using namespace tests;

namespace {
domain::Document document_of(const std::string& csv) {
    domain::Document document;
    document.territories[domain::Era::y2021] = small_territory();
    document.records = read_csv(csv).records;
    document.as_of = {2021, 12, 31};
    document.basis = domain::Basis::recognised;
    return document;
}
const std::string header = "Tên sản phẩm,Chủ thể,Huyện,Hạng sao,Ngày công nhận,Ngày hết hạn\n";
}  // namespace

TEST_CASE("products that are counted although their certificate has lapsed are told in one note") {
    domain::Document document = document_of(header +
                                            "Mắm,A,Phú Quốc,4,01/06/2021,\n"
                                            "Khô,A,Phú Quốc,3,31/12/2018,\n"
                                            "Gạo,B,Phú Quốc,3,01/01/2019,\n"
                                            "Trà,B,Phú Quốc,3,01/06/2020,01/06/2021\n"
                                            "Bột,B,Phú Quốc,2,01/06/2015,\n"
                                            "Cua,B,Phú Quốc,3,,\n");
    core::Findings findings;
    data::tell_lapsed(document, findings);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].severity == core::Severity::note);
    CHECK(findings[0].where.row == 3);
    CHECK(findings[0].what.args == std::vector<std::string>{"2", "31/12/2021", "Khô", "30/12/2021"});
    document.as_of = {2022, 1, 1};  // the last day of a certificate counts
    findings.clear();
    data::tell_lapsed(document, findings);
    CHECK(findings.at(0).what.args[0] == "3");
}

TEST_CASE("nothing is told where only valid certificates are counted, or all are valid") {
    domain::Document document = document_of(header + "Khô,A,Phú Quốc,3,31/12/2018,\n");
    document.basis = domain::Basis::valid;
    core::Findings findings;
    data::tell_lapsed(document, findings);
    CHECK(findings.empty());
    document = document_of(header + "Khô,A,Phú Quốc,3,31/12/2020,\n");
    data::tell_lapsed(document, findings);
    CHECK(findings.empty());
}
