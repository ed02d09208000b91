"""Takes a screenshot of every scene of the harness, and checks it with axe-core.

    npm run harness && python harness/screenshots.py OUT [SCENE...]

Needs the Python package `playwright` and a Chromium (CHROMIUM names it, else the one on the PATH).
Exits with 1 when axe-core finds a violation or the page logs anything.
"""

import functools
import http.server
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
    "consent outdated empty notice dragging busy error cancelled result names edited low-confidence no-text pages picture several area menu text-menu copy-as find queue "
    "refused data confirm privacy settings help shortcuts policy"
).split()
SIZES = {"small": (500, 400), "medium": (1040, 680), "wide": (1600, 1000)}


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
        for theme in (os.environ.get("THEMES") or "light dark").split():
            for size, (width, height) in SIZES.items():
                page = browser.new_page(viewport={"width": width, "height": height})
                page.on("console", lambda message: findings.append(f"console: {message.text}"))
                page.on("pageerror", lambda error: findings.append(f"error: {error}"))
                for scene in scenes:
                    address = f"http://127.0.0.1:{server.server_port}/?scene={scene}&theme={theme}"
                    page.goto(address)
                    page.wait_for_selector("[data-settled]", state="attached", timeout=120_000)
                    page.wait_for_timeout(500)
                    page.screenshot(path=out / f"{scene}-{theme}-{size}.png")
                    page.evaluate(axe)
                    result = page.evaluate("axe.run()")
                    for each in result["violations"]:
                        where = [node["target"] for node in each["nodes"]][:4]
                        findings.append(f"{scene} {theme} {size}: {each['id']}: {each['help']} {where}")
                page.close()
        browser.close()
    for line in findings:
        print(line)
    print(f"{len(scenes)} scenes, {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
