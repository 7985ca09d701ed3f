#include "data/gazetteer.h"

#include <algorithm>

#include "core/text.h"
#include "data/columns.h"

namespace ocop::data {

namespace {

constexpr std::string_view common =
    "nước mắm rượu sim tiêu khô cá cơm sặc rằn lóc bống bớp mú tra tôm sú càng xanh thẻ cua ghẹ mực ốc hến sò nghêu "
    "gạo lúa nếp bún bánh tráng phồng tét chả giò nem xúc xích mật ong yến sào trà hoa sen nghệ gừng đinh lăng nấm "
    "linh chi đông trùng hạ thảo khóm dừa chuối xoài bưởi mít ổi mãng cầu dưa hấu rau củ quả mứt kẹo đường muối sấy "
    "tươi chua ngọt cay mặn đặc biệt loại một nhất truyền thống cao cấp thượng hạng sạch hữu cơ độ đạm lít chai hộp "
    "túi gói ký gam lục bình cỏ bàng đệm chiếu nón túi xách võng đan lát gốm đá sợi tơ sản xuất kinh doanh thương mại "
    "dịch vụ chế biến xuất khẩu nông nghiệp trang trại thành viên trách nhiệm hữu hạn cổ phần tập đoàn tư nhân anh chị "
    "ông bà nguyễn trần lê phạm huỳnh võ đặng bùi đỗ hồ ngô dương lý văn thị ấp khu phố đường số quyết định ngày tháng "
    "năm danh sách ủy ban nhân dân tỉnh kiên giang chương trình mỗi xã sản phẩm cộng hòa xã hội chủ nghĩa việt nam độc "
    "lập tự do hạnh phúc biểu mẫu phụ lục kế hoạch kết quả thực hiện đánh giá phân hạng";

}  // namespace

Gazetteer::Gazetteer(const std::map<domain::Era, domain::Territory>& territories) {
    for (const auto& [era, territory] : territories)
        for (const domain::Unit& unit : territory.units) add(unit.name);
    for (const std::string& word : catalogue_words()) add(word);
    add(common);
}

void Gazetteer::add(std::string_view text) {
    std::string letters{text};
    std::replace_if(
        letters.begin(), letters.end(), [](char c) { return c == '/' || c == ',' || c == '-'; }, ' ');
    for (const std::string& word : core::split(core::collapsed(letters), ' ')) keys_.insert(core::tone_key(word));
}

bool Gazetteer::knows(std::string_view word) const { return keys_.contains(core::tone_key(word)); }

const Gazetteer& common_words() {
    static const Gazetteer words{{}};
    return words;
}

}  // namespace ocop::data
