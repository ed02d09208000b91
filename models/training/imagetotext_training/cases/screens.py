"""Pages photographed by Chromium, with their text read from the DOM in reading order."""

import contextlib

import cv2
import numpy
from playwright.sync_api import sync_playwright

from ..browser import CHROMIUM

TALLEST = 1500
"""Rows of CSS pixels after which a page is cut; nothing of the templates reaches so far but long texts."""

PATIENCE = 300_000
"""Milliseconds that a page may take; half a minute, the default, is not enough beside a training run."""

# Rows of a grid or a table in one line, blocks in lines of their own: what `innerText` gives, in DOM order.
TEXT = "document.body.innerText"


@contextlib.contextmanager
def browser():
    """Chromium as Debian ships it, without a network."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM)
        try:
            yield opened
        finally:
            opened.close()


def capture(browser, html, width, scale=1.0):
    """(RGB uint8 `[height, width, 3]`, text) of a page `width` CSS pixels wide, whole, at `scale` device pixels each."""
    page = browser.new_page(viewport={"width": width, "height": 300}, device_scale_factor=scale)
    page.set_default_timeout(PATIENCE)
    try:
        page.set_content(html)
        height = min(TALLEST, page.evaluate("Math.ceil(document.documentElement.scrollHeight)"))
        page.set_viewport_size({"width": width, "height": height})
        text = page.evaluate(TEXT)
        pixels = cv2.imdecode(numpy.frombuffer(page.screenshot(), numpy.uint8), cv2.IMREAD_COLOR)
    finally:
        page.close()
    return cv2.cvtColor(pixels, cv2.COLOR_BGR2RGB), text
