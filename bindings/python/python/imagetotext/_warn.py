"""How a page that was not read is made known."""

import warnings

from ._errors import UnreadPageWarning


def unread_page(sentence: str) -> None:
    """Warns where the program calls this package: `_native` has no frame, `read` has two."""
    warnings.warn(sentence, UnreadPageWarning, stacklevel=4)
