"""Characters outside the alphabet: emoji, icons, letters of other scripts. All of them are one class, `OTHER`."""

import unicodedata

from .alphabet import CLASS_OF, OTHER, clean

IGNORED = ("Mn", "Me", "Cf", "Cc", "Sk")
"""Unicode categories without a place of their own: accents, joiners, variation selectors, skin tones."""


def readable(text):
    """`text` as the recogniser shall read it: each unknown character as one `OTHER`, signs that join it left out."""
    return "".join(c if c in CLASS_OF else OTHER for c in clean(text) if c in CLASS_OF or unicodedata.category(c) not in IGNORED)
