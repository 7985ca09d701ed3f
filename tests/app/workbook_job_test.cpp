// "Ghi ra Excel" in the window: a dated workbook with every edit, which opens as the same register.
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>

#include "app/window_jobs.h"
#include "data/register_writer.h"
#include "session_for_tests.h"
#include "support/register.h"

using namespace ocop;
namespace fs = std::filesystem;

namespace {

/// Folders of its own: one for the workspace, one for the user's documents.
struct Office {
    fs::path path = fs::temp_directory_path() / ("ocopmap-ghi ra Excel " + std::to_string(getpid()));
    fs::path documents = path / "Tài liệu";
    const char* before = std::getenv("XDG_DOCUMENTS_DIR");
    std::string documents_before = before == nullptr ? "" : before;

    Office() {
        fs::create_directories(documents);
        setenv("XDG_DOCUMENTS_DIR", documents.c_str(), 1);
        fs::create_directories(path / "sổ");
        fs::copy(OCOP_GEODATA, path / "sổ", fs::copy_options::recursive);
    }
    ~Office() {
        if (before == nullptr)
            unsetenv("XDG_DOCUMENTS_DIR");
        else
            setenv("XDG_DOCUMENTS_DIR", documents_before.c_str(), 1);
        fs::remove_all(path);
    }
    fs::path workspace(const std::string& name) const { return path / "sổ" / name; }
};

core::Message written(const app::Session& session, bool empty) {
    core::Message said;
    app::write_workbook(session, empty, [&](app::Told told) { said = told.message; })()();
    return said;
}

const domain::Product* named(const domain::Register& records, const std::string& name) {
    for (const domain::Product& product : records.products)
        if (product.name == name) return &product;
    return nullptr;
}

std::ptrdiff_t of_name(const domain::Register& records, const std::string& name) {
    return std::count_if(records.products.begin(), records.products.end(),
                         [&](const domain::Product& product) { return product.name == name; });
}

}  // namespace

TEST_CASE("the workbook carries what was edited here and stands in the store alone") {
    const Office office;
    const fs::path workspace = office.workspace("minh-hoa.toml");
    std::string corrected, removed;
    std::size_t outreach = 0, products = 0;
    std::ptrdiff_t removed_before = 0;
    {
        app::TestSession test{workspace};
        const domain::Register before = test.view().document.records;
        corrected = before.products.at(0).name;
        const domain::Product& once = *std::find_if(  // that no row of another sheet names as well
            before.products.begin() + 1, before.products.end(),
            [](const domain::Product& product) { return product.recognitions.size() == 1; });
        removed = once.name;
        const int commune = [&] {
            for (const int unit : test.view().territory.at(domain::Level::commune))
                if (test.view().derived.board.score(domain::IndicatorId::outreach, unit).outreach ==
                    domain::OutreachStatus::none)
                    return unit;
            return -1;
        }();
        test.apply(ui::EditPlace{before.products.at(0).where});
        test.apply(ui::SetField{"contact", "0297 3 812 345"});
        test.apply(ui::SetField{"stars", "5"});
        test.apply(ui::SaveRow{});
        test.apply(ui::EditPlace{once.where});
        test.apply(ui::RemoveRow{});
        test.apply(ui::AddRow{"products", test.district("913")});
        test.apply(ui::SetField{"product", "=Cá thát lát"});
        test.apply(ui::SetField{"producer", "Hợp tác xã Một"});
        test.apply(ui::SetField{"stars", "3"});
        test.apply(ui::SaveRow{});
        test.apply(ui::TickOutreach{commune});
        REQUIRE(test.session.ledger().journal().entries().size() == 4);
        outreach = before.outreach.size();
        products = before.products.size();
        removed_before = of_name(before, removed);
        data::Store{test.session.ledger().files()->store}.save(test.session.ledger().journal());
    }
    const app::TestSession again{workspace};  // as after the window was closed
    const fs::path copy = data::dated_copy(workspace, data::today());
    CHECK(written(again.session, false) == core::Message{"ui.exported", {copy.string()}});

    const domain::Document read = data::open(copy);
    const domain::Register& records = read.records;
    CHECK(tests::without_places(records) == tests::without_places(again.view().document.records));
    REQUIRE(named(records, corrected) != nullptr);
    CHECK(named(records, corrected)->contact == "0297 3 812 345");
    CHECK(named(records, corrected)->recognitions.front().stars == 5);
    CHECK(records.products.size() == products);  // one removed, one added
    CHECK(of_name(records, removed) == removed_before - 1);
    REQUIRE(named(records, "=Cá thát lát") != nullptr);
    CHECK(named(records, "=Cá thát lát")->location.district_code == "913");
    CHECK(records.outreach.size() == outreach + 1);
    // The office's own file is as it was.
    CHECK(data::read_bytes(office.workspace("register/minh-hoa.xlsx")) ==
          data::read_bytes(OCOP_GEODATA "/register/minh-hoa.xlsx"));
}

TEST_CASE("the shipped workspaces written and opened again are the same register and the same scores") {
    const Office office;
    for (const std::string name : {"kien-giang.toml", "minh-hoa.toml"}) {
        CAPTURE(name);
        const app::TestSession test{office.workspace(name)};
        const core::Message said = written(test.session, false);
        REQUIRE(said.key == "ui.exported");
        const domain::Document read = data::open(said.args.at(0));
        CHECK(tests::without_places(read.records) == tests::without_places(test.view().document.records));
        domain::Query query = test.state().query;
        const domain::Scoreboard before = domain::evaluate(test.view().document, query);
        const domain::Scoreboard after = domain::evaluate(read, query);
        for (const domain::Indicator& each : domain::indicators())
            for (std::size_t i = 0; i < test.view().territory.units.size(); ++i)
                CHECK(before.score(each.id, static_cast<int>(i)).value ==
                      after.score(each.id, static_cast<int>(i)).value);
    }
}

TEST_CASE("where nothing can be written beside the workspace the copy goes into the documents") {
    const Office office;
    const app::TestSession test{office.workspace("minh-hoa.toml")};
    const fs::path taken = office.workspace("minh-hoa-" + domain::iso(data::today()) + ".part.xlsx");
    fs::create_directories(taken / "x");  // in the way of the file that is written first
    const core::Message said = written(test.session, false);
    CHECK(said == core::Message{"ui.exported",
                                {(office.documents / ("minh-hoa-" + domain::iso(data::today()) + ".xlsx")).string()}});
}

TEST_CASE("an empty workbook goes into the documents and is never written over") {
    const Office office;
    const app::TestSession test{office.workspace("minh-hoa.toml")};
    CHECK(written(test.session, true) ==
          core::Message{"ui.exported", {(office.documents / "mau-so-ocop.xlsx").string()}});
    CHECK(written(test.session, true) ==
          core::Message{"ui.exported", {(office.documents / "mau-so-ocop-2.xlsx").string()}});
}
