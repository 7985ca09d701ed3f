#!/usr/bin/python3
"""usage: make_minh_hoa.py GEODATA_DIR

Writes register/minh-hoa.xlsx: an invented, complete register as an office would keep it, with title rows over merged
cells, dates as dates and as text, and one sheet a noun. What it shows on purpose: districts above, at (An Biên: 4), below
and far below (Kiên Hải: 1) their quota, one district with nothing (U Minh Thượng), communes without a row, one
re-rating, undated rows. Every name is made of common words. Two runs give the same bytes. Needs python3-openpyxl."""
import csv, datetime as dt, os, re, sys, zipfile
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

GEODATA = sys.argv[1]
OUT = os.path.join(GEODATA, 'register', 'minh-hoa.xlsx')
COMMUNES = list(csv.DictReader(open(os.path.join(GEODATA, 'boundaries', 'crosswalk_2021_2025.csv'), encoding='utf-8')))
DISTRICTS = {}
for c in COMMUNES:
    DISTRICTS.setdefault(c['district_2021'], []).append(c)
CITIES = {'Rạch Giá', 'Hà Tiên', 'Phú Quốc'}
# Products of 3 stars or more by district; together 108.
COUNT = {'Rạch Giá': 12, 'Hà Tiên': 6, 'Phú Quốc': 24, 'Kiên Lương': 5, 'Hòn Đất': 9, 'Tân Hiệp': 10, 'Châu Thành': 7,
         'Giồng Riềng': 11, 'Gò Quao': 6, 'An Biên': 4, 'An Minh': 3, 'Vĩnh Thuận': 5, 'Kiên Hải': 1, 'U Minh Thượng': 0,
         'Giang Thành': 5}
IDEAS = {'Rạch Giá': 4, 'Hà Tiên': 2, 'Phú Quốc': 5, 'Kiên Lương': 3, 'Hòn Đất': 2, 'Tân Hiệp': 3, 'Châu Thành': 2, 'Giồng Riềng': 3,
         'Gò Quao': 2, 'An Biên': 2, 'An Minh': 1, 'Vĩnh Thuận': 2, 'Kiên Hải': 0, 'U Minh Thượng': 1, 'Giang Thành': 2}
GOODS = [('Nước mắm', 'Thực phẩm'), ('Gạo thơm', 'Thực phẩm'), ('Khô cá', 'Thực phẩm'), ('Mật ong', 'Thực phẩm'), ('Tiêu sấy', 'Thực phẩm'),
         ('Giỏ cỏ bàng', 'Thủ công mỹ nghệ, trang trí'), ('Rượu sim', 'Đồ uống'), ('Trà túi lọc', 'Thảo dược'), ('Bánh tráng', 'Thực phẩm'),
         ('Mắm ruốc', 'Thực phẩm'), ('Xoài sấy', 'Thực phẩm'), ('Vườn trái cây', 'Dịch vụ du lịch nông thôn và bán hàng')]
PRODUCERS = [('Hợp tác xã Minh Họa {}', 'Hợp tác xã'), ('Hộ kinh doanh Minh Họa {}', 'Hộ kinh doanh'), ('Công ty TNHH Minh Họa {}', 'Doanh nghiệp'),
             ('Cơ sở Minh Họa {}', 'Cơ sở'), ('Tổ hợp tác Minh Họa {}', 'Tổ hợp tác')]


def full(district):
    return ('Thành phố ' if district in CITIES else 'Huyện ') + district


def commune(c):
    return c['kind_2021'].capitalize() + ' ' + c['name_2021']


def date(day, month, year, n):
    """As offices type them: some cells are dates, some are text."""
    return dt.date(year, month, day) if n % 3 else f'{day:02d}/{month:02d}/{year}'


book = Workbook()
book.remove(book.active)


def sheet(name, title, header, rows):
    s = book.create_sheet(name)
    s.append(['UBND TỈNH KIÊN GIANG (MINH HỌA)'])
    s.append([title])
    s.append([])
    for r in (1, 2):
        s.merge_cells(start_row=r, start_column=1, end_row=r, end_column=len(header))
        s.cell(r, 1).alignment = Alignment(horizontal='center')
        s.cell(r, 1).font = Font(bold=True, size=14)
    s.append(header)
    for cell in s[4]:
        cell.font = Font(bold=True)
    for row in rows:
        s.append(row)
    for column in s.iter_cols(min_row=4, max_row=4):
        s.column_dimensions[column[0].column_letter].width = max(12, len(str(column[0].value)) + 6)
    for row in s.iter_rows(min_row=5):
        for cell in row:
            if isinstance(cell.value, dt.date):
                cell.number_format = 'dd/mm/yyyy'
    s.freeze_panes = 'A5'


products, n = [], 0
for d, places in DISTRICTS.items():
    for i in range(COUNT[d]):
        n += 1
        goods, group = GOODS[n % len(GOODS)]
        producer, kind = PRODUCERS[(n * 3) % len(PRODUCERS)]
        place = places[i * i % (len(places) - 2)]                      # uneven; the last two communes of a district stay blank
        old = n % 4 == 0                                            # recognised in 2020
        stars = 5 if d == 'Phú Quốc' and i < 6 else 4 if n % 4 == 1 else 3
        number = f'{100 + n // 9}/QĐ-UBND'
        award = '5 sao quốc gia' if d == 'Phú Quốc' and i == 0 else 'Tiềm năng 5 sao' if stars == 5 else 'Công nhận'
        day = date(18, 12, 2020, n) if old else date(1 + n % 28, 10 + n % 3, 2021, n)
        products.append([n, f'{goods} Minh Họa {n}', producer.format(1 + (n * 3) % 37), kind, full(d), commune(place), group, f'{stars} sao',
                         number, day, None, '2020' if old else '2021-1', award, None])
# A re-rating (4 stars in place of 3) of the second product, two products of the next year, one without any date.
again = list(products[1]); again[0] = n + 1; again[7] = '4 sao'; again[9] = date(20, 12, 2021, 1); again[11] = '2021-2'; again[13] = 'đánh giá lại'
products.append(again)
for k, (d, day, round_) in enumerate([('An Minh', date(15, 3, 2022, 1), '2022-1'), ('Kiên Hải', date(15, 3, 2022, 3), '2022-1'), ('An Minh', None, None)]):
    n += 1
    products.append([n + 1, f'Khô cá Minh Họa {n}', f'Hộ kinh doanh Minh Họa {n}', 'Hộ kinh doanh', full(d), commune(DISTRICTS[d][0]),
                     'Thực phẩm', 3, None, day, None, round_, 'Công nhận', None if day else 'chưa có quyết định'])
sheet('Sản phẩm', 'DANH SÁCH SẢN PHẨM OCOP', ['STT', 'Tên sản phẩm', 'Chủ thể', 'Loại hình chủ thể', 'Huyện/Thành phố', 'Xã/Phường/Thị trấn',
      'Nhóm sản phẩm', 'Hạng sao', 'Số quyết định', 'Ngày công nhận', 'Ngày hết hạn', 'Đợt', 'Danh hiệu', 'Ghi chú'], products)

ideas, k = [], 0
for d, places in DISTRICTS.items():
    for i in range(IDEAS[d] + 1):                                   # one more that is not registered yet (step 1)
        k += 1
        ideas.append([k, f'Ý tưởng minh họa {k}', full(d), commune(places[i % len(places)]), 1 if i == IDEAS[d] else 2 + i % 4, date(1 + k % 28, 5 + k % 6, 2021, k)])
sheet('Ý tưởng', 'Ý TƯỞNG SẢN PHẨM ĐƯỢC HỖ TRỢ', ['STT', 'Ý tưởng', 'Huyện/Thành phố', 'Xã/Phường/Thị trấn', 'Bước chu trình', 'Ngày hỗ trợ'], ideas)

sheet('Tổ chức', 'TỔ CHỨC KINH TẾ ĐƯỢC CỦNG CỐ', ['STT', 'Tổ chức', 'Loại hình', 'Huyện/Thành phố', 'Ngày củng cố'],
      [[i + 1, f'Hợp tác xã Minh Họa {i + 1}', 'Hợp tác xã', full(d), date(5 + i, 9, 2021, i) if i < 9 else None]
       for i, d in enumerate(['Rạch Giá', 'Phú Quốc', 'Phú Quốc', 'Hòn Đất', 'Tân Hiệp', 'Giồng Riềng', 'Gò Quao', 'An Biên', 'Giang Thành', 'An Minh', 'Kiên Hải'])])

training, t = [], 0
for j, (d, places) in enumerate(DISTRICTS.items()):
    for role, people, trained in [('Cán bộ quản lý', 6, 6 if j % 4 else 5), ('Lãnh đạo chủ thể', 8 + j, 8 + j if j % 3 else 5 + j)]:
        t += 1
        training.append([t, full(d), None, role, people, trained, date(30, 11, 2021, t)])
    for i, c in enumerate(places):
        if (j + i) % 11 == 7:
            continue                                                # no row: no data
        t += 1
        training.append([t, full(d), commune(c), 'Cán bộ quản lý', 3, 3 if d in ('Rạch Giá', 'Phú Quốc', 'Tân Hiệp') or (i + j) % 5 else 2, date(30, 11, 2021, t)])
sheet('Tập huấn', 'TẬP HUẤN CÁN BỘ VÀ LÃNH ĐẠO CHỦ THỂ', ['STT', 'Huyện/Thành phố', 'Xã/Phường/Thị trấn', 'Vai trò', 'Tổng số người', 'Số người đã tập huấn', 'Tính đến ngày'], training)

outreach, o = [], 0
for j, (d, places) in enumerate(DISTRICTS.items()):
    for i, c in enumerate(places):
        if d in ('An Minh', 'Kiên Hải') and i % 3 == 2:
            continue                                                # nobody reported
        o += 1
        status = 'Hoàn thành' if j % 3 == 0 or (i + j) % 4 else ['Chưa thực hiện', 'Đã có kế hoạch', 'Đang thực hiện'][(i + j) % 3]
        done = status == 'Hoàn thành'
        outreach.append([o, full(d), commune(c), status, date(1 + o % 28, 8 + o % 4, 2021, o) if done else None, 'Hội nghị' if done else None, 30 + o % 40 if done else None])
sheet('Tuyên truyền', 'TUYÊN TRUYỀN CHƯƠNG TRÌNH OCOP', ['STT', 'Huyện/Thành phố', 'Xã/Phường/Thị trấn', 'Trạng thái', 'Ngày', 'Hình thức', 'Số người'], outreach)

sheet('Dự án', 'DỰ ÁN', ['STT', 'Dự án', 'Loại dự án', 'Huyện/Thành phố', 'Xã/Phường/Thị trấn', 'Trạng thái', 'Từ ngày', 'Đến ngày'],
      [[i + 1, f'Dự án minh họa {i + 1}', kind, full(d), commune(DISTRICTS[d][0]), 'Đang thực hiện', date(1, 4 + i, 2021, i), None]
       for i, (d, kind) in enumerate([('Phú Quốc', 'Du lịch nông thôn'), ('Hòn Đất', 'Chế biến'), ('U Minh Thượng', 'Du lịch nông thôn'), ('Kiên Hải', 'Thủy sản'), ('Giang Thành', 'Thủ công mỹ nghệ')])])

book.properties.creator = 'ocopmap'
book.properties.created = book.properties.modified = dt.datetime(2021, 12, 31)
book.save(OUT)
# The same bytes on every run: the zip's own dates, and the date of change that openpyxl writes itself.
with zipfile.ZipFile(OUT) as z:
    parts = [(name, z.read(name)) for name in z.namelist()]
with zipfile.ZipFile(OUT, 'w', zipfile.ZIP_DEFLATED) as z:
    for name, data in parts:
        if name == 'docProps/core.xml':
            data = re.sub(rb'(<dcterms:modified[^>]*>)[^<]*', rb'\g<1>2021-12-31T00:00:00Z', data)
        z.writestr(zipfile.ZipInfo(name, (2021, 12, 31, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
print(len(products), 'product rows,', len(ideas), 'ideas,', len(training), 'training,', len(outreach), 'outreach')
