"""Screenshots by Chromium, with the text from the DOM in reading order."""

import contextlib

import cv2
import numpy
from playwright.sync_api import sync_playwright

from ..browser_pages import CHROMIUM_ARGUMENTS

MAX_HEIGHT = 1500
"""Height in CSS pixels at which a page is cut; only pages with long texts are so high."""

TIMEOUT = 300_000
"""Milliseconds to load a page; the default of half a minute is too short beside a training run."""

# `innerText` gives the rows of a grid or table as one line and blocks as lines of their own, in DOM order.
TEXT_SCRIPT = "document.body.innerText"


@contextlib.contextmanager
def browser():
    """Chromium as Debian ships it, without a network."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM_ARGUMENTS)
        try:
            yield chromium
        finally:
            chromium.close()


def capture(browser, html, width, scale=1.0):
    """(RGB uint8 `[height, width, 3]`, text) of a whole page, `width` CSS pixels wide, with `scale` device pixels for each."""
    tab = browser.new_page(viewport={"width": width, "height": 300}, device_scale_factor=scale)
    tab.set_default_timeout(TIMEOUT)
    try:
        tab.set_content(html)
        height = min(MAX_HEIGHT, tab.evaluate("Math.ceil(document.documentElement.scrollHeight)"))
        tab.set_viewport_size({"width": width, "height": height})
        text = tab.evaluate(TEXT_SCRIPT)
        pixels = cv2.imdecode(numpy.frombuffer(tab.screenshot(), numpy.uint8), cv2.IMREAD_COLOR)
    finally:
        tab.close()
    return cv2.cvtColor(pixels, cv2.COLOR_BGR2RGB), text
