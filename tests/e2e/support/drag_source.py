"""A small window in the corner of the screen from which content can be dragged.

Usage: drag_source.py files URI...   files, as a file manager gives them
       drag_source.py link URL       a link, as a browser gives it
"""

import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("Gdk", "3.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402

URIS, HTML = 0, 1
kind, *content = sys.argv[1:]

window = Gtk.Window(type=Gtk.WindowType.POPUP)
window.set_default_size(60, 60)
window.move(0, 0)
handle = Gtk.EventBox()
window.add(handle)

targets = [Gtk.TargetEntry.new("text/uri-list", 0, URIS)]
if kind == "link":
    targets.append(Gtk.TargetEntry.new("text/html", 0, HTML))
handle.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, targets, Gdk.DragAction.COPY)


def provide(_widget, _context, data, info, _time):
    if info == URIS:
        data.set_uris(content)
    else:
        data.set(data.get_target(), 8, f'<img src="{content[0]}">'.encode())


def report_ready():
    """Reports that the window is shown: GTK has nothing else to do then."""
    print("ready", flush=True)


handle.connect("drag-data-get", provide)
handle.connect("map", lambda *_: GLib.idle_add(report_ready))
window.show_all()
Gtk.main()
