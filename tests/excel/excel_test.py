#!/usr/bin/python3
"""usage: excel_test.py OCOPMAP GEODATA_DIR

The workbooks that the program writes, as another program sees them: the report's numbers are those of the CSV, and the
template, filled in by other hands, is read without a finding. Exit code 77: no openpyxl here."""
import csv, datetime as dt, json, os, shutil, subprocess, sys, tempfile

try:
    import openpyxl
except ImportError:
    sys.exit(77)

OCOPMAP, GEODATA = sys.argv[1:3]
FAILURES = []


def check(condition, what):
    if not condition:
        FAILURES.append(what)


def run(*arguments):
    return subprocess.run([OCOPMAP, *arguments], capture_output=True, text=True)


def report(folder, workspace, *options):
    """The scoreboard sheet is the CSV: the same rows, numbers as numbers, no data as nothing."""
    name = os.path.join(folder, workspace)
    for ending in ('.csv', '.xlsx'):
        check(run('report', os.path.join(GEODATA, workspace + '.toml'), '-o', name + ending, *options).returncode == 0,
              f'report {workspace}{ending}')
    with open(name + '.csv', encoding='utf-8-sig', newline='') as file:
        wanted = list(csv.DictReader(file))
    book = openpyxl.load_workbook(name + '.xlsx')
    sheet = book['Bảng điểm']
    rows = list(sheet.iter_rows(values_only=True))
    header = next(i for i, row in enumerate(rows) if row[0] == 'Chỉ tiêu')
    check(rows[header] == ('Chỉ tiêu', 'Cấp', 'Địa giới', 'Mã', 'Đơn vị', 'Kết quả', 'Mức đầy đủ', 'Chưa rõ ngày',
                           'Chưa rõ nơi', 'Chỉ tiêu giao', 'Còn thiếu (âm: vượt)', 'Trạng thái', 'Đến ngày',
                           'Cách tính', 'Kế hoạch'), f'headings {rows[header]}')
    rows = rows[header + 1:]
    check(len(rows) == len(wanted), f'{len(rows)} rows instead of {len(wanted)}')
    words = {'level': {'province': 'Tỉnh', 'district': 'Huyện', 'commune': 'Xã'},
             'lower_bound': {'yes': 'danh sách chưa đầy đủ', 'no': None},
             'basis': {'new': 'công nhận mới trong kỳ', 'recognised': 'công nhận đến ngày', 'valid': 'còn hiệu lực'},
             'status': {'met': 'Đạt', 'not_applicable': 'Không có sản phẩm', 'below': 'Chưa đạt', 'severe': 'Chưa đạt một nửa', 'no_data': 'Chưa có số liệu',
                        'undetermined': 'Chưa đủ dữ liệu', 'no_quota': 'Không giao chỉ tiêu'}}
    for got, want in zip(rows, wanted):
        for name_, cell in zip(want, got):
            text = want[name_]
            if name_ in ('value', 'undated', 'unlocated', 'quota', 'gap'):
                good = cell is None if text == '' else isinstance(cell, (int, float)) and abs(cell - float(text)) < 1e-9
            elif name_ == 'as_of':
                good = isinstance(cell, dt.datetime) and cell.strftime('%Y-%m-%d') == text
            elif name_ == 'indicator':
                good = cell and cell != text
            else:
                good = cell == words.get(name_, {}).get(text, text)
            check(good, f'{want["indicator"]} {want["code"]} {name_}: {cell!r} instead of {text!r}')
    check(any(want['value'] == '' for want in wanted) or workspace == 'minh-hoa', 'no row without data to compare')
    check(sheet.freeze_panes == f'F{header + 2}' and
          sheet.auto_filter.ref == f'A{header + 1}:O{header + 1 + len(rows)}', 'headings stay and filter')
    fills = [rule.dxf.fill.bgColor.rgb for key in sheet.conditional_formatting for rule in key.rules if rule.dxf.fill]
    check(fills == ['FF97BFFD', 'FFFDD28B', 'FFC17443'], f'colours {fills}')  # cartography.md C-4
    return book


def table(sheet):
    """Rows under the heading row as dictionaries."""
    rows = list(sheet.iter_rows())
    header = next(i for i, row in enumerate(rows) if sum(cell.value is not None for cell in row) > 3)
    names = [cell.value for cell in rows[header]]
    return [dict(zip(names, row)) for row in rows[header + 1:]]


def reports(folder):
    book = report(folder, 'minh-hoa')
    check(book.sheetnames == ['Kết quả', 'Xếp hạng', 'Bảng điểm', 'Cần xem lại'], f'sheets {book.sheetnames}')
    ranking = table(book['Xếp hạng'])
    first = {name: cell.value for name, cell in ranking[0].items()}
    check((first['Đơn vị'], first['Kết quả'], first['Chỉ tiêu giao'], first['% chỉ tiêu'], first['Trạng thái']) ==
          ('U Minh Thượng', 0, 4, 0, 'Chưa đạt một nửa'), f'first of the ranking {first}')
    outreach = next(row for row in table(book['Kết quả']) if row['Chỉ tiêu'].value == 'Đơn vị cấp xã đã tuyên truyền')
    check(outreach['Kết quả'].value == 81.94 and outreach['Kết quả'].number_format == '"≥ "#,##0.00" %"',
          f'a lower bound reads as one: {outreach["Kết quả"].value} {outreach["Kết quả"].number_format}')
    check(any('DỮ LIỆU MINH HOẠ' == cell.value for cell in book['Kết quả']['A']), 'invented data say so')

    book = report(folder, 'kien-giang', '--basis', 'valid', '--as-of', '31/12/2023')
    empty = [row for row in table(book['Xếp hạng']) if row['Trạng thái'].value == 'Chưa có số liệu']
    check(empty and all(row['Kết quả'].value is None and row['Hạng'].value is None for row in empty),
          'no data leaves its cells empty')
    report(folder, 'kien-giang', '--era', '2025')


def fill_in(folder, name, rows, *options):
    """The template with these rows written over the examples, checked by the program."""
    path = os.path.join(folder, name)
    check(run('template', '-o', path, *options).returncode == 0, f'template {name}')
    check(run('check', path, '--json').stdout.strip() == '[]', f'the empty template {name} is found fault with')
    book = openpyxl.load_workbook(path)
    for sheet_name, records in rows.items():
        sheet = book[sheet_name]
        columns = {cell.value: cell.column for cell in sheet[3]}
        for cell in sheet[4]:
            cell.value = None
        for i, record in enumerate(records):
            sheet.cell(4 + i, columns[next(iter(columns))], i + 1)
            for column, value in record.items():
                sheet.cell(4 + i, columns[column], value)
    book.save(path)
    found = run('check', path, '--json')
    check(found.returncode == 0 and json.loads(found.stdout) == [], f'filled in, {name} gives {found.stdout}')
    board = json.loads(run('report', path, '--json', '--as-of', '31/12/2021', *options[:2]).stdout)
    return {(row['indicator'], row['code']): row for row in board}


def templates(folder):
    place = {'Huyện/Thành phố': 'Huyện Gò Quao', 'Xã/Phường/Thị trấn': 'Xã Định An'}
    product = {'Mã sản phẩm': '0071', 'Tên sản phẩm': 'Khóm sấy 100 %', 'Chủ thể': 'Hợp tác xã Một',
               'Loại hình chủ thể': 'Hợp tác xã', **place, 'Nhóm sản phẩm': 'Thực phẩm', 'Hạng sao': 3,
               'Danh hiệu': 'Công nhận', 'Số quyết định': '12/QĐ-UBND', 'Ngày công nhận': dt.date(2021, 3, 1),
               'Đợt': '2021-1'}
    rows = {
        'Sản phẩm': [product, {**product, 'Mã sản phẩm': '0072', 'Tên sản phẩm': 'Mắm cá', 'Ngày công nhận': '2021'}],
        'Công nhận': [{'Mã sản phẩm': '0071', 'Hạng sao': 4, 'Danh hiệu': 'Công nhận', 'Số quyết định': '13/QĐ-UBND',
                       'Ngày công nhận': dt.date(2021, 11, 1), 'Đợt': '2021-2'}],
        'Ý tưởng': [{'Ý tưởng': 'Trà', **place, 'Bước chu trình': 2, 'Ngày hỗ trợ': dt.date(2021, 5, 1)}],
        'Tổ chức': [{'Tổ chức': 'Hợp tác xã Một', 'Loại hình': 'Hợp tác xã', **place, 'Ngày củng cố': '06/2021'}],
        'Tập huấn': [{'Huyện/Thành phố': 'Huyện Gò Quao', 'Vai trò': 'Cán bộ quản lý', 'Tổng số người': 1200,
                      'Số người đã tập huấn': 600, 'Tính đến ngày': dt.date(2021, 11, 30)}],
        'Tuyên truyền': [{**place, 'Trạng thái': 'Hoàn thành', 'Ngày': dt.date(2021, 9, 2), 'Số người': 40}],
        'Dự án': [{'STT': 'Không có'}],
    }
    scores = fill_in(folder, 'mau.xlsx', rows)
    wanted = {('products', '907'): 2, ('ideas', '907'): 1, ('organisations', '907'): 1, ('managers_trained', '907'): 50,
              ('outreach', '907'): 10, ('stars:highest', '907'): 4, ('projects', '91'): 0}
    communes = sum(1 for line in open(os.path.join(GEODATA, 'boundaries', 'crosswalk_2021_2025.csv'), encoding='utf-8')
                   if 'Gò Quao' in line)
    wanted['outreach', '907'] = int(100 / communes * 100) / 100
    for key, value in wanted.items():
        check(scores[key]['value'] == value, f'{key}: {scores[key]["value"]} instead of {value}')

    english = {'Ideas': [{'Idea': 'Tea', 'District': 'Gò Quao', 'Commune': 'Xã Định An', 'Step': 3, 'Supported on': dt.date(2021, 5, 1)}]}
    fill_in(folder, 'form.xlsx', english, '--lang', 'en')

    book = openpyxl.load_workbook(os.path.join(folder, 'mau.xlsx'))
    products = book['Sản phẩm']
    lists = {str(rule.sqref).split(':')[0]: rule for rule in products.data_validations.dataValidation}
    check(lists['E4'].formula1 == "'Danh mục'!$D$2:$D$6", 'producer kinds to choose from')
    check([cell.value for cell in book['Danh mục']['D'][1:6]] ==
          ['Doanh nghiệp', 'Hợp tác xã', 'Tổ hợp tác', 'Hộ kinh doanh', 'Cơ sở'], 'the list of producer kinds')
    check(lists['G4'].formula1.startswith('IF(ISNA(MATCH($F4,'), 'communes follow the district')
    check(len([cell for cell in book['Danh mục']['C'] if cell.value]) == 145, '144 communes and their heading')
    check(products.column_dimensions['B'].width > 10 and products.freeze_panes == 'D4', 'widths and headings')
    for name in ('form2025.xlsx',):
        path = os.path.join(folder, name)
        run('template', '-o', path, '--era', '2025')
        headings = [cell.value for cell in openpyxl.load_workbook(path)['Sản phẩm'][3]]
        check('Huyện/Thành phố' not in headings and 'Xã/Phường/Thị trấn' in headings, f'of 2025: {headings}')


def numbers(path, sheet):
    """Every number of a sheet with its row and column."""
    cells = openpyxl.load_workbook(path, data_only=True)[sheet].iter_rows()
    return {cell.coordinate: cell.value for row in cells for cell in row if isinstance(cell.value, (int, float))}


def libreoffice(folder):
    """LibreOffice opens the workbooks, writes its own, and the numbers and the register are the same."""
    if not shutil.which('soffice'):
        print('skipped: no LibreOffice here')
        return
    path, shipped = os.path.join(folder, 'so.xlsx'), os.path.join(GEODATA, 'minh-hoa.toml')
    run('report', shipped, '-o', path)
    run('template', '-o', os.path.join(folder, 'trong.xlsx'))
    out = os.path.join(folder, 'lo')
    subprocess.run(['soffice', f'-env:UserInstallation=file://{folder}/profile', '--headless', '--convert-to', 'xlsx',
                    '--outdir', out, path, os.path.join(folder, 'trong.xlsx')], capture_output=True, timeout=200)
    for sheet in ('Kết quả', 'Xếp hạng', 'Bảng điểm', 'Cần xem lại'):
        before, after = numbers(path, sheet), numbers(os.path.join(out, 'so.xlsx'), sheet)
        check(before and before == after, f'LibreOffice has other numbers in {sheet}')
    found = run('check', os.path.join(out, 'trong.xlsx'), '--json')
    check(found.stdout.strip() == '[]', f'the template saved by LibreOffice gives {found.stdout}')


with tempfile.TemporaryDirectory() as temporary:
    reports(temporary)
    templates(temporary)
    libreoffice(temporary)
for failure in FAILURES[:20]:
    print(failure)
print(f'{len(FAILURES)} failures')
sys.exit(1 if FAILURES else 0)
