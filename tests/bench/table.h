#pragma once
// The budgets as they are measured: a line each on the screen, all of them as Markdown or JSON.
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "sample.h"

namespace ocop::bench {

struct Row {
    std::string what, measured, bound, budget;
    bool kept = true;
};

class Table {
public:
    void head(const std::string& name, const std::string& value) {
        head_.emplace_back(name, value);
        std::cout << name << ": " << value << std::endl;
    }
    void row(Row row) {
        std::cout << (row.kept ? "ok    " : "OVER  ") << row.what << "\n        measured " << row.measured
                  << "\n        bound    " << row.bound << "\n        budget   " << row.budget << std::endl;
        rows_.push_back(std::move(row));
    }
    void ratio(const std::string& what, const Sample& measured, const Sample& bound, double most) {
        const double is = measured.median() / bound.median();
        row({what, text(measured), text(bound), number(is) + " x of at most " + number(most) + " x", is <= most});
    }
    void limit(const std::string& what, const Sample& measured, const std::string& bound, double most,
               const char* unit = "ms") {
        row({what, text(measured, unit), bound, "at most " + number(most) + ' ' + unit, measured.median() <= most});
    }

    /// By the file's ending: .json, else Markdown.
    void write(const std::filesystem::path& file) const {
        std::ofstream out{file};
        if (file.extension() == ".json") {
            nlohmann::ordered_json json;
            for (const auto& [name, value] : head_) json[name] = value;
            for (const Row& row : rows_)
                json["rows"].push_back({{"what", row.what},
                                        {"measured", row.measured},
                                        {"bound", row.bound},
                                        {"budget", row.budget},
                                        {"kept", row.kept}});
            out << json.dump(2) << '\n';
            return;
        }
        for (const auto& [name, value] : head_) out << "- " << name << ": " << value << '\n';
        out << "\n| what | measured | lower bound | budget | kept |\n|---|---|---|---|---|\n";
        for (const Row& row : rows_)
            out << "| " << row.what << " | " << row.measured << " | " << row.bound << " | " << row.budget << " | "
                << (row.kept ? "yes" : "no") << " |\n";
    }

private:
    std::vector<std::pair<std::string, std::string>> head_;
    std::vector<Row> rows_;
};

}  // namespace ocop::bench
