"""A portal of the desktop (org.freedesktop.portal): answers Screenshot with CODE and a FILE, keeps
hotkeys, and presses those whose names it reads from standard input."""

import sys

import mock_service
from gi.repository import GLib

CODE, FILE = int(sys.argv[1]), sys.argv[2]
PATH = "/org/freedesktop/portal/desktop"
XML = """<node><interface name="org.freedesktop.portal.Screenshot">
<method name="Screenshot"><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/>
<arg type="o" direction="out"/></method></interface>
<interface name="org.freedesktop.portal.GlobalShortcuts">
<method name="CreateSession"><arg type="a{sv}" direction="in"/><arg type="o" direction="out"/></method>
<method name="BindShortcuts"><arg type="o" direction="in"/><arg type="a(sa{sv})" direction="in"/>
<arg type="s" direction="in"/><arg type="a{sv}" direction="in"/><arg type="o" direction="out"/></method>
</interface></node>"""
SESSION = f"{PATH}/session/1/mock"
requests = 0


def screenshot(_):
    return CODE, {"uri": GLib.Variant("s", GLib.filename_to_uri(FILE))} if CODE == 0 else {}


def create_session(_):
    return 0, {"session_handle": GLib.Variant("s", SESSION)}


def bind_shortcuts(arguments):
    for name, details in arguments.unpack()[1]:
        print("bound:", name, details["preferred_trigger"], flush=True)
    return 0, {}


ANSWERS = {
    "Screenshot": screenshot,
    "CreateSession": create_session,
    "BindShortcuts": bind_shortcuts,
}


def called(connection, sender, path, interface, method, arguments, invocation):
    global requests
    requests += 1
    request = f"{PATH}/request/1/mock{requests}"
    invocation.return_value(GLib.Variant("(o)", (request,)))
    answer = GLib.Variant("(ua{sv})", ANSWERS[method](arguments))

    def respond():
        connection.emit_signal(
            sender, request, "org.freedesktop.portal.Request", "Response", answer
        )
        return False

    GLib.timeout_add(100, respond)


def press(connection, name):
    arguments = GLib.Variant("(osta{sv})", (SESSION, name, 0, {}))
    interface = "org.freedesktop.portal.GlobalShortcuts"
    connection.emit_signal(None, PATH, interface, "Activated", arguments)
    return False


mock_service.run("org.freedesktop.portal.Desktop", PATH, XML, called, press)
