#!/usr/bin/env python3
"""Opens the deck's HTML file in a headless Chromium and does what a reader does: steps, points, taps, strokes, and reads
it with scripts switched off.   deck_in_browser.py PROGRAM WORKSPACE        77: there is no Chromium here."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path


class Browser:
    """The DevTools protocol over two pipes: one JSON text each, ended by a zero byte."""

    def __init__(self, program, folder):
        to_browser, self.write_end = os.pipe()
        self.read_end, from_browser = os.pipe()

        def pipes():  # the browser reads from 3 and writes to 4
            low, high = os.dup(to_browser), os.dup(from_browser)
            os.dup2(low, 3)
            os.dup2(high, 4)

        self.process = subprocess.Popen(
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
             "--disable-background-networking", "--force-device-scale-factor=1", f"--user-data-dir={folder}",
             "--remote-debugging-pipe", "about:blank"],
            preexec_fn=pipes, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.rest, self.number, self.events, self.session = b"", 0, [], None
        targets = self.call("Target.getTargets")["targetInfos"]
        page = next(t for t in targets if t["type"] == "page")
        self.session = self.call("Target.attachToTarget", targetId=page["targetId"], flatten=True)["sessionId"]
        self.call("Page.enable")
        self.call("Network.enable")

    def message(self):
        while b"\0" not in self.rest:
            more = os.read(self.read_end, 1 << 16)
            if not more:
                raise RuntimeError("the browser has gone")
            self.rest += more
        text, self.rest = self.rest.split(b"\0", 1)
        return json.loads(text)

    def call(self, method, **params):
        self.number += 1
        wanted = {"id": self.number, "method": method, "params": params}
        if self.session:
            wanted["sessionId"] = self.session
        os.write(self.write_end, json.dumps(wanted).encode() + b"\0")
        while True:
            got = self.message()
            if got.get("id") == wanted["id"]:
                if "error" in got:
                    raise RuntimeError(f"{method}: {got['error']}")
                return got["result"]
            self.events.append(got)

    def open(self, url):
        self.events.clear()
        self.call("Page.navigate", url=url)
        while not any(e.get("method") == "Page.loadEventFired" for e in self.events):
            self.events.append(self.message())

    def value(self, expression, wait=False):
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=wait)
        if "exceptionDetails" in result:
            raise RuntimeError(f"{expression}: {result['exceptionDetails']}")
        return result["result"].get("value")

    def requests(self):
        return [e["params"]["request"]["url"] for e in self.events if e.get("method") == "Network.requestWillBeSent"]

    def key(self, name, code):
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=name, windowsVirtualKeyCode=code)

    def point(self, x, y):
        self.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)

    def click(self, x, y):
        self.point(x, y)
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def touch(self, path):
        for kind, where in zip(["touchStart"] + ["touchMove"] * (len(path) - 1), path):
            self.call("Input.dispatchTouchEvent", type=kind, touchPoints=[{"x": where[0], "y": where[1]}])
        self.call("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def end(self):
        try:
            self.session = None
            self.call("Browser.close")
            self.process.wait(timeout=20)
        except (RuntimeError, OSError, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()


failures = 0


def check(name, actual, wanted):
    """What the page says; given as (browser, expression) it may take some frames until it says so."""
    global failures
    holds = wanted if callable(wanted) else lambda got: got == wanted
    if isinstance(actual, tuple):
        browser, expression = actual
        for _ in range(200):
            actual = browser.value(expression)
            if holds(actual):
                break
            browser.value("new Promise(done => requestAnimationFrame(() => done()))", wait=True)
    good = holds(actual)
    failures += not good
    print(("PASS" if good else "FAIL") + f": {name}" + ("" if good else f": {actual!r}, not {wanted!r}"))


SCENE = "[...document.querySelectorAll('.scene')].filter(s => s.getBoundingClientRect().height > 0).map(s => s.id.slice(6)).join()"
CARD = "getComputedStyle(document.getElementById('card')).display === 'none' ? '' : document.getElementById('card').innerText"


def inside(browser, unit, kind):
    """A whole pixel of the window that lies well on a unit: looked for on a grid, because a unit's middle may be
    another's."""
    return browser.value(f"""(() => {{
      const svg = [...document.querySelectorAll('.scene svg.{kind}')].find(s => s.getBoundingClientRect().height > 0);
      const box = svg.querySelector('use[data-unit="{unit}"]').getBoundingClientRect();
      const on = (x, y) => {{
        const hit = document.elementFromPoint(x, y);
        return hit && hit.dataset && hit.dataset.unit === '{unit}' && hit.tagName === 'use';
      }};
      for (let i = 1; i < 40; ++i) for (let k = 1; k < 40; ++k) {{
        const x = Math.round(box.left + box.width * i / 40), y = Math.round(box.top + box.height * k / 40);
        if (on(x, y) && on(x - 1, y - 1) && on(x + 1, y - 1) && on(x - 1, y + 1) && on(x + 1, y + 1)) return [x, y];
      }}
      return null;
    }})()""")


def desktop(browser, url):
    browser.call("Emulation.setDeviceMetricsOverride", width=1280, height=800, deviceScaleFactor=1, mobile=False)
    browser.open(url)
    check("one scene is shown at first", (browser, SCENE), "standing")
    check("nothing but the file itself is asked for",
          [u for u in browser.requests() if not u.startswith("data:")], [url])
    check("the page's own font is in use",
          browser.value("document.fonts.ready, [...document.fonts].map(f => f.status).join()"),
          lambda s: s.count("loaded") == 2)
    check("the picture has the room of the window", browser.value(
        "document.querySelector('.scene.now svg.wide').getBoundingClientRect().bottom < innerHeight - 50"), True)
    check("nothing is wider than the window", browser.value("document.documentElement.scrollWidth <= innerWidth"), True)
    browser.key("ArrowRight", 39)
    check("an arrow key steps on", (browser, SCENE), "products")
    browser.key("PageDown", 34)
    check("a remote's key steps on", (browser, SCENE), "below-quota")
    browser.key("PageUp", 33)
    check("and back", (browser, SCENE), "products")
    check("the place is told", browser.value("document.querySelector('nav output').textContent"), "2/7")
    check("the address remembers the scene", browser.value("location.hash"), "#scene-products")

    at = inside(browser, "906", "wide")
    browser.point(*at)
    check("pointing tells name, value, quota, status and products", (browser, CARD),
          lambda s: all(w in s for w in ("Huyện Giồng Riềng", "11/4", "Chỉ tiêu", "Đạt, vượt 7",
                                         "Bánh tráng Minh Họa 56", "… và 7 sản phẩm khác")))
    check("the unit is outlined", browser.value("document.querySelectorAll('.now use[fill=none][stroke=\"#111\"]"
                                                "[pointer-events=none]').length"), 1)
    browser.point(5, 400)
    check("pointing elsewhere ends it", (browser, CARD), "")
    browser.click(*at)
    browser.point(5, 400)
    check("a click keeps it open", (browser, CARD), lambda s: "Huyện Giồng Riềng" in s and "… và 1 sản phẩm khác" in s)
    browser.key("Escape", 27)
    check("Esc closes it", (browser, CARD), "")
    spot = browser.value("""(() => { const r = document.querySelector('.now svg.wide rect[data-unit="913"]')
        .getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]; })()""")
    browser.point(*spot)
    check("a row of the ranking tells of its unit", (browser, CARD), lambda s: "Huyện U Minh Thượng" in s)

    button = browser.value("""(() => { const r = document.querySelectorAll('nav button')[1].getBoundingClientRect();
        return [r.left + r.width / 2, r.top + r.height / 2]; })()""")
    for wanted in ("below-quota", "stars", "outreach"):
        browser.click(*button)
        check("the button steps on", (browser, SCENE), wanted)
    at = inside(browser, "30766", "wide") or inside(browser, "30769", "wide")
    check("communes can be pointed at", at is not None, True)
    browser.key("End", 35)
    check("End is the last scene", (browser, SCENE), "gap")
    check("which has no next", browser.value("document.querySelectorAll('nav button')[1].disabled"), True)
    browser.key("ArrowRight", 39)
    check("and stays", (browser, SCENE), "gap")
    browser.open("about:blank")
    browser.open(url + "#scene-stars")
    check("an address with a scene opens it", (browser, SCENE), "stars")


def phone(browser, url):
    browser.call("Emulation.setDeviceMetricsOverride", width=390, height=844, deviceScaleFactor=2, mobile=True)
    browser.call("Emulation.setTouchEmulationEnabled", enabled=True)
    browser.open(url)
    check("a phone has the standing picture", browser.value(
        "getComputedStyle(document.querySelector('.now svg.tall')).display + getComputedStyle(document.querySelector("
        "'.now svg.wide')).display"), "blocknone")
    check("nothing is wider than the phone", browser.value("document.documentElement.scrollWidth"), 390)
    check("no letter of the picture is under 11 pixels", browser.value(
        "Math.min(...[...document.querySelectorAll('.now svg.tall text')].map(t => parseFloat(t.getAttribute('font-size')))"
        ") * document.querySelector('.now svg.tall').getBoundingClientRect().height / 1000"), lambda n: n >= 11)
    check("buttons are large enough for a finger", browser.value(
        "Math.min(...[...document.querySelectorAll('nav button')].map(b => b.getBoundingClientRect().height))"),
          lambda n: n >= 44)
    check("and whole", browser.value(
        "[...document.querySelectorAll('nav > *')].map(e => e.getBoundingClientRect())"
        ".every(b => b.left >= 0 && b.right <= innerWidth)"), True)
    browser.touch([(330, 400), (200, 404), (60, 408)])
    check("a stroke to the left steps on", (browser, SCENE), "products")
    browser.touch([(60, 400), (200, 404), (330, 408)])
    check("a stroke to the right steps back", (browser, SCENE), "standing")
    browser.touch([(200, 600), (204, 450), (206, 300)])
    check("a stroke upwards only moves the page", (browser, SCENE), "standing")
    check("no border and no label lies between a finger and its unit", browser.value("""(() => {
      const box = document.querySelector('.now svg.tall').getBoundingClientRect(), caught = new Set();
      for (let x = box.left + 1; x < box.right; x += 2) for (let y = box.top + 1; y < box.bottom; y += 2) {
        const hit = document.elementFromPoint(x, y);
        if (hit && hit.closest('figure svg') && hit.tagName !== 'svg' && !hit.dataset.unit) caught.add(hit.tagName);
      }
      return [...caught].join();
    })()"""), "")
    browser.open("about:blank")  # where no stroke still moves the page
    browser.open(url)
    browser.touch([inside(browser, "911", "tall")])
    check("a tap tells of the unit", (browser, CARD), lambda s: "Thành phố Phú Quốc" in s and "24/4" in s)
    check("at the lower edge", (browser,
        "Math.round(document.getElementById('card').getBoundingClientRect().bottom) === innerHeight"), True)


def without_script(browser, url):
    browser.call("Emulation.setTouchEmulationEnabled", enabled=False)
    browser.call("Emulation.setDeviceMetricsOverride", width=1280, height=800, deviceScaleFactor=1, mobile=False)
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    browser.open(url)
    document = browser.call("DOM.getDocument")["root"]["nodeId"]
    boxes = []
    for node in browser.call("DOM.querySelectorAll", nodeId=document, selector=".scene svg.wide")["nodeIds"]:
        boxes.append(browser.call("DOM.getBoxModel", nodeId=node)["model"]["border"])
    check("without a script all seven pictures are there", len(boxes), 7)
    check("one below the other", all(a[5] < b[1] for a, b in zip(boxes, boxes[1:])), True)
    nav = browser.call("DOM.querySelector", nodeId=document, selector="nav")["nodeId"]
    try:
        browser.call("DOM.getBoxModel", nodeId=nav)
        shown = True
    except RuntimeError:
        shown = False
    check("and no button that would do nothing", shown, False)


def main():
    program, workspace = sys.argv[1:3]
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        print("skipped: no Chromium here")
        sys.exit(77)
    with tempfile.TemporaryDirectory(prefix="họp ", ignore_cleanup_errors=True) as folder:
        page = Path(folder) / "bộ cảnh.html"
        subprocess.run([program, "deck", workspace, "-o", str(page)], check=True)
        browser = Browser(chromium, Path(folder) / "browser")
        try:
            for part in (desktop, phone, without_script):
                part(browser, page.as_uri())
        finally:
            browser.end()
    sys.exit(1 if failures else 0)


main()
