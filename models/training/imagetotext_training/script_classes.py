"""The scripts that the classifier tells apart, and which of them a text is in."""

import unicodedata

from .alphabet import ALPHABET, ORIGINAL
from .cjk.alphabet import ALPHABET as CJK_ALPHABET

CLASSES = ("latin", "alphabets", "cjk", "arabic", "hebrew", "devanagari", "thai", "other", "nothing")
"""Their order is that of the outputs of the classifier; `src/engine/script.rs` has the same.

`latin` is what the first recogniser reads, `alphabets` what has letters that only the second one knows, `other` any
script that no recogniser knows, and `nothing` is not text, or not upright.
"""

_LATIN, _ALPHABETS, _CJK = frozenset(ALPHABET[:ORIGINAL]), frozenset(ALPHABET), frozenset(CJK_ALPHABET)

_UNREADABLE = {"ARABIC": "arabic", "HEBREW": "hebrew", "DEVANAGARI": "devanagari", "THAI": "thai"}


def script_class(text):
    """The class of a line of `text`; None where neither answer is wrong."""
    letters = [c for c in text if c.isalpha() or unicodedata.category(c) in ("Mn", "Mc")]
    unknown = [c for c in letters if c not in _ALPHABETS and c not in _CJK]
    if unknown:
        return unreadable(unknown[0]) if 3 * len(unknown) > len(letters) else None
    if any(c in _CJK and c not in _ALPHABETS for c in letters):
        return "cjk"
    if any(c not in _LATIN for c in letters):
        return "alphabets"
    return "latin" if all(c in _LATIN for c in text) else None


def unreadable(letter):
    """The class of a letter that no recogniser knows."""
    return _UNREADABLE.get(unicodedata.name(letter, "").split(" ")[0], "other")
