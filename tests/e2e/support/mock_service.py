"""A service on the session bus. Prints `ready` once it has its name, and takes lines of standard input."""

import sys
import threading

from gi.repository import Gio, GLib


def run(name, path, xml, called, on_line, get=None):
    """Offers all interfaces of `xml`, until it is killed. `called` and `get` answer calls and reads of
    properties; `on_line` is given the connection and a line."""

    def read_lines(connection):
        for line in sys.stdin:
            GLib.idle_add(on_line, connection, line.strip())

    def acquired(connection, _):
        for interface in Gio.DBusNodeInfo.new_for_xml(xml).interfaces:
            connection.register_object(path, interface, called, get, None)
        threading.Thread(target=read_lines, args=(connection,), daemon=True).start()

    def named(*_):
        print("ready", flush=True)

    Gio.bus_own_name(Gio.BusType.SESSION, name, 0, acquired, named, None)
    GLib.MainLoop().run()
