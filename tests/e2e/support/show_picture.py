"""Shows a picture on the screen, where no window manager moves it: PATH X Y. Prints its size."""

import sys

import gi

gi.require_version("Gtk", "3.0")
from gi.repository import GLib, Gtk  # noqa: E402

path, x, y = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
window = Gtk.Window(type=Gtk.WindowType.POPUP)
image = Gtk.Image.new_from_file(path)
window.add(image)
window.move(x, y)
window.show_all()
size = image.get_pixbuf()


def report():
    print(size.get_width(), size.get_height(), flush=True)
    return False


# Two frames later it is on the screen.
GLib.timeout_add(200, report)
Gtk.main()
