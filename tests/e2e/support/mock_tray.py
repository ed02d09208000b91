"""A tray of the desktop (StatusNotifierWatcher) that prints the menu of each icon, and clicks the items
whose labels it reads from standard input."""

import mock_service
from gi.repository import GLib

XML = """<node><interface name="org.kde.StatusNotifierWatcher">
<method name="RegisterStatusNotifierItem"><arg type="s" direction="in"/></method>
<property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
<property name="ProtocolVersion" type="i" access="read"/>
</interface></node>"""
MENU = "com.canonical.dbusmenu"
menus = []


def call(connection, name, path, interface, method, arguments):
    return connection.call_sync(name, path, interface, method, arguments, None, 0, 5000, None).unpack()


def called(connection, sender, path, interface, method, arguments, invocation):
    invocation.return_value(None)
    (item,) = arguments.unpack()
    name = "org.kde.StatusNotifierItem"

    def look():
        ask = GLib.Variant("(ss)", (name, "Menu"))
        try:
            (menu,) = call(connection, sender, item, "org.freedesktop.DBus.Properties", "Get", ask)
            menus.append((sender, menu))
            labels = [label for _, label in items(connection)]
        except GLib.Error:
            # On a busy machine it is not there yet.
            return True
        print("menu:", labels, flush=True)
        return False

    GLib.timeout_add(300, look)


def items(connection):
    sender, menu = menus[-1]
    ask = GLib.Variant("(iias)", (0, -1, ["label"]))
    _, (_, _, children) = call(connection, sender, menu, MENU, "GetLayout", ask)
    return [(item, properties.get("label", "")) for item, properties, _ in children]


def click(connection, label):
    sender, menu = menus[-1]
    for item, text in items(connection):
        if text == label:
            event = GLib.Variant("(isvu)", (item, "clicked", GLib.Variant("i", 0), 0))
            call(connection, sender, menu, MENU, "Event", event)
    return False


def get(connection, sender, path, interface, name):
    return GLib.Variant("b", True) if name.startswith("Is") else GLib.Variant("i", 0)


NAME = "org.kde.StatusNotifierWatcher"
mock_service.run(NAME, "/StatusNotifierWatcher", XML, called, click, get)
