#!/usr/bin/python3
"""usage: derive_boundaries.py SOURCES_DIR OUT_DIR

Makes geodata/boundaries from the sources that geodata/README.md names: splits the detailed units of July 2025 among
the communes of mid-2021 they were merged from (the coarse polygons of about 2009 give the inner lines only), dissolves
them to districts, and writes ESRI shapefiles in VN-2000 / TM-3 104-30 (EPSG:9207) and the crosswalk 2021 -> 2025.
Reads communes_2021.csv, units_2025.csv, units_2025.geojson, communes_2009_coarse.geojson. Two runs give the same bytes.
Needs Debian's python3-shapely (1.8), python3-pyproj, python3-scipy, python3-gdal. Takes about a minute."""
import csv, json, os, struct, sys, unicodedata
from collections import Counter, defaultdict
import numpy as np
import pyproj
from osgeo import gdal, ogr, osr
from scipy.spatial import Voronoi, cKDTree
from shapely.affinity import translate
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Polygon, shape
from shapely.ops import linemerge, polygonize, transform, unary_union
from shapely.prepared import prep
from shapely.strtree import STRtree

# ---- parameters (metres, in UTM zone 48N) ----------------------------------------------------
SHRINK = 10          # cores are shrunk by this, so that the line between two cores runs midway
STEP = 10            # spacing of the sample points on the core outlines
SIMPLIFY = 8         # tolerance for the inner lines
OVERSHOOT = 3        # inner lines run this far past the unit's outline, so that noding cuts it
ISLET = 2e6          # a part smaller than this (m2) goes to one commune whole
DOMINANT = .98       # ... and so does a part whose coarse cover is this much one commune
THICK = 150          # half-width above which an uncovered area is not a sliver
THICK_MIN = 1e5      # and its least area (m2)
ADJACENT = .60       # share of the touching outline that gives a thick area to one commune
FRAGMENT = .05       # a detached bit of a core smaller than this share is dropped
DIGITS = 7           # decimals of a degree in the output
# Decisions no rule can take.  unit -> commune that gets the thick uncovered areas it touches:
OVERRIDE = {'30796': '30799'}   # Giang Thành: the wedge west of Phú Lợi and Phú Mỹ, drawn as Đông Hồ
                                # in the coarse map, is Phú Mỹ's (published area 87 km2)

SRC, OUT = sys.argv[1:3]
os.makedirs(OUT, exist_ok=True)
_f = pyproj.Transformer.from_crs(4326, 32648, always_xy=True).transform
_i = pyproj.Transformer.from_crs(32648, 4326, always_xy=True).transform
to_m = lambda g: transform(_f, g)
to_deg = lambda g: transform(_i, g)
geod = pyproj.Geod(ellps='WGS84')
gdal.UseExceptions()


def log(*a):
    print(*a)


def polys(g):
    if g.is_empty:
        return []
    if g.geom_type == 'Polygon':
        return [g]
    return [p for x in getattr(g, 'geoms', []) for p in polys(x)]


def lines(g):
    if g.is_empty:
        return []
    if g.geom_type in ('LineString', 'LinearRing'):
        return [LineString(g.coords)]
    return [p for x in getattr(g, 'geoms', []) for p in lines(x)]


def load(name):
    return json.load(open(os.path.join(SRC, name), encoding='utf-8'))['features']


# ---- inputs ------------------------------------------------------------------------------------
COM = {r['code']: r for r in csv.DictReader(open(os.path.join(SRC, 'communes_2021.csv'), encoding='utf-8'))}
UNIT = {f['properties']['code']: shape(f['geometry']) for f in load('units_2025.geojson')}
UPROP = {f['properties']['code']: f['properties'] for f in load('units_2025.geojson')}
parts = defaultdict(list)
for f in load('communes_2009_coarse.geojson'):
    parts[f['properties']['code_2021']].append(to_m(shape(f['geometry'])).buffer(0))
COARSE = {c: unary_union(g) for c, g in parts.items()}          # An Thới takes Hòn Thơm here
PRED = defaultdict(list)
for c, r in COM.items():
    PRED[r['successor_2025_code']].append(c)
assert set(PRED) == set(UNIT) and set(COARSE) == set(COM)


def best_shift(unit, cover):
    """The whole-unit offset of the coarse map, in steps of 25 m up to 150 m, or (0, 0)."""
    def iou(dx, dy):
        c = translate(cover, dx, dy)
        i = c.intersection(unit).area
        return i / (c.area + unit.area - i)
    base = iou(0, 0)
    if base < .93:                    # too different for an offset to mean anything
        return 0, 0, base, base
    score, dx, dy = base, 0, 0
    for step in (75, 25):
        cx, cy = dx, dy
        for a in range(cx - 3 * step if step == 25 else -150, cx + 3 * step + 1 if step == 25 else 151, step):
            for b in range(cy - 3 * step if step == 25 else -150, cy + 3 * step + 1 if step == 25 else 151, step):
                if abs(a) <= 150 and abs(b) <= 150:
                    s = iou(a, b)
                    if s > score:
                        score, dx, dy = s, a, b
    return (dx, dy, base, score) if score - base >= .002 else (0, 0, base, base)


def sample(poly):
    out = []
    for ring in [poly.exterior, *poly.interiors]:
        n = max(4, int(ring.length / STEP))
        out += [ring.interpolate(k / n, normalized=True).coords[0] for k in range(n)]
    return out


def split_part(uc, part, cover):
    """(owner, None, None) or (None, cut lines, (tree, owners)) for one polygon of a unit."""
    inside = {c: g.intersection(part) for c, g in cover.items()}
    total = sum(g.area for g in inside.values())
    if total == 0:
        c = min(cover, key=lambda c: cover[c].distance(part))
        log(f'  islet {part.area / 1e4:.1f} ha at {to_deg(part.centroid).x:.4f},{to_deg(part.centroid).y:.4f}'
            f' not in the coarse map -> nearest {COM[c]["name"]} ({cover[c].distance(part):.0f} m)')
        return c, None, None
    c = max(inside, key=lambda c: inside[c].area)
    if part.area < ISLET or inside[c].area / total >= DOMINANT and len(inside) > 1 and part.area < 10 * ISLET:
        return c, None, None
    # cores: what only one commune claims
    core = {}
    for c, g in inside.items():
        others = unary_union([h for d, h in inside.items() if d != c])
        ps = polys(g.difference(others))
        tot = sum(p.area for p in ps)
        ps = [p for p in ps if p.area >= FRAGMENT * tot]
        if ps:
            core[c] = unary_union(ps)
    missing = set(cover) - set(core)
    if missing:
        log('  no core for', [COM[c]['name'] for c in missing])
    # thick uncovered areas
    bare = part.difference(unary_union(list(inside.values())))
    for t in polys(bare.buffer(-THICK).buffer(THICK * 1.05).intersection(bare)):
        if t.area < THICK_MIN:
            continue
        touch = {c: t.boundary.intersection(g.buffer(30)).length for c, g in core.items()}
        s = sum(touch.values())
        c = max(touch, key=touch.get)
        if touch.get(OVERRIDE.get(uc), 0) > 500:
            c, why = OVERRIDE[uc], 'by override'
        elif s and touch[c] / s >= ADJACENT:
            why = f'touches {touch[c] / s:.0%}'
        else:
            log(f'  uncovered {t.area / 1e6:.2f} km2: shared by nearness, '
                + ', '.join(f'{COM[c]["name"]} {v / s:.0%}' for c, v in touch.items() if s and v))
            continue
        log(f'  uncovered {t.area / 1e6:.2f} km2 -> {COM[c]["name"]} ({why})')
        core[c] = unary_union([core[c], t.buffer(.5).intersection(part)])
    pts, own = [], []
    for c, g in core.items():
        for p in polys(g.buffer(-SHRINK)):
            s = sample(p)
            pts += s
            own += [c] * len(s)
    pts, own = np.array(pts), np.array(own)
    x0, y0, x1, y1 = part.bounds
    far = 1e6
    frame = np.array([(x0 - far, y0 - far), (x0 - far, y1 + far), (x1 + far, y0 - far), (x1 + far, y1 + far)])
    v = Voronoi(np.vstack([pts, frame]))
    n = len(pts)
    segs = []
    for (a, b), (i, j) in zip(v.ridge_points, v.ridge_vertices):
        if a < n and b < n and i >= 0 and j >= 0 and own[a] != own[b]:
            p, q = v.vertices[i], v.vertices[j]
            if (p != q).any():
                segs.append((tuple(p), tuple(q)))
    cut = linemerge(MultiLineString(segs))
    cut = linemerge(MultiLineString(lines(cut.intersection(part.buffer(OVERSHOOT)))))
    cut = [l.simplify(SIMPLIFY) for l in lines(cut) if l.length > 2 * OVERSHOOT]
    return None, cut, (cKDTree(pts), own)


# ---- 1. inner lines of every unit --------------------------------------------------------------
owner, cuts, trees = {}, [], {}
for uc in sorted(UNIT):
    preds = sorted(PRED[uc])
    um = to_m(UNIT[uc])
    log(f'{uc} {UPROP[uc]["type"]} {UPROP[uc]["name"]}: {len(preds)} commune(s), {len(polys(um))} part(s)')
    if len(preds) == 1:
        for k in range(len(polys(UNIT[uc]))):
            owner[uc, k] = preds[0]
        continue
    cover = {c: COARSE[c] for c in preds}
    whole = unary_union(list(cover.values()))
    dx, dy, s0, s1 = best_shift(um, whole) 
    if (dx, dy) != (0, 0):
        cover = {c: translate(g, dx, dy) for c, g in cover.items()}
        log(f'  coarse map moved by ({dx}, {dy}) m, IoU {s0:.4f} -> {s1:.4f}')
    for k, p in enumerate(polys(UNIT[uc])):
        o, cut, tree = split_part(uc, to_m(p), cover)
        if o:
            owner[uc, k] = o
        else:
            trees[uc, k] = tree
            cuts += [to_deg(l) for l in cut]

# ---- 2. one planar graph of all outlines and inner lines, in degrees -----------------------------
rnd = lambda l: LineString([(round(x, DIGITS), round(y, DIGITS)) for x, y in l.coords])
rings = [LineString(r.coords) for g in UNIT.values() for p in polys(g) for r in [p.exterior, *p.interiors]]
graph = unary_union(rings + [rnd(l) for l in cuts])
faces = list(polygonize(graph))
log(f'{len(rings)} rings + {len(cuts)} inner lines -> {len(faces)} faces')

# ---- 3. faces -> communes ------------------------------------------------------------------------
where = [(p, (uc, k)) for uc in UNIT for k, p in enumerate(polys(UNIT[uc]))]
boxes = [p for p, _ in where]
index = STRtree(boxes)
key = {id(p): k for p, k in where}
member = defaultdict(list)          # commune -> [(face, unit part)]
outside = 0
for f in faces:
    pt = f.representative_point()
    near = [boxes[q] if isinstance(q, (int, np.integer)) else q for q in index.query(pt)]   # shapely 2 / 1.8
    hit = [key[id(p)] for p in near if p.contains(pt)]
    if not hit:
        outside += 1                # a hole between units
        continue
    assert len(hit) == 1
    if hit[0] in owner:
        c = owner[hit[0]]
    else:
        tree, own = trees[hit[0]]
        q = to_m(pt)
        c = own[tree.query((q.x, q.y))[1]]
    member[c].append((f, hit[0]))
log(f'{outside} faces outside every unit')
assert set(member) == set(COM), set(COM) - set(member)

# ---- 4. detached bits of a commune go to the neighbour they touch most --------------------------
moved = 0
for _ in range(3):
    by_part = defaultdict(dict)
    for c, fs in member.items():
        for f, k in fs:
            by_part[k].setdefault(c, []).append(f)
    change = False
    for k, d in by_part.items():
        if len(d) < 2:
            continue
        shapes = {c: unary_union(fs) for c, fs in d.items()}
        for c in list(shapes):
            ps = sorted(polys(shapes[c]), key=lambda p: -p.area)
            for p in ps[1:]:
                touch = {o: p.boundary.intersection(g.boundary).length for o, g in shapes.items() if o != c}
                o = max(touch, key=touch.get)
                area = to_m(p).area
                if touch[o] == 0 or area > 1e6:
                    log(f'  kept a detached bit of {COM[c]["name"]}: {area / 1e6:.3f} km2')
                    continue
                pp = prep(p)
                mine = [x for x in member[c] if x[1] == k and pp.contains(x[0].representative_point())]
                member[c] = [x for x in member[c] if not any(x is m for m in mine)]
                member[o] += mine
                moved += 1
                change = True
                if area > 1e4:
                    log(f'  {area / 1e4:.1f} ha: {COM[c]["name"]} -> {COM[o]["name"]}')
    if not change:
        break
log(f'{moved} detached bits reassigned')

# ---- 5. dissolve, round, check --------------------------------------------------------------------
def rounded(g):
    def ring(r):
        pts = [(round(x, DIGITS), round(y, DIGITS)) for x, y in r.coords]
        return [p for i, p in enumerate(pts) if i == 0 or p != pts[i - 1]]
    return MultiPolygon([Polygon(ring(p.exterior), [ring(r) for r in p.interiors]) for p in polys(g)])


def dissolve(gs):
    return MultiPolygon(sorted(polys(unary_union(gs)), key=lambda p: -p.area))


communes = {c: rounded(dissolve([f for f, _ in fs])) for c, fs in member.items()}
bad = [c for c, g in communes.items() if not g.is_valid]
assert not bad, bad
groups = defaultdict(list)
for c in communes:
    groups[COM[c]['district_code']].append(c)
districts = {d: dissolve([communes[c] for c in cs]) for d, cs in groups.items()}
province = dissolve(list(districts.values()))
assert all(g.is_valid for g in districts.values()) and province.is_valid


# ---- 6. one plane: metres, the same vertex once -----------------------------------------------------
VN2000 = pyproj.Transformer.from_crs(4326, 9207, always_xy=True)
plane = {}


def metres(x, y):
    """A vertex in EPSG:9207, to the millimetre; the same degrees always give the same metres."""
    if (x, y) not in plane:
        a, b = VN2000.transform(x, y)
        plane[x, y] = (round(a, 3), round(b, 3))
    return plane[x, y]


def projected(g):
    def ring(r):
        points = [metres(x, y) for x, y in r.coords]
        return [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]
    return MultiPolygon([Polygon(ring(p.exterior), [ring(r) for r in p.interiors]) for p in polys(g)])


def edges(shapes):
    """How often each undirected edge is used."""
    count = Counter()
    for g in shapes:
        for p in polys(g):
            for r in [p.exterior, *p.interiors]:
                c = list(r.coords)
                count.update(frozenset(e) for e in zip(c, c[1:]))
    return count


def check_coverage(name, shapes, outline):
    """Every edge is used twice, or once and lies on the outline: no gap, no overlap."""
    count = edges(shapes)
    once = {e for e, n in count.items() if n == 1}
    assert max(count.values()) <= 2, name
    assert once == set(outline), (name, len(once), len(outline))
    log(f'{name}: {len(count)} edges, {len(once)} on the outline')


units = {}
on_graph = {}                       # every 2025 outline, with the nodes that the inner lines added
for c, fs in member.items():
    on_graph.setdefault(COM[c]['successor_2025_code'], []).extend(f for f, _ in fs)
for u, fs in on_graph.items():
    units[u] = rounded(dissolve(fs))
communes = {c: projected(g) for c, g in communes.items()}
districts = {d: projected(rounded(g)) for d, g in districts.items()}
units = {u: projected(g) for u, g in units.items()}
for g in [*communes.values(), *districts.values(), *units.values()]:
    assert g.is_valid
outline = {e for e, n in edges(communes.values()).items() if n == 1}
check_coverage('communes 2021', communes.values(), outline)
check_coverage('districts 2021', districts.values(), outline)
check_coverage('communes 2025', units.values(), outline)


# ---- 7. write ---------------------------------------------------------------------------------------
FIELDS = [('code', 5), ('name', 40), ('kind', 20), ('dist_code', 3), ('dist_name', 40), ('prov_code', 2),
          ('area_km2', 0), ('label_lon', 0), ('label_lat', 0)]
geographic = pyproj.Transformer.from_crs(9207, 4326, always_xy=True)
nfc = lambda s: ' '.join(unicodedata.normalize('NFC', s).split())


def km2(g):
    """Area on the WGS 84 ellipsoid."""
    deg = transform(geographic.transform, g)
    return round(sum(abs(geod.geometry_area_perimeter(p)[0]) for p in polys(deg)) / 1e6, 3)


def write(path, rows, population=None):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    driver = ogr.GetDriverByName('ESRI Shapefile')
    if os.path.exists(path):
        driver.DeleteDataSource(path)
    source = driver.CreateDataSource(path)
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(9207)
    layer = source.CreateLayer(os.path.basename(path)[:-4], crs, ogr.wkbPolygon, ['ENCODING=UTF-8', 'RESIZE=YES'])
    for name, width in FIELDS + ([('pop', 0)] if population else []):
        field = ogr.FieldDefn(name, ogr.OFTString if width else ogr.OFTInteger if name == 'pop' else ogr.OFTReal)
        if width:
            field.SetWidth(width)
        elif name != 'pop':
            field.SetWidth(12)
            field.SetPrecision(6 if name.startswith('label') else 3)
        layer.CreateField(field)
    for g, code, name, kind, district_code, district, province in rows:
        point = max(polys(g), key=lambda p: p.area).representative_point()
        lon, lat = geographic.transform(point.x, point.y)
        feature = ogr.Feature(layer.GetLayerDefn())
        values = [code, nfc(name), nfc(kind).lower(), district_code, nfc(district), province, km2(g), lon, lat]
        for (field, _), value in zip(FIELDS, values):
            if value != '':
                feature.SetField(field, value)
        if population and population.get(code):
            feature.SetField('pop', int(population[code]))
        feature.SetGeometry(ogr.CreateGeometryFromWkb(g.wkb))
        layer.CreateFeature(feature)
    layer = source = None
    with open(path[:-4] + '.dbf', 'r+b') as dbf:          # the header's date of last change
        dbf.seek(1)
        dbf.write(struct.pack('3B', 121, 6, 30))


UNIT_ROWS = {r['code']: r for r in csv.DictReader(open(os.path.join(SRC, 'units_2025.csv'), encoding='utf-8'))}
write(os.path.join(OUT, '2021', 'communes.shp'),
      [(communes[c], c, COM[c]['name'], COM[c]['type'], COM[c]['district_code'], COM[c]['district'], '91')
       for c in sorted(communes)])
write(os.path.join(OUT, '2021', 'districts.shp'),
      [(districts[d], d, COM[groups[d][0]]['district'], COM[groups[d][0]]['district_type'], d,
        COM[groups[d][0]]['district'], '91') for d in sorted(districts)])
# Kiên Giang is part of An Giang (still code 91) since 1 July 2025; there are no districts.
# Phú Quốc's published population is doubtful and left out (geodata/README.md).
write(os.path.join(OUT, '2025', 'communes.shp'),
      [(units[u], u, UNIT_ROWS[u]['name'], UNIT_ROWS[u]['type'], '', '', '91') for u in sorted(units)],
      {u: r['population'] for u, r in UNIT_ROWS.items() if u != '31078'})
with open(os.path.join(OUT, 'crosswalk_2021_2025.csv'), 'w', encoding='utf-8', newline='') as file:
    table = csv.writer(file, lineterminator='\n')
    table.writerow(['code_2021', 'name_2021', 'kind_2021', 'district_2021', 'code_2025', 'name_2025', 'kind_2025', 'source'])
    for c in sorted(COM):
        r, u = COM[c], UNIT_ROWS[COM[c]['successor_2025_code']]
        table.writerow([c, nfc(r['name']), nfc(r['type']).lower(), nfc(r['district']), u['code'], nfc(u['name']),
                        nfc(u['type']).lower(), '1654/NQ-UBTVQH15'])
log(f'{len(communes)} communes, {len(districts)} districts, {len(units)} units of 2025')
