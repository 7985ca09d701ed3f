// Edits outlive the window: in the store, or in a copy that is named.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

#include "app/window_jobs.h"

using namespace ocop;
namespace fs = std::filesystem;

namespace {
/// A workspace of its own with one edit that nobody saved, and a folder of documents.
struct Desk {
    fs::path path = fs::temp_directory_path() / ("ocopmap-đóng " + std::to_string(getpid()));
    const char* before = std::getenv("XDG_DOCUMENTS_DIR");
    std::string documents_before = before == nullptr ? "" : before;
    app::Ledger ledger;

    Desk() {
        fs::create_directories(path / "Tài liệu");
        setenv("XDG_DOCUMENTS_DIR", (path / "Tài liệu").c_str(), 1);
        fs::copy_file(OCOP_GEODATA "/register/products.csv", path / "sổ.csv");
        ledger = app::open_ledger(path / "sổ.csv");
        const auto row = ledger.cells().at(ledger.document()->records.products.front().where);
        REQUIRE(row);
        ledger.record({domain::change_of(*row, {{"contact", "0297 3 812 345"}})});
    }
    ~Desk() {
        if (before == nullptr)
            unsetenv("XDG_DOCUMENTS_DIR");
        else
            setenv("XDG_DOCUMENTS_DIR", documents_before.c_str(), 1);
        fs::remove_all(path);
    }
    std::string contact() const {
        return app::open_ledger(path / "sổ.csv").document()->records.products.front().contact;
    }
};
}  // namespace

TEST_CASE("what could not be saved before is saved when the workspace is closed") {
    Desk desk;
    data::Store store{desk.ledger.files()->store};
    CHECK_FALSE(app::close_store(store, desk.ledger, true));
    CHECK(desk.contact() == "0297 3 812 345");
    CHECK(fs::is_empty(desk.path / "Tài liệu"));
}

TEST_CASE("what still cannot be saved goes into a rescue copy in the documents, and its place is said") {
    Desk desk;
    const fs::path place = desk.ledger.files()->store;
    std::ofstream{place} << "của chương trình khác";  // never written over
    data::Store store{place};
    const auto told = app::close_store(store, desk.ledger, true);
    REQUIRE(told);
    const fs::path copy = desk.path / "Tài liệu" / (place.stem().string() + "-cuu-ho.gpkg");
    CHECK(*told == core::Message{"ui.exported", {copy.string()}});
    CHECK(data::Store{copy}.load_existing() == desk.ledger.journal());
}

TEST_CASE("a workspace without edits leaves no store behind") {
    Desk desk;
    const app::Ledger untouched = app::open_ledger(desk.path / "sổ.csv");
    data::Store store{untouched.files()->store};
    CHECK_FALSE(app::close_store(store, untouched, true));
    CHECK_FALSE(fs::exists(untouched.files()->store));
}
