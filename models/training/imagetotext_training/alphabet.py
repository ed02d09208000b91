"""The characters that the recogniser knows, and how texts are brought to them."""

import pathlib
import re
import unicodedata

PATH = pathlib.Path(__file__).resolve().parents[2] / "alphabets.txt"
"""The characters of the recogniser of alphabets, which the program reads as well."""

ALPHABET = PATH.read_text(encoding="utf-8")
CLASSES = len(ALPHABET) + 1
"""Class 0 is the CTC blank; class i + 1 is the i-th character."""

CLASS_OF = {character: index + 1 for index, character in enumerate(ALPHABET)}

OTHER = "□"
"""Stands for every character that the alphabet lacks; the white square itself is read as such a one too."""

ORIGINAL = 378
"""So many characters the first networks knew. They keep their places, so that old weights can be copied."""

# Look-alikes that fonts and documents use for characters of the alphabet.
_LOOK_ALIKES = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2002\u2003\u2004\u2005\u2007\u2008\u2009\u200a\u202f", " "),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", ""),
        **dict.fromkeys("\u2010\u2011", "-"),
        "\u2015": "—", "\u2012": "–", "\u02bc": "’", "\u02bb": "‘", "\u201b": "‘", "\u201f": "“",
        "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ſt", "ﬆ": "st", "ŉ": "’n",
        "∆": "Δ", "ϕ": "φ", "ϑ": "θ", "ϵ": "ε", "ϰ": "κ", "ϱ": "ρ", "∣": "|", "∥": "‖", "∖": "\\", "∕": "/", "⁄": "/", "∶": ":", "∼": "~", "∗": "*", "⋅": "·", "∙": "·", "⋯": "…",
        "►": "▶", "▸": "▶", "▾": "▼", "▴": "▲", "◂": "◀", "◄": "◀", "❤": "♥", "⬤": "●", "∎": "■", "✔": "✓", "✘": "✗", "✕": "×", "✖": "×", "⟶": "→", "⟵": "←", "⟹": "⇒", "⟺": "⇔", "☰": "≡",
        "Ӏ": "І", "Ⅰ": "I", "Ⅱ": "II", "Ⅲ": "III", "Ⅳ": "IV", "Ⅴ": "V", "Ⅵ": "VI", "Ⅶ": "VII", "Ⅷ": "VIII", "Ⅸ": "IX", "Ⅹ": "X",
    }
)


def clean(text):
    """`text` in NFC, with look-alikes replaced and runs of white space as single spaces."""
    text = unicodedata.normalize("NFC", text).translate(_LOOK_ALIKES)
    # The micro sign and the letter mu look the same: the sign stands before units, the letter in Greek words.
    if "µ" in text or "μ" in text:
        text = _MICRO_BEFORE_UNIT.sub("µ", _MU_IN_WORD.sub("μ", text))
    return " ".join(text.split())


def known(text):
    """Whether every character is in the alphabet."""
    return all(character in CLASS_OF for character in text)


def with_other(text):
    """`text` as the recogniser is to read it: `OTHER` for each character that the alphabet lacks."""
    return "".join(character if character in CLASS_OF else OTHER for character in text)


def script(character):
    """`latin`, `cyrillic` or `greek` for letters of these scripts, and None for signs and all others."""
    return _SCRIPTS.get(character)


def mixes_scripts(text):
    """Whether a run of letters in `text` has letters of two scripts, as misspelt words with look-alikes do."""
    return any(len({script(letter) for letter in run} - {None}) > 1 for run in _LETTERS.findall(text))


def _script(character):
    # The micro sign and ordinal indicators are signs in any script.
    name = unicodedata.name(character, "") if character.isalpha() else ""
    return next((script.lower() for script in ("LATIN", "CYRILLIC", "GREEK") if name.startswith(script + " ")), None)


_SCRIPTS = {character: found for character in ALPHABET if (found := _script(character))}
_MU_IN_WORD = re.compile("µ(?=[α-ωά-ώΑ-Ω])|(?<=[α-ωά-ώΑ-Ω])µ")
_MICRO_BEFORE_UNIT = re.compile(r"(?<![α-ωά-ώΑ-Ω])μ(?=[smgAVFHWlLNT]\b|mol|Pa|Hz)")
_LETTERS = re.compile(r"[^\W\d_]+")
