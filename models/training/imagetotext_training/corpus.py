"""Collects texts to render: manual pages, messages and sayings in many languages, package documents, source code, word lists.

Documents that evaluation pictures show parts of are excluded: the Rust documentation and the Debian
handbook, reference, FAQ, guides and manuals.
"""

import argparse
import glob
import gzip
import html
import json
import os
import random
import re
import zlib

from .alphabet import clean, known, mixes_scripts
from .catalogues import FOLDERS, SCRIPT_OF, in_language, messages
from .word_lists import read_words

EXCLUDED = re.compile(r"debian-(handbook|reference|faq)|maint-guide|developers-reference|aptitude|rust|debmake", re.I)
LATIN = "cs da de es fi fr hr hu it nl nb pl pt pt_BR ro sl sv tr".split()
MORE_LATIN = "af az bs ca cy eo et eu ga gl id is lt lv ms nn sk sq sr@latin".split()
"""Languages without manual pages, of which there are only messages."""

LANGUAGES = [*LATIN, *MORE_LATIN, *SCRIPT_OF, "vi"]
HELD_OUT_SHARE = 50
"""One text in this many is kept for validation."""


def held_out(text):
    """Whether `text` belongs to validation; the same text always does or never does."""
    return zlib.crc32(text.encode()) % HELD_OUT_SHARE == 0


def read(path, limit=300_000, encoding="utf-8"):
    try:
        opened = gzip.open(path, "rb") if path.endswith(".gz") else open(path, "rb")
        with opened as file:
            return file.read(limit).decode(encoding)
    except (OSError, UnicodeDecodeError, EOFError, zlib.error):
        return ""


def manual(text):
    """The running text of a roff manual page."""
    lines = []
    for line in text.split("\n"):
        if line.startswith(('.\\"', "'\\\"")):
            continue
        if line.startswith("."):
            match = re.match(r"\.(?:SH|SS|B|I|BR|IR|TP|BI)\s+(.*)", line)
            if not match:
                lines.append("")
                continue
            line = match.group(1).replace('"', "")
        line = re.sub(r"\\f[BIRP]|\\f\(..|\\f\[\w*\]|\\&|\\/|\\,|\\s[-+]?\d|\\:|\\%", "", line)
        for roff, sign in {"\\-": "-", "\\(aq": "'", "\\(bu": "•", "\\e": "\\", "\\(co": "©", "\\(em": "—", "\\(en": "–", "\\ ": " ", "\\(lq": "“", "\\(rq": "”", "\\(oq": "‘", "\\(cq": "’", "\\~": " ", "\\|": ""}.items():
            line = line.replace(roff, sign)
        if "\\" not in line:
            lines.append(line)
    return "\n".join(lines)


def page(text):
    """The running text of an HTML page."""
    text = re.sub(r"(?s)<(script|style|head).*?</\1>", " ", text)
    text = re.sub(r"</?(p|div|li|h\d|pre|td|tr|br)\b[^>]*>", "\n\n", text)
    return html.unescape(re.sub(r"<[^>]+>", " ", text))


def paragraphs(text):
    for paragraph in re.split(r"\n\s*\n", text):
        paragraph = clean(paragraph)
        if 12 <= len(paragraph) <= 1500 and known(paragraph) and not mixes_scripts(paragraph):
            yield paragraph


def sayings(text):
    """The sayings of a file of the program `fortune`."""
    for saying in re.split(r"\n%\s*\n", text):
        yield from paragraphs(saying)


def code_lines(text):
    """Groups of lines of source, indentation kept."""
    lines = [line.rstrip().replace("\t", "    ") for line in text.split("\n")]
    lines = [line for line in lines if len(line) <= 100 and known(line)]
    for start in range(0, len(lines) - 12, 12):
        yield "\n".join(lines[start : start + 12])


def collect(files, extract, split, limit, rng):
    """Up to `limit` characters of texts, at most 60 from one file."""
    files = [f for f in files if not EXCLUDED.search(f) and os.path.isfile(f) and not f.endswith((".dat", ".u8"))]
    rng.shuffle(files)
    texts, size = [], 0
    for path in files:
        found = list(split(extract(read(path))))
        for text in rng.sample(found, min(len(found), 60)):
            texts.append(text)
            size += len(text)
        if size > limit:
            break
    return texts


def build(seed=1, limit=6_000_000, folders=FOLDERS):
    """`{"texts": {kind: [text]}, "labels": {language: [text]}, "words": {list: [word]}}`.

    There are at most about `limit` characters of a kind. Labels are short texts of programs.
    """
    rng = random.Random(seed)
    plain = str
    find = lambda pattern: glob.glob(pattern, recursive=True)
    corpus, labels = {"en": collect(find("/usr/share/man/man[1-8]/*.gz"), manual, paragraphs, limit, rng)}, {}
    fortunes = "/usr/share/games/fortunes"
    corpus["en"] += collect([path for path in find(f"{fortunes}/*") if not os.path.islink(path) and "brasil" not in path], plain, sayings, limit // 4, rng)
    for language in LANGUAGES:
        pages = collect(find(f"/usr/share/man/{language}/man*/*.gz"), manual, paragraphs, limit // 4, rng)
        pages += collect(find(f"{fortunes}/{'brasil*' if language == 'pt_BR' else language + '/*'}"), plain, sayings, limit // 8, rng)
        pages = [text for text in pages if in_language(text, language)]
        sentences, labels[language] = messages(language, folders, rng)
        corpus[language] = [*pages, *shortened(sentences, limit // (20 if language in MORE_LATIN else 8))]
        labels[language] = shortened(labels[language], limit // 30)
    documents = [f for f in find("/usr/share/doc/**/*") if f.endswith((".txt", ".txt.gz", "README", "README.gz", "NEWS.gz", "copyright", ".md", "TODO", "FAQ"))]
    corpus["documents"] = collect(documents, plain, paragraphs, limit * 2 // 3, rng)
    corpus["html"] = collect(find("/usr/share/doc/**/*.html"), page, paragraphs, limit // 2, rng)
    sources = find("/usr/lib/python3*/**/*.py") + find("/usr/include/**/*.h") + find("/usr/share/perl/**/*.pm") + find("/usr/lib/node_modules/**/*.js") + find("/etc/**/*.conf") + find("/usr/share/**/*.css") + find("/usr/share/**/*.sh")
    sources += find(os.path.expanduser("~/.cargo/registry/src/*/*/src/**/*.rs"))
    corpus["code"] = collect(sources, plain, code_lines, limit * 2 // 3, rng)
    return {"texts": corpus, "labels": labels, "words": read_words(rng)}


def shortened(texts, limit):
    """The first of `texts` that have `limit` characters together; their order is random."""
    size, kept = 0, []
    for text in texts:
        size += len(text)
        if size > limit:
            break
        kept.append(text)
    return kept


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--out", default="runs/corpus.json")
    arguments.add_argument("--characters", type=int, default=6_000_000, help="most characters of one kind of text")
    arguments.add_argument("--catalogues", nargs="*", default=[], help=f"further folders like {FOLDERS[0]}")
    options = arguments.parse_args()
    out, corpus = options.out, build(limit=options.characters, folders=(*FOLDERS, *options.catalogues))
    os.makedirs(os.path.dirname(out) or ".", exist_ok=True)
    with open(out, "w", encoding="utf-8") as file:
        json.dump(corpus, file, ensure_ascii=False)
    for part, lists in corpus.items():
        for name, texts in lists.items():
            print(part, name, len(texts), sum(map(len, texts)))


if __name__ == "__main__":
    main()
