// The store: a GeoPackage that keeps the journal, read by anyone, written by steps.
#include "data/store.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <catch2/catch.hpp>
#include <set>

#include "data/gdal.h"
#include "data/sqlite.h"
#include "domain/merge.h"
#include "edits_for_tests.h"

using namespace ocop;
using namespace tests;

namespace {

const std::string products = "Tên sản phẩm,Chủ thể,Huyện,Hạng sao\nGạo,HTX Hai,Châu Thành,4\nMắm,HTX Một,Phú Quốc,3\n";

/// One of each: cells with all sorts of text, an added and a removed row, undone and dropped steps.
Editor busy() {
    Editor editor;
    editor.record({{EditKind::change,
                    "products",
                    "gạo|'\"%",
                    "Gạo \"thơm\"",
                    {{"contact", "", "0909\n'x'; --"}, {"note", "cũ", ""}}}});
    editor.add("outreach", "a1", {{"commune", "Minh Hòa"}, {"status", "done"}});
    editor.undo();
    editor.record({{EditKind::remove, "products", "mắm", "Mắm", {}},
                   {EditKind::change, "quotas", "products/district/911", "Phú Quốc", {{"value", "", "7"}}}});
    editor.record({{EditKind::add, "ideas", "a2", "", {}}});
    editor.undo();
    return editor;
}

std::string text_of(const fs::path& file, const std::string& sql) {
    data::Database database{file, data::Database::Mode::read};
    data::Statement statement{database, sql};
    std::string out;
    while (statement.step()) out += (out.empty() ? "" : "\n") + statement.text(0);
    return out;
}

}  // namespace

TEST_CASE("a journal that was saved is loaded as it was") {
    const Folder folder;
    const fs::path file = folder.path() / "sổ.gpkg";
    const Editor editor = busy();
    CHECK(data::Store{file}.save(editor.journal) == editor.journal);
    CHECK(data::Store{file}.load() == editor.journal);
    CHECK(text_of(file, "PRAGMA integrity_check") == "ok");
}

TEST_CASE("saved after every step or all at once, the file says the same") {
    const Folder folder;
    data::Store store{folder.path() / "sổ.gpkg"};
    Editor editor;
    for (int i = 0; i < 20; ++i) {
        if (i % 7 == 3)
            editor.undo();
        else if (i % 7 == 5)
            editor.redo();
        else
            editor.record({{EditKind::change, "products", "gạo", "Gạo", {{"contact", "", std::to_string(i)}}}});
        CHECK(store.save(editor.journal) == editor.journal);
    }
    CHECK(data::Store{store.path()}.load() == editor.journal);
}

TEST_CASE("nothing makes a file before the first edit") {
    const Folder folder;
    const fs::path file = folder.path() / "sổ.gpkg";
    data::Store store{file};
    CHECK(store.load().empty());
    store.save({});
    store.write_register({});
    CHECK_FALSE(fs::exists(file));
    CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("nothing but the store itself is left beside it") {
    const Folder folder;
    data::Store store{folder.path() / "sổ.gpkg"};
    store.save(busy().journal);
    CHECK(std::distance(fs::directory_iterator{folder.path()}, {}) == 1);
}

TEST_CASE("the store stands beside its workspace, and never in the place of what was opened") {
    CHECK(data::store_path("/a/Kiên Giang.toml") == "/a/Kiên Giang.gpkg");
    CHECK(data::store_path("/a/sổ 2021.12.xlsx") == "/a/sổ 2021.12.gpkg");
    CHECK(data::store_path("/a/xã.gpkg") == "/a/xã-ocopmap.gpkg");
    CHECK(data::store_path("/a/XÃ.GPKG") == "/a/XÃ-ocopmap.gpkg");
}

TEST_CASE("the journal says what, before, after, when, by whom") {
    const Folder folder;
    const fs::path file = folder.path() / "sổ.gpkg";
    data::Store{file}.save(busy().journal);
    CHECK(text_of(file,
                  "SELECT register || ',' || row_name || ',' || column_name || ',' || value_before || ',' || "
                  "value_after || ',' || made_at || ',' || made_by || ',' || state FROM ocop_journal WHERE "
                  "register = 'quotas'") == "quotas,Phú Quốc,value,,7,2021-12-31T08:00:04.000Z,Bình,applied");
    CHECK(text_of(file, "SELECT group_concat(DISTINCT state) FROM ocop_journal") == "applied,dropped,undone");
}

TEST_CASE("it is a GeoPackage whose tables other programs list and read") {
    const Folder folder;
    const fs::path file = folder.path() / "sổ.gpkg";
    const data::Sources sources = small_sources({products});
    Editor editor;
    editor.change(data::build(sources, {}).cells.rows("products")[0], "contact", "0909");
    editor.add("outreach", "a1", {{"commune", "Minh Hòa"}, {"district", "Châu Thành"}, {"status", "done"}});
    data::Store store{file};
    store.save(editor.journal);
    store.write_register(data::build(sources, editor.journal).cells);
    store.write_register(data::build(sources, editor.journal).cells);  // and again
    CHECK(text_of(file, "PRAGMA application_id") == std::to_string(0x47504B47));
    CHECK(text_of(file, "PRAGMA user_version") == "10300");
    CHECK(text_of(file, "PRAGMA foreign_key_check").empty());
    CHECK(text_of(file,
                  "SELECT table_name FROM gpkg_contents WHERE data_type <> 'attributes' OR table_name NOT IN "
                  "(SELECT name FROM sqlite_master WHERE type = 'table')")
              .empty());

    data::register_drivers(".gpkg");
    std::string complaints;
    CPLPushErrorHandlerEx(
        [](CPLErr, CPLErrorNum, const char* text) { *static_cast<std::string*>(CPLGetErrorHandlerUserData()) += text; },
        &complaints);
    {
        const GDALDatasetUniquePtr dataset{GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_VERBOSE_ERROR)};
        INFO(complaints);
        REQUIRE(dataset);
        std::set<std::string> layers;
        for (OGRLayer* layer : dataset->GetLayers()) layers.insert(layer->GetName());
        CHECK(layers.contains("ocop_journal"));
        for (const std::string& noun : data::nouns()) CHECK(layers.contains(noun));
        OGRLayer* layer = dataset->GetLayerByName("products");
        REQUIRE(layer);
        CHECK(layer->GetFeatureCount() == 2);
        const OGRFeatureUniquePtr feature{layer->GetNextFeature()};
        CHECK(feature->GetFieldAsString("product") == std::string{"Gạo"});
        CHECK(feature->GetFieldAsString("contact") == std::string{"0909"});
        CHECK(feature->GetFieldAsInteger("source_row") == 2);
        CHECK(dataset->GetLayerByName("outreach")->GetFeatureCount() == 1);
    }
    CPLPopErrorHandler();
    CHECK(complaints == "");
}

TEST_CASE("the register in the store is to be looked at only") {
    const Folder folder;
    const fs::path file = folder.path() / "sổ.gpkg";
    const data::Sources sources = small_sources({products});
    data::Store store{file};
    store.save(busy().journal);
    store.write_register(data::build(sources, {}).cells);
    data::Database database{file, data::Database::Mode::write};
    char* message = nullptr;
    CHECK(sqlite3_exec(database.handle(), "UPDATE products SET product = 'x'", nullptr, nullptr, &message) !=
          SQLITE_OK);
    CHECK(std::string{message} ==
          "Bảng này chỉ để xem. Hãy sửa trong ocopmap hoặc trong tệp nguồn. / This table is to be looked at only. Edit "
          "in ocopmap or in the source file.");
    sqlite3_free(message);
    CHECK(text_of(file, "SELECT product FROM products") == "Gạo\nMắm");
}

TEST_CASE("a store of version 1 is read as it is and brought forward by the next save") {
    const Folder folder;
    const fs::path file = folder.path() / "sổ.gpkg";
    {
        data::Database old{file, data::Database::Mode::create};
        old.run(R"sql(
            CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,
              identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT '2021-12-31');
            CREATE TABLE ocop_meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL);
            INSERT INTO ocop_meta VALUES ('schema_version', '1'), ('revision', 'abc');
            CREATE TABLE ocop_journal (
              fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, entry TEXT NOT NULL, cell INTEGER NOT NULL,
              step INTEGER NOT NULL, kind TEXT NOT NULL, register TEXT NOT NULL, row_key TEXT NOT NULL,
              row_name TEXT NOT NULL, column_name TEXT, value_before TEXT, value_after TEXT, made_at TEXT NOT NULL,
              made_by TEXT NOT NULL, state TEXT NOT NULL, UNIQUE (entry, cell));
            INSERT INTO ocop_journal VALUES
              (1, 'b1-1', 1, 1, 'change', 'products', 'gạo', 'Gạo', 'contact', '', '0909', '2021-12-31T08:00:01.000Z',
               'Bình', 'applied'),
              (2, 'b2-1', 0, 2, 'remove', 'products', 'mắm', 'Mắm', NULL, NULL, NULL, '2021-12-31T08:00:02.000Z',
               'Bình', 'undone');)sql");
    }
    Editor editor;
    editor.record({{EditKind::change, "products", "gạo", "Gạo", {{"contact", "", "0909"}}}});
    editor.record({{EditKind::remove, "products", "mắm", "Mắm", {}}});
    std::vector<domain::JournalEntry> entries = editor.journal.entries();
    entries[1].state = domain::EntryState::undone;
    editor.journal = domain::Journal{entries};

    data::Store store{file};
    CHECK(store.load() == editor.journal);
    CHECK(text_of(file, "SELECT value FROM ocop_meta WHERE key = 'schema_version'") == "1");
    editor.redo();
    CHECK(store.save(editor.journal) == editor.journal);
    CHECK(text_of(file, "SELECT value FROM ocop_meta WHERE key = 'schema_version'") == "2");
    CHECK(data::Store{file}.load() == editor.journal);
}

TEST_CASE("two windows on one store: what the other saved meanwhile is joined, not overwritten") {
    const Folder folder;
    const fs::path file = folder.path() / "sổ.gpkg";
    data::Store one{file}, two{file};
    Editor a, b;
    a.record({{EditKind::change, "products", "gạo", "Gạo", {{"contact", "", "1"}}}});
    a.journal = one.save(a.journal);
    b.journal = two.load();
    b.steps = 10;
    b.record({{EditKind::change, "products", "mắm", "Mắm", {{"contact", "", "2"}}}});
    b.journal = two.save(b.journal);
    a.steps = 20;
    a.record({{EditKind::change, "products", "muối", "Muối", {{"contact", "", "3"}}}});
    a.journal = one.save(a.journal);
    CHECK(a.journal.entries().size() == 3);
    CHECK(a.journal == data::Store{file}.load());
    CHECK(two.save(b.journal) == a.journal);
}

TEST_CASE("a rescue copy is a whole store, and joins one that stands there") {
    const Folder folder;
    const data::Sources sources = small_sources({products});
    const Editor editor = busy();
    const fs::path file = folder.path() / "cứu hộ.gpkg";
    data::write_rescue_copy(file, editor.journal, data::build(sources, editor.journal).cells);
    CHECK(data::Store{file}.load() == editor.journal);
    CHECK(text_of(file, "SELECT product FROM products") == "Gạo\nMắm");
    Editor later;
    later.steps = 100;
    later.record({{EditKind::remove, "products", "muối", "Muối", {}}});
    data::write_rescue_copy(file, later.journal, data::build(sources, {}).cells);
    CHECK(data::Store{file}.load() == domain::merge(editor.journal, later.journal).journal);
}

TEST_CASE("a copy holds everything and replaces nothing") {
    const Folder folder;
    data::Store store{folder.path() / "sổ.gpkg"};
    store.save(busy().journal);
    store.copy_to(folder.path() / "bản sao.gpkg");
    CHECK(data::Store{folder.path() / "bản sao.gpkg"}.load() == busy().journal);
    CHECK(error_of([&] { store.copy_to(folder.path() / "bản sao.gpkg"); }) ==
          "Tệp “" + (folder.path() / "bản sao.gpkg").string() + "” đã có. Hãy chọn tên khác.");
}

TEST_CASE("a stamp is new each time and says the time in UTC") {
    const domain::Stamp one = data::new_stamp(), two = data::new_stamp();
    CHECK(one.id != two.id);
    CHECK(one.when <= two.when);
    CHECK(one.when > "2021-01-01T00:00:00.000Z");
    CHECK_NOTHROW(domain::next_moment(one.when));
    CHECK_FALSE(one.who.empty());
    CHECK(one.id.find('-') == std::string::npos);
}
