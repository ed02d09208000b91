"""A portal of the desktop that answers Screenshot with CODE and a FILE (org.freedesktop.portal)."""

import sys

from gi.repository import Gio, GLib

CODE, FILE = int(sys.argv[1]), sys.argv[2]
XML = """<node><interface name="org.freedesktop.portal.Screenshot">
<method name="Screenshot"><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/>
<arg type="o" direction="out"/></method></interface></node>"""
REQUEST = "/org/freedesktop/portal/desktop/request/1/mock"


def called(connection, sender, path, interface, method, arguments, invocation):
    invocation.return_value(GLib.Variant("(o)", (REQUEST,)))
    results = {"uri": GLib.Variant("s", GLib.filename_to_uri(FILE))} if CODE == 0 else {}
    answer = GLib.Variant("(ua{sv})", (CODE, results))

    def respond():
        connection.emit_signal(
            sender, REQUEST, "org.freedesktop.portal.Request", "Response", answer
        )
        return False

    GLib.timeout_add(100, respond)


def acquired(connection, name):
    interface = Gio.DBusNodeInfo.new_for_xml(XML).interfaces[0]
    connection.register_object("/org/freedesktop/portal/desktop", interface, called, None, None)


Gio.bus_own_name(
    Gio.BusType.SESSION,
    "org.freedesktop.portal.Desktop",
    0,
    acquired,
    lambda *_: print("ready", flush=True),
    None,
)
GLib.MainLoop().run()
