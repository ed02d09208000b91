"""The characters that the recogniser knows, read from models/alphabet.txt, which the program reads too."""

import pathlib
import unicodedata

PATH = pathlib.Path(__file__).resolve().parents[2] / "alphabet.txt"
ALPHABET = PATH.read_text(encoding="utf-8")
CLASSES = len(ALPHABET) + 1
"""Class 0 is the CTC blank; class i + 1 is the i-th character."""

CLASS_OF = {character: index + 1 for index, character in enumerate(ALPHABET)}

# Look-alikes that fonts and documents use for characters of the alphabet.
_LOOK_ALIKES = str.maketrans({"\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u2003": " ", "\u2010": "-", "\u2011": "-", "\u00ad": "", "\u2015": "—", "\u02bc": "’", "\u201b": "‘", "\ufb01": "fi", "\ufb02": "fl", "\u200b": ""})


def clean(text):
    """`text` in NFC, with look-alikes replaced and runs of white space as single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_LOOK_ALIKES).split())


def known(text):
    """Whether every character is in the alphabet."""
    return all(character in CLASS_OF for character in text)
