"""Lists of words: those of `/usr/share/dict`, of Hunspell's dictionaries, and of the package wordfreq if it is installed."""

import glob
import re

from .alphabet import clean, known, mixes_scripts
from .catalogues import SCRIPT_OF, in_language

DICTIONARIES = "american-english british-english catalan danish bokmaal dutch french italian ngerman nynorsk polish portuguese spanish swedish".split()

FREQUENT = {"cs": "cs", "fi": "fi", "hr": "sh", "hu": "hu", "is": "is", "lt": "lt", "lv": "lv", "ro": "ro", "sk": "sk", "sl": "sl", "tr": "tr", "ca": "ca", "bg": "bg", "mk": "mk", "el": "el", "ru": "ru", "uk": "uk", "vi": "vi"}
"""Languages whose frequent words wordfreq knows, and its code for each."""

MOST_WORDS = 30_000
"""Words of one list at most."""


def read_words(rng):
    """`{list: [word]}`; a list is named after its language's code, or is one of `DICTIONARIES`."""
    lists = {name: dictionary(f"/usr/share/dict/{name}") for name in DICTIONARIES}
    for language in SCRIPT_OF:
        lists[language] = [w for path in glob.glob(f"/usr/share/hunspell/{language}_*.dic") for w in hunspell(path) if in_language(w, language)]
    for language, code in FREQUENT.items():
        lists[language] = [*frequent(code), *rng.sample(lists.get(language, []), min(len(lists.get(language, [])), MOST_WORDS // 3))]
    chosen = {}
    for name, words in lists.items():
        words = [clean(word) for word in words]
        words = list(dict.fromkeys(w for w in words if 2 <= len(w) <= 22 and known(w) and not mixes_scripts(w) and in_language(w, name)))
        if words:
            chosen[name] = rng.sample(words, min(MOST_WORDS, len(words)))
    return chosen


def dictionary(path):
    """The lines of a word list; those of the Nordic languages are in Latin-1."""
    try:
        with open(path, "rb") as file:
            data = file.read(5_000_000)
    except OSError:
        return []
    try:
        return data.decode().split("\n")
    except UnicodeDecodeError:
        return data.decode("latin-1").split("\n")


def hunspell(path):
    """The stems of a Hunspell dictionary, whose affix file says how it is encoded."""
    try:
        with open(path[:-4] + ".aff", "rb") as file:
            names = re.findall(rb"(?m)^(?:\xef\xbb\xbf)?SET\s+(\S+)", file.read(300_000))
        with open(path, encoding=names[0].decode() if names else "latin-1") as file:
            return [line.split("/")[0].split("\t")[0].strip() for line in file.readlines()[1:]]
    except (OSError, LookupError, UnicodeDecodeError):
        return []


def frequent(language):
    """The most frequent words of running text, all in small letters."""
    try:
        import wordfreq
    except ImportError:
        return []
    words = wordfreq.top_n_list(language, MOST_WORDS * 2 // 3)
    # Its Greek words end in the letter that only stands within words.
    return [w[:-1] + "ς" if w.endswith("σ") else w for w in words if w.isalpha()]
