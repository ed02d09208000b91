"""Takes a screenshot of every scene of the harness, and checks it with axe-core.

    npm run harness && python harness/screenshots.py OUT [SCENE...]

Needs the Python package `playwright` and a Chromium (CHROMIUM names it, else the one on the PATH).
THEMES, SIZES and LANGUAGES choose some of them: LANGUAGES="de pl" SIZES="small medium".
Exits with 1 when axe-core finds a violation, a control is wider than its place, or the page logs anything.
"""

import functools
import http.server
import itertools
import os
import pathlib
import shutil
import sys
import threading

from playwright.sync_api import sync_playwright

HERE = pathlib.Path(__file__).parent
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src ipc: http://ipc.localhost"
)
SCENES = (
    "consent outdated empty notice dragging busy error cancelled result names edited low-confidence no-text pages attachments table wide-table wide-paragraphs entities redact ignore picture several area menu text-menu copy-as find queue "
    "codes refused unsaved data confirm privacy settings help shortcuts policy"
).split()
# Controls whose words are cut off, break into lines of their own, or leave the window. What is a list
# or a text may be scrolled, and a name of a picture may be cut.
TOO_WIDE = """() => {
  const found = [];
  const dialog = document.querySelector("dialog[open]");
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true });
  const say = (element, why) =>
    found.push(`${why}: ${element.id ? "#" + element.id : element.className} "${element.innerText}"`);
  if (document.documentElement.scrollWidth > innerWidth) found.push("the page scrolls sideways");
  const controls = "button, .segments label > span, select, .footer > *, .switch label, kbd";
  for (const element of (dialog ?? document).querySelectorAll(controls)) {
    if (!isShown(element) || element.closest(".queue")) continue;
    const { left, right, height } = element.getBoundingClientRect();
    if (height === 0) continue;
    if (left < -0.5 || right > innerWidth + 0.5) say(element, "leaves the window");
    if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0) say(element, "is cut off");
    const isOneLine = element.matches(".button, .segments span, kbd");
    if (isOneLine && height > 44) say(element, "has several lines");
    const bar = element.closest(".toolbar, .bar, .picture-toolbar, .text-toolbar, .text-footer, .row, .segments, .find-bar, .footer");
    if (bar && right > bar.getBoundingClientRect().right + 1) say(element, "leaves its bar");
  }
  for (const bar of (dialog ?? document).querySelectorAll(".toolbar, .picture-toolbar, .text-toolbar, .text-footer, .row, .footer")) {
    const shown = [...bar.children].filter((child) => isShown(child) && child.getBoundingClientRect().width > 2);
    shown.slice(1).forEach((child, index) => {
      const [one, next] = [shown[index], child].map((each) => each.getBoundingClientRect());
      const isBeside = one.top < next.bottom - 1 && next.top < one.bottom - 1;
      if (isBeside && one.right > next.left + 1) say(child, "overlaps the one before");
    });
  }
  return found;
}"""
SIZES = {"narrow": (420, 640), "small": (500, 400), "medium": (1040, 680), "wide": (1600, 1000)}


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the built harness with the content security policy of the window."""

    def do_GET(self):
        if self.path == "/favicon.ico":
            self.send_response(http.HTTPStatus.NO_CONTENT)
            return self.end_headers()
        return super().do_GET()

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_):
        pass


def main() -> int:
    out = pathlib.Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    scenes = sys.argv[2:] or SCENES
    axe = (HERE.parent / "node_modules/axe-core/axe.min.js").read_text()
    serve = functools.partial(Handler, directory=HERE / "dist")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), serve)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    findings = []
    with sync_playwright() as playwright:
        executable = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        themes = (os.environ.get("THEMES") or "light dark").split()
        sizes = (os.environ.get("SIZES") or " ".join(SIZES)).split()
        for language in (os.environ.get("LANGUAGES") or "en").split():
            for theme, size in itertools.product(themes, sizes):
                width, height = SIZES[size]
                page = browser.new_page(viewport={"width": width, "height": height})
                page.on("console", lambda message: findings.append(f"console: {message.text}"))
                page.on("pageerror", lambda error: findings.append(f"error: {error}"))
                suffix = "" if language == "en" else f"-{language}"
                for scene in scenes:
                    address = f"http://127.0.0.1:{server.server_port}/?scene={scene}&theme={theme}&language={language}"
                    page.goto(address)
                    page.wait_for_selector("[data-settled]", state="attached", timeout=120_000)
                    page.wait_for_timeout(500)
                    page.screenshot(path=out / f"{scene}-{theme}-{size}{suffix}.png")
                    shown = f"{scene} {theme} {size} {language}"
                    findings += [f"{shown}: {each}" for each in page.evaluate(TOO_WIDE)]
                    page.evaluate(axe)
                    result = page.evaluate("axe.run()")
                    for each in result["violations"]:
                        where = [node["target"] for node in each["nodes"]][:4]
                        findings.append(f"{shown}: {each['id']}: {each['help']} {where}")
                page.close()
        browser.close()
    for line in findings:
        print(line)
    print(f"{len(scenes)} scenes, {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
