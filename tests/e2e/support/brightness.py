"""Prints the brightness of the middle of the screen, from 0 to 255, frame after frame until it is ended. Two arguments
are the left and top edge of another part."""

import sys
import time

import gi

gi.require_version("Gdk", "3.0")
from gi.repository import Gdk  # noqa: E402

SIZE = 80
INTERVAL = 0.02

root = Gdk.get_default_root_window()
middle = (root.get_width() - SIZE) // 2, (root.get_height() - SIZE) // 2
while True:
    left, top = map(int, sys.argv[1:]) if len(sys.argv) > 1 else middle
    pixels = Gdk.pixbuf_get_from_window(root, left, top, SIZE, SIZE).get_pixels()
    print(sum(pixels) // len(pixels), flush=True)
    time.sleep(INTERVAL)
