#pragma once
// What the data tests share: folders that go away, small maps, and what a person would read.
#include <unistd.h>
#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "core/words.h"
#include "data/open.h"
#include "data/register_reader.h"
#include "domain/unit.h"

namespace tests {

namespace fs = std::filesystem;
using namespace ocop;

/// A new folder, removed with all in it. Its name has Vietnamese letters and spaces, as the offices' folders do.
class Folder {
public:
    Folder() {
        static std::atomic<int> number{0};
        path_ = fs::temp_directory_path() /
                ("Sản phẩm Kiên Giang " + std::to_string(getpid()) + " " + std::to_string(++number));
        fs::create_directories(path_);
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    const fs::path& path() const { return path_; }
    fs::path write(const std::string& name, const std::string& content) const {
        fs::create_directories((path_ / name).parent_path());
        std::ofstream{path_ / name, std::ios::binary} << content;
        return path_ / name;
    }

private:
    fs::path path_;
};

inline std::string vi(const core::Message& message) {
    static const core::Words words{core::Language::vietnamese};
    return words.say(message);
}

/// Sentences of the findings of a severity, in order.
inline std::vector<std::string> sentences(const core::Findings& findings,
                                          std::initializer_list<core::Severity> of = {core::Severity::error,
                                                                                      core::Severity::warning}) {
    std::vector<std::string> out;
    for (const core::Finding& finding : findings)
        if (std::find(of.begin(), of.end(), finding.severity) != of.end()) out.push_back(vi(finding.what));
    return out;
}
inline std::vector<std::string> notes(const core::Findings& findings) {
    return sentences(findings, {core::Severity::note});
}

/// The sentence of the core::Error that an action throws; "" when it throws none.
inline std::string error_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const core::Error& error) {
        return vi(error.message());
    }
    return {};
}

/// Phú Quốc (phường Dương Đông, xã Thổ Châu), Vĩnh Thuận (thị trấn and xã Vĩnh Thuận), Châu Thành and Kiên Lương with a
/// xã Bình An each; Châu Thành also has Minh Hòa.
inline domain::Territory small_territory() {
    using namespace domain;
    using enum UnitKind;
    Territory territory;
    const auto add = [&](const char* code, const char* name, Level level, UnitKind kind, int parent) {
        territory.units.push_back({code, name, level, kind, parent, 0, {}, {}});
    };
    add("91", "Kiên Giang", Level::province, province, -1);
    add("911", "Phú Quốc", Level::district, city, 0);
    add("910", "Vĩnh Thuận", Level::district, district, 0);
    add("905", "Châu Thành", Level::district, district, 0);
    add("902", "Kiên Lương", Level::district, district, 0);
    add("31078", "Dương Đông", Level::commune, ward, 1);
    add("31105", "Thổ Châu", Level::commune, commune, 1);
    add("31051", "Vĩnh Thuận", Level::commune, township, 2);
    add("31060", "Vĩnh Thuận", Level::commune, commune, 2);
    add("30904", "Bình An", Level::commune, commune, 3);
    add("30799", "Bình An", Level::commune, commune, 4);
    add("30898", "Minh Hòa", Level::commune, commune, 3);
    territory.shapes = std::make_shared<std::vector<core::Shape>>(territory.units.size());
    return territory;
}

/// The shipped workspace, read once.
inline const domain::Document& shipped() {
    static const domain::Document document = data::open(fs::path{OCOP_GEODATA} / "kien-giang.toml");
    return document;
}

struct ReadRegister {
    domain::Register records;
    core::Findings findings;
};

/// A CSV text read against the small territory; the future begins after 2022.
inline ReadRegister read_csv(const std::string& text) {
    const Folder folder;
    const domain::Territory territory = small_territory();
    ReadRegister read;
    data::Draft draft;
    data::read_register(data::read_tables(folder.write("sổ.csv", text)), data::Join{territory}, {2022, 12, 31}, draft,
                        read.findings);
    read.records = data::merged(std::move(draft), read.findings);
    return read;
}

}  // namespace tests
