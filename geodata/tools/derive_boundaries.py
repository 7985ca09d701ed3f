#!/usr/bin/python3
"""usage: derive_boundaries.py SOURCES_DIR OUT_DIR

Makes geodata/boundaries from the sources that geodata/README.md names. The units of July 2025 are known in full detail
and are unions of whole communes of 2021, so all their outlines are exact; only the lines inside a unit come from coarse
polygons of about 2009, which never move an exact line. One noded graph with labelled faces cannot have gaps or overlaps.
Writes ESRI shapefiles in VN-2000 / TM-3 104-30 (EPSG:9207) and the crosswalk 2021 -> 2025; two runs give the same bytes.
Needs Debian 12's python3-shapely (1.8), python3-pyproj, python3-scipy, python3-gdal. Takes one to three minutes."""
import csv, json, struct, sys, unicodedata
from collections import Counter, defaultdict
from pathlib import Path
import numpy as np
import pyproj
from osgeo import gdal, ogr, osr
from scipy.spatial import Voronoi, cKDTree
from shapely.affinity import translate
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Polygon, shape
from shapely.ops import linemerge, polygonize, transform, unary_union
from shapely.prepared import prep

# Metres and square metres, in UTM zone 48N.
SHRINK = 10             # cores are shrunk by this, so that the line between two cores runs midway
STEP = 10               # spacing of the sample points on the core outlines
SIMPLIFY = 8            # tolerance for the inner lines
OVERSHOOT = 3           # inner lines run this far past the unit's outline: a line that ends on it is not noded reliably
ISLET = 2e6             # a part smaller than this goes to one commune whole
DOMINANT = .98          # ... and so does one below ten times that of which one commune covers this share
THICK = 150             # half-width above which an uncovered area is not a sliver
THICK_MIN = 1e5         # and its least area
ADJACENT = .60          # share of the touching outline that gives a thick area to one commune
FRAGMENT = .05          # a detached bit of a core smaller than this share is dropped
DIGITS = 7              # decimals of a degree: those of the source, so that its vertices stay what they are
# What no rule can decide: unit -> commune that gets the thick uncovered areas it touches for over 500 m.
OVERRIDE = {'30796': '30799'}   # the wedge west of Phú Lợi, Đông Hồ's in the coarse map, is Phú Mỹ's (published area 87 km2)
PHU_QUOC = '31078'      # its published population of 2025 is doubtful and left out

gdal.UseExceptions()
to_m = lambda g: transform(pyproj.Transformer.from_crs(4326, 32648, always_xy=True).transform, g)
to_deg = lambda g: transform(pyproj.Transformer.from_crs(32648, 4326, always_xy=True).transform, g)
nfc = lambda s: ' '.join(unicodedata.normalize('NFC', s).split())


def members(g, kinds):
    """The polygons (or lines) that a geometry consists of."""
    if g.is_empty:
        return []
    return [g] if g.geom_type in kinds else [m for x in getattr(g, 'geoms', []) for m in members(x, kinds)]


def polygons(g):
    return members(g, ['Polygon'])


def lines(g):
    return [LineString(l.coords) for l in members(g, ['LineString', 'LinearRing'])]


def rings(g):
    return [r for p in polygons(g) for r in [p.exterior, *p.interiors]]


def mapped(g, move):
    """The same polygons with every vertex moved, and without the repeated vertices that this may make."""
    def ring(r):
        points = [move(x, y) for x, y in r.coords]
        return [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]
    return MultiPolygon([Polygon(ring(p.exterior), [ring(r) for r in p.interiors]) for p in polygons(g)])


def rounded(g):
    return mapped(g, lambda x, y: (round(x, DIGITS), round(y, DIGITS)))


def dissolved(gs):
    return MultiPolygon(sorted(polygons(unary_union(gs)), key=lambda p: -p.area))


# ---- inner lines of one unit ----------------------------------------------------------------------
def best_shift(unit, cover):
    """The offset (at most 150 m, in steps of 25) that brings the coarse polygons nearest to the unit, or (0, 0)."""
    def iou(dx, dy):
        c = translate(cover, dx, dy)
        i = c.intersection(unit).area
        return i / (c.area + unit.area - i)
    base = iou(0, 0)
    if base < .93:                                          # too different for an offset to mean anything
        return 0, 0
    best = base, 0, 0
    for step, reach in ((75, 150), (25, 75)):
        _, cx, cy = best
        for dx in range(cx - reach, cx + reach + 1, step):
            for dy in range(cy - reach, cy + reach + 1, step):
                if abs(dx) <= 150 and abs(dy) <= 150:
                    score = iou(dx, dy)
                    if score > best[0]:
                        best = score, dx, dy
    return best[1:] if best[0] - base >= .002 else (0, 0)


def cores(inside):
    """What only one commune claims, without small detached bits."""
    result = {}
    for c, g in inside.items():
        claimed = polygons(g.difference(unary_union([h for d, h in inside.items() if d != c])))
        least = FRAGMENT * sum(p.area for p in claimed)
        if kept := [p for p in claimed if p.area >= least]:
            result[c] = unary_union(kept)
    return result


def give_thick_areas(unit_code, part, inside, core):
    """Uncovered areas too thick to be slivers go whole to the commune that they mostly touch; nearness would halve them."""
    bare = part.difference(unary_union(list(inside.values())))
    for area in polygons(bare.buffer(-THICK).buffer(THICK * 1.05).intersection(bare)):
        if area.area < THICK_MIN:
            continue
        touch = {c: area.boundary.intersection(g.buffer(30)).length for c, g in core.items()}
        owner = max(touch, key=touch.get)
        if touch.get(OVERRIDE.get(unit_code), 0) > 500:
            owner = OVERRIDE[unit_code]
        elif not touch[owner] or touch[owner] < ADJACENT * sum(touch.values()):
            print(f'  uncovered {area.area / 1e6:.2f} km2: shared by nearness')
            continue
        print(f'  uncovered {area.area / 1e6:.2f} km2 -> {owner}')
        core[owner] = unary_union([core[owner], area.buffer(.5).intersection(part)])


def samples(core):
    points, owners = [], []
    for c, g in core.items():
        for ring in rings(g.buffer(-SHRINK)):
            n = max(4, int(ring.length / STEP))
            points += [ring.interpolate(k / n, normalized=True).coords[0] for k in range(n)]
            owners += [c] * n
    return np.array(points), np.array(owners)


def midway_lines(points, owners, part):
    """Where the nearest sample changes its owner: on the coarse line, and in the middle of its slivers and overlaps."""
    x0, y0, x1, y1 = part.bounds
    far = 1e6
    frame = [(x0 - far, y0 - far), (x0 - far, y1 + far), (x1 + far, y0 - far), (x1 + far, y1 + far)]
    diagram = Voronoi(np.vstack([points, frame]))
    segments = []
    for (a, b), (i, j) in zip(diagram.ridge_points, diagram.ridge_vertices):
        if a < len(points) and b < len(points) and i >= 0 and j >= 0 and owners[a] != owners[b]:
            p, q = diagram.vertices[i], diagram.vertices[j]
            if (p != q).any():
                segments.append((tuple(p), tuple(q)))
    inner = linemerge(MultiLineString(segments)).intersection(part.buffer(OVERSHOOT))
    return [l.simplify(SIMPLIFY) for l in lines(linemerge(MultiLineString(lines(inner)))) if l.length > 2 * OVERSHOOT]


def split(unit_code, part, cover):
    """(owner of a point, inner lines) of one polygon of a unit, given the coarse polygons of its communes."""
    inside = {c: g.intersection(part) for c, g in cover.items()}
    total = sum(g.area for g in inside.values())
    if total == 0:
        nearest = min(cover, key=lambda c: cover[c].distance(part))
        print(f'  islet of {part.area / 1e4:.1f} ha not in the coarse map -> {nearest}')
        return (lambda point: nearest), []
    largest = max(inside, key=lambda c: inside[c].area)
    if part.area < ISLET or inside[largest].area / total >= DOMINANT and part.area < 10 * ISLET:
        return (lambda point: largest), []
    core = cores(inside)
    give_thick_areas(unit_code, part, inside, core)
    points, owners = samples(core)
    tree = cKDTree(points)
    return (lambda point: owners[tree.query(to_m(point).coords[0])[1]]), midway_lines(points, owners, part)


# ---- one plane: metres, the same vertex once --------------------------------------------------------
vn2000 = pyproj.Transformer.from_crs(4326, 9207, always_xy=True)
from_vn2000 = pyproj.Transformer.from_crs(9207, 4326, always_xy=True)
geod = pyproj.Geod(ellps='WGS84')
plane = {}


def metres(x, y):
    """A vertex to the millimetre; the same degrees always give the same metres."""
    if (x, y) not in plane:
        a, b = vn2000.transform(x, y)
        plane[x, y] = (round(a, 3), round(b, 3))
    return plane[x, y]


def edge_use(shapes):
    return Counter(frozenset(e) for g in shapes for r in rings(g) for e in zip(r.coords, r.coords[1:]))


def check_coverage(name, shapes, outline):
    """Every edge is used twice, or once and lies on the outline: no gap, no overlap."""
    use = edge_use(shapes)
    assert all(g.is_valid for g in shapes) and max(use.values()) == 2, name
    assert {e for e, n in use.items() if n == 1} == outline, name
    print(f'{name}: {len(shapes)} units, {len(use)} edges, {len(outline)} on the outline')


# ---- files --------------------------------------------------------------------------------------------
def read_table(name):
    with open(SOURCES / name, encoding='utf-8') as file:
        return {r['code']: r for r in csv.DictReader(file)}


def read_polygons(name, key, change=lambda g: g):
    found = defaultdict(list)
    for f in json.loads((SOURCES / name).read_text(encoding='utf-8'))['features']:
        found[f['properties'][key]].append(change(shape(f['geometry'])))
    return found


def attributes(g, code, name, kind, district_code, district):
    label = max(polygons(g), key=lambda p: p.area).representative_point()
    lon, lat = from_vn2000.transform(label.x, label.y)
    degrees = polygons(transform(from_vn2000.transform, g))
    km2 = round(sum(abs(geod.geometry_area_perimeter(p)[0]) for p in degrees) / 1e6, 3)     # ring orientations differ
    return {'code': code, 'name': nfc(name), 'kind': nfc(kind).lower(), 'dist_code': district_code,
            'dist_name': nfc(district), 'prov_code': '91', 'area_km2': km2, 'label_lon': lon, 'label_lat': lat}


def write_shapefile(path, rows):
    """rows: (polygons, attributes); all of one kind."""
    path.parent.mkdir(parents=True, exist_ok=True)
    driver = ogr.GetDriverByName('ESRI Shapefile')
    if path.exists():
        driver.DeleteDataSource(str(path))
    source = driver.CreateDataSource(str(path))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(9207)
    layer = source.CreateLayer(path.stem, crs, ogr.wkbPolygon, ['ENCODING=UTF-8', 'RESIZE=YES'])
    for name in rows[0][1]:
        real = name in ('area_km2', 'label_lon', 'label_lat')
        field = ogr.FieldDefn(name, ogr.OFTReal if real else ogr.OFTInteger if name == 'pop' else ogr.OFTString)
        if real:
            field.SetWidth(12)
            field.SetPrecision(3 if name == 'area_km2' else 6)
        layer.CreateField(field)
    for g, values in rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        for name, value in values.items():
            if value != '':
                feature.SetField(name, value)
        feature.SetGeometry(ogr.CreateGeometryFromWkb(g.wkb))
        layer.CreateFeature(feature)
    layer = source = None
    with open(path.with_suffix('.dbf'), 'r+b') as dbf:      # the header's date of last change
        dbf.seek(1)
        dbf.write(struct.pack('3B', 121, 6, 30))


def write_crosswalk(path):
    with open(path, 'w', encoding='utf-8', newline='') as file:
        table = csv.writer(file, lineterminator='\n')
        table.writerow(['code_2021', 'name_2021', 'kind_2021', 'district_2021', 'code_2025', 'name_2025', 'kind_2025', 'source'])
        for c, r in sorted(COMMUNES.items()):
            u = UNITS[r['successor_2025_code']]
            table.writerow([c, nfc(r['name']), nfc(r['type']).lower(), nfc(r['district']), u['code'], nfc(u['name']),
                            nfc(u['type']).lower(), '1654/NQ-UBTVQH15'])


# ---- the derivation -----------------------------------------------------------------------------------
SOURCES, OUT = map(Path, sys.argv[1:3])
COMMUNES, UNITS = read_table('communes_2021.csv'), read_table('units_2025.csv')
outlines = {u: gs[0] for u, gs in read_polygons('units_2025.geojson', 'code').items()}
coarse = {c: unary_union(gs) for c, gs in                   # An Thới takes Hòn Thơm here
          read_polygons('communes_2009_coarse.geojson', 'code_2021', lambda g: to_m(g).buffer(0)).items()}
merged = defaultdict(list)
for c in sorted(COMMUNES):
    merged[COMMUNES[c]['successor_2025_code']].append(c)
assert set(merged) == set(outlines) and set(coarse) == set(COMMUNES)

parts, inner = [], []                   # (polygon, owner of a point in it, its unit); lines in degrees
for u in sorted(outlines):
    cover = {c: coarse[c] for c in merged[u]}
    dx, dy = best_shift(to_m(outlines[u]), unary_union(list(cover.values()))) if len(cover) > 1 else (0, 0)
    if (dx, dy) != (0, 0):
        cover = {c: translate(g, dx, dy) for c, g in cover.items()}
    print(u, UNITS[u]['name'], f'{len(cover)} communes, coarse map moved by ({dx}, {dy}) m')
    for p in polygons(outlines[u]):
        owner, cut = split(u, to_m(p), cover) if len(cover) > 1 else ((lambda point, c=merged[u][0]: c), [])
        parts.append((p, owner, u))
        inner += [to_deg(l) for l in cut]

# Outlines and lines as one graph, in degrees: projecting there and back would part the vertices of neighbours.
inner = [LineString([(round(x, DIGITS), round(y, DIGITS)) for x, y in l.coords]) for l in inner]
graph = unary_union([LineString(r.coords) for g in outlines.values() for r in rings(g)] + inner)
faces, faces_2025 = defaultdict(list), defaultdict(list)
parts = [(prep(p), owner, u) for p, owner, u in parts]
for face in polygonize(graph):
    point = face.representative_point()
    (owner, u), = [(owner, u) for p, owner, u in parts if p.contains(point)]
    faces[owner(point)].append(face)
    faces_2025[u].append(face)
assert set(faces) == set(COMMUNES)

in_degrees = {c: rounded(dissolved(fs)) for c, fs in faces.items()}
of_district = defaultdict(list)
for c in in_degrees:
    of_district[COMMUNES[c]['district_code']].append(c)
communes = {c: mapped(g, metres) for c, g in sorted(in_degrees.items())}
districts = {d: mapped(rounded(dissolved([in_degrees[c] for c in cs])), metres) for d, cs in sorted(of_district.items())}
units = {u: mapped(rounded(dissolved(fs)), metres) for u, fs in sorted(faces_2025.items())}
outline = {e for e, n in edge_use(communes.values()).items() if n == 1}
check_coverage('communes 2021', communes.values(), outline)
check_coverage('districts 2021', districts.values(), outline)
check_coverage('communes 2025', units.values(), outline)
assert Counter(r['type'].lower() for r in COMMUNES.values()) == {'xã': 116, 'phường': 18, 'thị trấn': 10}
assert len(districts) == 15 and len(units) == 48


def district_of(c):
    return COMMUNES[c]['district_code'], COMMUNES[c]['district']


write_shapefile(OUT / '2021/communes.shp',
                [(g, attributes(g, c, COMMUNES[c]['name'], COMMUNES[c]['type'], *district_of(c))) for c, g in communes.items()])
write_shapefile(OUT / '2021/districts.shp',
                [(g, attributes(g, d, district_of(of_district[d][0])[1], COMMUNES[of_district[d][0]]['district_type'],
                                *district_of(of_district[d][0]))) for d, g in districts.items()])
write_shapefile(OUT / '2025/communes.shp',
                [(g, attributes(g, u, UNITS[u]['name'], UNITS[u]['type'], '', '')
                  | {'pop': '' if u == PHU_QUOC or not UNITS[u]['population'] else int(UNITS[u]['population'])})
                 for u, g in units.items()])
write_crosswalk(OUT / 'crosswalk_2021_2025.csv')
