"""Ends with 0 when a program has taken the whole keyboard of the X server, with 1 when none has."""

import sys
from ctypes import CDLL, c_void_p

# From X.h.
ASYNCHRONOUS, ALREADY_GRABBED, CURRENT_TIME = 1, 1, 0

x11 = CDLL("libX11.so.6")
x11.XOpenDisplay.restype = c_void_p
display = c_void_p(x11.XOpenDisplay(None))
root = x11.XDefaultRootWindow(display)
status = x11.XGrabKeyboard(display, root, 0, ASYNCHRONOUS, ASYNCHRONOUS, CURRENT_TIME)
# Also gives the keyboard back that was free.
x11.XCloseDisplay(display)
sys.exit(0 if status == ALREADY_GRABBED else 1)
