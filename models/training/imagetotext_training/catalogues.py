"""Texts of translation catalogues (`.mo` files), which programs show on screens: sentences and labels."""

import gettext
import glob
import os
import re

from .alphabet import clean, known, mixes_scripts, script

FOLDERS = ("/usr/share/locale", "/usr/lib/libreoffice/program/resource")
"""Folders with a folder for each language."""

LABEL_LENGTH = 40
"""A message of fewer characters is a label, of more a sentence."""

MOST_FROM_ONE = 3000
"""Messages that are taken of one catalogue at most, so that a large one does not outweigh all others."""

# Placeholders, markup and key names make a message something that nobody reads as it stands.
_UNREADABLE = re.compile(r"%|\{|\$|<[\w/]|\\|&\w+;|\||@\w+@|^\w+:\s*\w+\(")


def messages(language, folders, rng):
    """`(sentences, labels)` of all catalogues of `language`, without those that are not translated."""
    files = sorted(path for folder in folders for path in glob.glob(os.path.join(folder, language, "LC_MESSAGES", "*.mo")))
    rng.shuffle(files)
    found = {}
    for path in files:
        # Names of countries, languages and currencies are in many catalogues and very many.
        if os.path.basename(path).startswith("iso_"):
            continue
        translated = [(k[0] if isinstance(k, tuple) else k, text) for k, text in read_catalogue(path).items() if k]
        texts = [readable(text) for source, text in translated if isinstance(source, str) and text != source.split("\x04")[-1]]
        texts = [text for text in texts if text and in_language(text, language)]
        found.update(dict.fromkeys(rng.sample(texts, min(MOST_FROM_ONE, len(texts)))))
    found = list(found)
    rng.shuffle(found)
    return [t for t in found if len(t) >= LABEL_LENGTH], [t for t in found if len(t) < LABEL_LENGTH]


def read_catalogue(path):
    """The catalogue's messages by their source; empty if the file is broken."""
    try:
        with open(path, "rb") as file:
            # The standard library has no public way to list a catalogue.
            return gettext.GNUTranslations(file)._catalog
    except (OSError, ValueError, UnicodeDecodeError, AttributeError, IndexError):
        return {}


def readable(text):
    """`text` as a program shows it, without the marks of access keys; empty if it cannot be shown as it is."""
    text = re.sub(r"\s*\([_&~]\w\)", "", text)
    text = re.sub(r"(?<![\w=])[_&~](?=\w)|(?<=\w)[_&~](?=[^\W\d_])", "", text) if len(re.findall(r"[_&~]\w", text)) == 1 else text
    if _UNREADABLE.search(text):
        return ""
    text = clean(text)
    return text if 2 <= len(text) <= 1500 and known(text) and not mixes_scripts(text) else ""


def in_language(text, language):
    """Whether most letters of `text` are of the script of `language`, and it looks translated."""
    letters = [c for c in text if c.isalpha()]
    expected = SCRIPT_OF.get(language, "latin")
    right = sum(script(c) == expected for c in letters)
    if right <= 0.6 * len(letters):
        return False
    return language != "vi" or len(text) < LABEL_LENGTH or any(ord(c) > 0xFF for c in letters)


SCRIPT_OF = {**dict.fromkeys("ru uk be bg sr mk kk mn".split(), "cyrillic"), "el": "greek"}
"""The script of languages that are not written in Latin letters."""
