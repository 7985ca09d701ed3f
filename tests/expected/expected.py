#!/usr/bin/python3
"""usage: expected.py [--check] [GEODATA_DIR]

Counts both shipped workspaces by hand, so to speak: an own reading of the counting rules (README.md beside this file says
which), sharing nothing with the C++ evaluator. Prints one line per product and basis, saying why it counts or does not, and
writes kien-giang.csv and minh-hoa.csv beside itself; --check compares with them instead and fails if they differ.
Needs Python 3.11 and python3-openpyxl."""
import calendar, copy, csv, datetime as dt, io, re, struct, sys, tomllib, unicodedata
from collections import Counter, namedtuple
from pathlib import Path
import openpyxl

HERE = Path(__file__).resolve().parent
GEODATA = Path(next((a for a in sys.argv[1:] if a != '--check'), HERE.parent.parent / 'geodata'))
BASES = ['new', 'recognised', 'valid']
PROVINCE = ('91', 'Kiên Giang')
LEVELS = {'products': 3, 'five_star_province': 2, 'five_star_nation': 2, 'organisations': 2, 'managers_trained': 3,
          'leaders_trained': 2, 'outreach': 3, 'ideas': 2}                  # 2: province and district, 3: communes too
STAR_INDICATORS = ['products', 'five_star_province', 'five_star_nation']
# As-of dates on which something begins, ends, or has just not yet done so.
EDGES = {'kien-giang': ['2020-12-30', '2020-12-31', '2021-12-30', '2022-12-30', '2022-12-31', '2023-06-30', '2023-07-01', '2023-07-30',
                        '2023-07-31', '2023-12-30', '2023-12-31', '2024-01-01', '2024-12-31', '2025-12-31', '2026-07-31'],
         'minh-hoa': ['2020-12-17', '2020-12-18', '2021-12-19', '2021-12-20', '2022-03-14', '2022-03-15', '2023-12-17', '2023-12-18',
                      '2024-01-01', '2024-12-19', '2024-12-20']}
MIDYEAR = {'kien-giang': [], 'minh-hoa': ['2021-09-15', '2021-11-30', '2022-03-15']}
HEADERS = {'tên sản phẩm': 'product', 'chủ thể': 'producer', 'huyện/thành phố': 'district', 'xã/phường/thị trấn': 'commune',
           'hạng sao': 'stars', 'ngày công nhận': 'recognised_on', 'ngày hết hạn': 'expires_on', 'đợt': 'round', 'danh hiệu': 'award',
           'ý tưởng': 'idea', 'bước chu trình': 'step', 'ngày hỗ trợ': 'supported_on', 'tổ chức': 'organisation',
           'ngày củng cố': 'strengthened_on', 'vai trò': 'role', 'tổng số người': 'people', 'số người đã tập huấn': 'trained',
           'tính đến ngày': 'as_of', 'trạng thái': 'status', 'ngày': 'date'}
SHEETS = {'sản phẩm': 'products', 'ý tưởng': 'ideas', 'tổ chức': 'organisations', 'tập huấn': 'training', 'tuyên truyền': 'outreach'}
AWARDS = {'công nhận': 'recognised', 'tiềm năng 5 sao': 'potential_five', '5 sao quốc gia': 'national'}
KINDS = ['thành phố', 'huyện', 'xã', 'phường', 'thị trấn', 'đặc khu']
Recognition = namedtuple('Recognition', 'day last stars award why')        # day None: neither date nor round; stars None: unreadable


# ---- reading ----------------------------------------------------------------------------------------------------------
def plain(s):
    return ' '.join(unicodedata.normalize('NFC', str(s or '')).lower().split())


def key(name):
    """The same for hòa and hoà, different for Thanh and Thạnh: each syllable with its tone moved to the end."""
    tones = '\u0300\u0301\u0303\u0309\u0323'
    return ' '.join(''.join(c for c in s if c not in tones) + ''.join(c for c in s if c in tones)
                    for s in unicodedata.normalize('NFD', plain(name)).split())


def kind_and_key(text):
    kind = next((k for k in KINDS if plain(text).startswith(k + ' ')), '')
    return kind, key(plain(text)[len(kind):])


def dbf(path):
    data = path.read_bytes()
    count, start, size = struct.unpack('<IHH', data[4:12])
    fields = [(data[i:i + 11].split(b'\0')[0].decode(), data[i + 16]) for i in range(32, start - 1, 32)]
    for n in range(count):
        at, row = start + n * size + 1, {}
        for name, width in fields:
            row[name] = data[at:at + width].decode().strip()
            at += width
        yield row


def tables(path):
    """(table, rows) of one register file; of a sheet the header row is the first with three known headings."""
    if path.suffix == '.csv':
        with path.open(encoding='utf-8-sig', newline='') as file:
            yield path.stem, list(csv.DictReader(file))
        return
    for sheet in openpyxl.load_workbook(path, data_only=True):
        header = None
        rows = []
        for cells in sheet.iter_rows(values_only=True):
            names = [HEADERS.get(plain(c)) for c in cells]
            if header:
                rows.append({h: c for h, c in zip(header, cells) if h})
            elif sum(map(bool, names)) >= 3:
                header = names
        yield SHEETS.get(plain(sheet.title)), rows


def day(value):
    """The date, of a partial one the last day of its period."""
    if isinstance(value, dt.datetime):
        return value.date()
    text = str(value or '').strip()
    if m := re.fullmatch(r'(\d\d)/(\d\d)/(\d{4})', text):
        return dt.date(int(m[3]), int(m[2]), int(m[1]))
    if m := re.fullmatch(r'(\d{4})(?:-(\d\d)(?:-(\d\d))?)?', text):
        y, month = int(m[1]), int(m[2] or 12)
        return dt.date(y, month, int(m[3] or calendar.monthrange(y, month)[1]))
    assert not text, text


def round_day(name):
    if name == 'national-2022-1':
        return dt.date(2023, 7, 31)                                         # published in July 2023
    return dt.date(int(re.search(r'\d{4}', name)[0]), 12, 31)


def last_valid(d):
    y = d.year + 3
    ends = dt.date(y, d.month, min(d.day, calendar.monthrange(y, d.month)[1]))
    return ends - dt.timedelta(days=1)


def recognitions(row):
    stars = re.fullmatch(r'([1-5])( sao)?', plain(row['stars']))
    stars = int(stars[1]) if stars else None
    for r in [r.strip() for r in str(row.get('round') or '').split(';')]:
        given = day(row.get('recognised_on'))
        d = given or (round_day(r) if r else None)
        award = AWARDS.get(plain(row.get('award'))) or ('national' if r.startswith('national-') else
                                                        'potential_five' if stars == 5 else 'recognised')
        last = day(row.get('expires_on')) or (last_valid(d) if d else None)
        yield Recognition(d, last, stars, award, f'ngày {d}' if given else f'đợt {r}, {d}' if d else 'không ngày, không đợt')


class Workspace:
    def __init__(self, name):
        self.name = name
        settings = tomllib.loads((GEODATA / f'{name}.toml').read_text(encoding='utf-8'))
        self.as_of = settings['as_of']
        self.plan = settings['plan']
        self.era = settings['era']
        self.places = settings['boundaries']
        places = self.places[self.era]
        self.districts = {u['code']: u['name'] for u in dbf((GEODATA / places['districts']).with_suffix('.dbf'))}
        self.communes = {u['code']: u for u in dbf((GEODATA / places['communes']).with_suffix('.dbf'))}
        self.parts = Counter(list(self.communes))                                 # commune -> of how many it was put together
        self.tables = {'coverage': []}
        for file in settings['register']:
            for table, rows in tables(GEODATA / file):
                if table:
                    self.tables.setdefault(table, []).extend(r for r in rows if any(r.values()))
        for table, rows in self.tables.items():
            for row in rows if table != 'coverage' else []:
                row['d'], row['c'] = row['was'] = self.place(row)
        named = ('ideas', 'organisations', 'training', 'outreach', 'projects')    # any other word may mean the products
        self.complete = not any(r['table'] not in named and r['complete'] == 'no' for r in self.tables['coverage'])
        self.products = {}                                                  # identity -> (first row, recognitions)
        for row in self.tables['products']:
            identity = (key(row['product']), key(row['producer']), row['d'])
            self.products.setdefault(identity, (row, []))[1].extend(recognitions(row))

    def place(self, row):
        """Codes of district and commune; None for what is not named, does not match or matches twice."""
        _, name = kind_and_key(row.get('district'))
        d = next((code for code, n in self.districts.items() if key(n) == name), None)
        kind, name = kind_and_key(row.get('commune'))
        found = [c for c, u in self.communes.items()
                 if u['dist_code'] == d and key(u['name']) == name and kind in ('', u['kind'])]
        return d, found[0] if len(found) == 1 else None

    def in_2025(self):
        """The same register in the units of 2025, which have no districts: rows follow their commune of 2021."""
        later = copy.copy(self)
        with (GEODATA / self.places['2025']['crosswalk']).open(encoding='utf-8-sig', newline='') as file:
            after = {r['code_2021']: r['code_2025'] for r in csv.DictReader(file)}
        later.era, later.districts, later.parts = '2025', {}, Counter(after.values())
        later.communes = {u['code']: u | {'dist_code': None}
                          for u in dbf((GEODATA / self.places['2025']['communes']).with_suffix('.dbf'))}
        moved = lambda row: row | {'d': None, 'c': after.get(row['c'])}
        later.tables = {t: [moved(r) for r in rows] if t != 'coverage' else rows for t, rows in self.tables.items()}
        later.products = {i: (moved(row), found) for i, (row, found) in self.products.items()}
        return later


# ---- counting ---------------------------------------------------------------------------------------------------------
def window(basis, plan, as_of):
    return (plan['from'], min(plan['to'], as_of)) if basis == 'new' else (dt.date.min, as_of)


def wanted(indicator, r):
    if r.stars is None:
        return False
    if indicator == 'products':
        return r.stars >= 3
    return r.stars == 5 and r.award in (['national'] if indicator == 'five_star_nation' else ['potential_five', 'national'])


def verdict(indicator, found, basis, plan, as_of):
    """(counts, undated, why) of one product. `products` looks at the standing, the five-star indicators at "ever"."""
    first, last = window(basis, plan, as_of)
    dated = sorted((r for r in found if r.stars and r.day and first <= r.day <= last), key=lambda r: r.day)
    asked = dated[-1:] if indicator == 'products' else dated
    if indicator == 'products' and dated:
        # Others that may be the last: of the same day, or of no day. If one of them ends the product, nothing is sure.
        rivals = [r for r in dated if r.day == dated[-1].day]
        fates = [wanted(indicator, r) and (basis != 'valid' or as_of <= r.last) for r in rivals]
        fates += [wanted(indicator, r) for r in found if r.stars and r.day is None]
        if any(fates) and not all(fates):
            return False, True, 'chưa rõ lần đánh giá nào là cuối'
    for r in asked:
        if wanted(indicator, r) and (basis != 'valid' or as_of <= r.last):
            return True, False, f'{r.stars} sao, {r.award}, {r.why}'
    if any(r.day is None and wanted(indicator, r) for r in found):
        return False, True, 'chưa rõ ngày'
    if any(r.stars is None for r in found):
        return False, False, 'không đọc được hạng sao'
    if asked:
        r = asked[-1]
        return False, False, f'hết hạn {r.last} ({r.why})' if wanted(indicator, r) else f'{r.stars} sao, {r.award}'
    return False, False, 'ngoài kỳ: ' + '; '.join(r.why for r in found)


def inside(row, level, code):
    return level == 'province' or row['d' if level == 'district' else 'c'] == code


def count_products(w, indicator, level, code, basis, plan, as_of):
    """(count, undated, unlocated)"""
    n = undated = unlocated = 0
    for row, found in w.products.values():
        if inside(row, level, code):
            counts, open_, _ = verdict(indicator, found, basis, plan, as_of)
            n, undated = n + counts, undated + open_
            unlocated += counts and not row['c']
    return n, undated, unlocated


def astray_products(w, indicator, level, code, basis, plan, as_of):
    """How many more the unit may have: products that nobody can place (of its district, of no known district; in 2025: of
    no known commune) and rows whose stars nobody can read, unless their date keeps them out."""
    first, last = window(basis, plan, as_of)
    district = w.communes[code]['dist_code'] if level == 'commune' else None
    n = 0
    for row, found in w.products.values():
        lost = not row['d'] and (w.districts or not row['c'])               # in no unit below the province
        if level == 'province':
            here, perhaps = True, False
        elif level == 'district':
            here, perhaps = row['d'] == code, lost
        else:
            here, perhaps = row['c'] == code, lost or not row['c'] and row['d'] == district
        n += bool(perhaps) and any(verdict(indicator, found, basis, plan, as_of)[:2])
        n += bool(here or perhaps) * sum(r.stars is None and (not r.day or first <= r.day <= last) for r in found)
    return n


def spot(row):
    """What a row is about: a unit, or a text that names none."""
    d, c = row['was']
    return (d, c) if c or d and not row.get('commune') else (plain(row['district']), plain(row['commune']))


def latest(rows, date_column, as_of):
    """Of rows about the same thing the last one not after the date; a row without a date is the oldest."""
    last = {}
    for row in rows:
        d = day(row[date_column]) or dt.date.min
        about = spot(row), plain(row.get('role'))
        if d <= as_of and d >= last.get(about, (dt.date.min,))[0]:
            last[about] = (d, row)
    return [row for _, row in last.values()]


Share = namedtuple('Share', 'done all silent moves short')
# silent: communes of outreach that may be done, for all that anybody can read; moves: training of which somebody may be missing; short: certainly not everybody


def whole(value):
    """A number of people, or None."""
    return int(value) if re.fullmatch(r'\d+', plain(value)) else None


def share(w, indicator, level, code, as_of):
    """A Share, or None without a row."""
    if indicator == 'outreach':
        told, extra = {}, 0
        rows = w.tables.get('outreach', [])
        refused = [r for r in rows if plain(r['status']) not in ('chưa thực hiện', 'đã có kế hoạch', 'đang thực hiện', 'hoàn thành')]
        for row in latest([r for r in rows if r not in refused], 'date', as_of):
            done = plain(row['status']) == 'hoàn thành'
            told.setdefault(row['c'], []).append(done)
            extra += done and not row['c'] and level != 'commune' and (inside(row, level, code) or not row['d'])
        extra += sum(bool(inside(r, level, code) or level != 'commune' and not r['d'] and not r['c']) for r in refused)
        within = [c for c, u in w.communes.items() if level == 'province' or code in (c, u['dist_code'])]
        # Put together of several, it is done when all of them are, and not done as soon as one of them is not.
        done = sum(len(told.get(c, [])) == w.parts[c] and all(told[c]) for c in within)
        not_done = sum(not all(told.get(c, [])) for c in within)
        open_ = min(len(within) - done, len(within) - done - not_done + extra)
        return Share(done, len(within), open_, False, False) if done + not_done else None
    role = 'cán bộ quản lý' if indicator == 'managers_trained' else 'lãnh đạo chủ thể'
    everything = [r for r in w.tables.get('training', []) if plain(r['role']) == role]
    refused = [r for r in everything if whole(r['people']) is None or whole(r['trained']) is None]
    everything = latest([r for r in everything if r not in refused], 'as_of', as_of)
    lost = lambda r: not r['d'] and not r['c'] or plain(r.get('commune')) and not r['c']
    rows = [r for r in everything if inside(r, level, code)]
    people = sum(whole(r['people']) for r in rows)
    if not people:
        return None
    reports = Counter(r['c'] for r in everything)
    quiet = lambda district: [c for c, u in w.communes.items() if u['dist_code'] == district and reports[c] < w.parts[c]]
    if level == 'commune':
        silent = 0 < reports[code] < w.parts[code]
        doubt, loose = [r for r in refused if r['c'] == code], 0
    else:
        some = lambda district: any(r['c'] and (district is None or r['d'] == district) for r in everything)
        districts = list(w.districts) if level == 'province' else [code]
        silent = any(some(d) and quiet(d) for d in districts or [None])
        silent |= level == 'province' and not {*w.districts} <= {r['d'] for r in everything}
        maybe = lambda r: inside(r, level, code) or not r['d'] and not r['c']
        doubt = [r for r in refused if maybe(r)]
        loose = sum(bool(lost(r) and maybe(r)) for r in everything + refused)
    # Everybody is not trained while more rows say so than rows of unknown places could replace.
    behind = [r for r in rows if whole(r['trained']) < whole(r['people'])]
    firm = sum(spot(r) not in [spot(d) for d in refused] for r in behind) > loose
    stray = level == 'district' and any(not r['d'] for r in everything)
    moves = bool(silent or doubt or stray or behind and loose and level != 'commune')
    return Share(sum(whole(r['trained']) for r in rows), people, 0, moves, firm)


def count_events(w, indicator, level, code, plan, as_of):
    """(count, undated, unlocated, astray) of ideas or organisations; None without the table."""
    rows = w.tables.get(indicator)
    if rows is None:
        return None
    first, last = window('new', plan, as_of)
    dates = 'supported_on' if indicator == 'ideas' else 'strengthened_on'
    rows = [r for r in rows if indicator != 'ideas' or int(r['step']) >= 2]
    astray = sum(not r['d'] and (first <= day(r[dates]) <= last if day(r[dates]) else indicator == 'ideas') for r in rows)
    rows = [r for r in rows if inside(r, level, code)]
    hit = [r for r in rows if day(r[dates]) and first <= day(r[dates]) <= last]
    undated = sum(day(r[dates]) is None for r in rows) if indicator == 'ideas' else 0
    return len(hit), undated, sum(not r['c' if indicator == 'ideas' else 'd'] for r in hit), astray * (level == 'district')


def percent(n):
    """Of hundredths, cut and not rounded: 83.33, 50, 12.5."""
    text = f'{n // 100}.{n % 100:02d}'
    return text.rstrip('0').rstrip('.')


def quota(plan, indicator, level, code):
    """(number or share, bound), or None."""
    for t in plan['target']:
        if (t['indicator'], t['level']) == (indicator, level):
            bound = next(b for b in ('at_least', 'about', 'share') if b in t)
            return t.get('units', {}).get(code, t[bound]), bound


def status(reached, half, possible, complete, bound):
    """`half`, `possible`: whether half of the quota, or all of it, is reached if everything unknown counts."""
    if reached:
        return 'met'
    if not complete or possible:
        return 'undetermined'
    return 'below' if bound == 'about' or half else 'severe'


def line(w, plan, indicator, level, code, unit, basis, as_of):
    target = quota(plan, indicator, level, code)
    value = asked = gap = ''
    lower, undated, unlocated = False, 0, 0
    result = 'no_data'
    if indicator in ('managers_trained', 'leaders_trained', 'outreach'):
        asked = '100' if target else ''
        if counted := share(w, indicator, level, code, as_of):
            done, everyone, silent, moves, short = counted
            best = done + silent
            lower = silent > 0
            hundredths = 10000 * done // everyone
            value = percent(hundredths)
            gap = percent(10000 - hundredths) if target else ''
            result = ('no_quota' if not target else 'undetermined' if moves and (done >= everyone or not short) else
                      status(done >= everyone, moves or 2 * best >= everyone, not moves and best >= everyone, True, 'share'))
        if indicator == 'outreach':
            unlocated = sum(level != 'commune' and inside(r, level, code) and not r['c']
                            for r in latest(w.tables.get('outreach', []), 'date', as_of))
        else:                                                               # a district's own people belong to no commune
            unlocated = sum(level != 'commune' and inside(r, level, code) and not r['c'] and
                            bool(plain(r.get('commune')) or not r['d'])
                            for r in latest([r for r in w.tables.get('training', []) if whole(r['people']) is not None and
                                             plain(r['role']) == ('cán bộ quản lý' if indicator == 'managers_trained' else
                                                                  'lãnh đạo chủ thể')], 'as_of', as_of))
    else:
        asked = target[0] if target else ''
        complete = w.complete or indicator not in STAR_INDICATORS
        if indicator in STAR_INDICATORS:
            counted = (*count_products(w, indicator, level, code, basis, plan, as_of),
                       astray_products(w, indicator, level, code, basis, plan, as_of))
        else:
            counted = count_events(w, indicator, level, code, plan, as_of)
        if counted:
            n, undated, unlocated, astray = counted
            unlocated = 0 if level == 'commune' else unlocated
            # That a commune has nothing is a claim that a single row can overthrow; a district's 0 becomes "at least 0".
            if n or complete and not (astray and level == 'commune'):
                value, lower = n, not complete or astray > 0
                gap = target[0] - n if target else ''
                best = n + undated + astray
                result = (status(n >= target[0], 2 * best >= target[0], best >= target[0], complete, target[1])
                          if target else 'no_quota')
    return [indicator, level, w.era, code, unit, value, 'yes' if lower else 'no', undated, unlocated, asked, gap, result,
            as_of, basis, plan['id']]


def lines(w, plan, indicator, basis, as_of, depth):
    units = [('province', *PROVINCE)] + [('district', c, n) for c, n in sorted(w.districts.items())]
    if min(depth, LEVELS[indicator]) == 3:
        units += [('commune', c, u['name']) for c, u in sorted(w.communes.items())]
    return [line(w, plan, indicator, level, code, unit, basis, as_of) for level, code, unit in units]


def expected(w):
    plan = tomllib.loads((GEODATA / w.plan).read_text(encoding='utf-8'))
    rows = [r for b in BASES for i in LEVELS for r in lines(w, plan, i, b, w.as_of, 3)]
    for edge in map(dt.date.fromisoformat, EDGES[w.name]):
        rows += [r for b in BASES for i in STAR_INDICATORS for r in lines(w, plan, i, b, edge, 2)]
    for edge in map(dt.date.fromisoformat, MIDYEAR[w.name]):                # for the indicators that know no basis
        rows += [r for i in LEVELS if i not in STAR_INDICATORS for r in lines(w, plan, i, 'recognised', edge, 3)]
    other = tomllib.loads((GEODATA / 'plans/118-kh-ubnd-2021-2025.toml').read_text(encoding='utf-8'))
    for edge in (w.as_of, dt.date(2022, 12, 31), dt.date(2025, 12, 31)):
        rows += [r for b in BASES for r in lines(w, other, 'products', b, edge, 2)]
    later = w.in_2025()
    rows += [r for b in BASES for i in ('products', 'managers_trained', 'outreach') for r in lines(later, plan, i, b, w.as_of, 3)]
    text = io.StringIO()
    out = csv.writer(text, lineterminator='\n')
    out.writerow('indicator,level,era,code,unit,value,lower_bound,undated,unlocated,quota,gap,status,as_of,basis,plan'.split(','))
    out.writerows(rows)
    return text.getvalue(), plan


def explain(w, plan):
    for basis in BASES:
        for row, found in sorted(w.products.values(), key=lambda p: (p[0]['d'] or '', p[0]['product'])):
            counts, undated, why = verdict('products', found, basis, plan, w.as_of)
            five = [i for i in STAR_INDICATORS[1:] if verdict(i, found, basis, plan, w.as_of)[0]]
            print(w.name, basis, w.as_of, '+' if counts else '?' if undated else '-', w.districts.get(row['d'], 'chưa định vị'),
                  w.communes[row['c']]['name'] if row['c'] else 'chưa rõ xã', f'{row["product"]} ({row["producer"]})', why, *five, sep=' | ')


wrong = []
for name in EDGES:
    w = Workspace(name)
    text, plan = expected(w)
    explain(w, plan)
    path = HERE / f'{name}.csv'
    if '--check' not in sys.argv:
        path.write_text(text, encoding='utf-8')
    elif path.read_text(encoding='utf-8') != text:
        wrong.append(path.name)
sys.exit(f'not as expected.py counts now: {", ".join(wrong)}' if wrong else 0)
