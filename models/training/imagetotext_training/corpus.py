"""Collects texts to render: manual pages in many languages, package documents, source code, word lists.

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

from .alphabet import clean, known

EXCLUDED = re.compile(r"debian-(handbook|reference|faq)|maint-guide|developers-reference|aptitude|rust|debmake", re.I)
LANGUAGES = "cs da de es fi fr hr hu it nl nb pl pt pt_BR ro sl sv tr".split()
WORD_LISTS = "american-english british-english catalan danish bokmaal dutch french italian ngerman nynorsk polish portuguese spanish swedish".split()
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
        if 12 <= len(paragraph) <= 1500 and known(paragraph):
            yield paragraph


def code_lines(text):
    """Groups of lines of source, indentation kept."""
    lines = [line.rstrip().replace("\t", "    ") for line in text.split("\n")]
    lines = [line for line in lines if len(line) <= 100 and known(line)]
    for start in range(0, len(lines) - 12, 12):
        yield "\n".join(lines[start : start + 12])


def collect(files, extract, split, limit, rng):
    """Up to `limit` characters of texts, at most 60 from one file."""
    files = [f for f in files if not EXCLUDED.search(f) and os.path.isfile(f)]
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


def build(seed=1, limit=6_000_000):
    """`{"texts": {kind: [text]}, "words": {list: [word]}}` with at most about `limit` characters of a kind."""
    rng = random.Random(seed)
    plain = str
    find = lambda pattern: glob.glob(pattern, recursive=True)
    corpus = {"en": collect(find("/usr/share/man/man[1-8]/*.gz"), manual, paragraphs, limit, rng)}
    for language in LANGUAGES:
        corpus[language] = collect(find(f"/usr/share/man/{language}/man*/*.gz"), manual, paragraphs, limit // 4, rng)
    documents = [f for f in find("/usr/share/doc/**/*") if f.endswith((".txt", ".txt.gz", "README", "README.gz", "NEWS.gz", "copyright", ".md", "TODO", "FAQ"))]
    corpus["documents"] = collect(documents, plain, paragraphs, limit * 2 // 3, rng)
    corpus["html"] = collect(find("/usr/share/doc/**/*.html"), page, paragraphs, limit // 2, rng)
    sources = find("/usr/lib/python3*/**/*.py") + find("/usr/include/**/*.h") + find("/usr/share/perl/**/*.pm") + find("/usr/lib/node_modules/**/*.js") + find("/etc/**/*.conf") + find("/usr/share/**/*.css") + find("/usr/share/**/*.sh")
    sources += find(os.path.expanduser("~/.cargo/registry/src/*/*/src/**/*.rs"))
    corpus["code"] = collect(sources, plain, code_lines, limit * 2 // 3, rng)
    words = {}
    for name in WORD_LISTS:
        path = f"/usr/share/dict/{name}"
        # The word lists of the Nordic languages are in Latin-1.
        text = read(path, 5_000_000) or read(path, 5_000_000, "latin-1")
        listed = [clean(word) for word in text.split("\n")]
        listed = [word for word in listed if 2 <= len(word) <= 22 and known(word)]
        if listed:
            words[name] = rng.sample(listed, min(30_000, len(listed)))
    return {"texts": corpus, "words": words}


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--out", default="runs/corpus.json")
    arguments.add_argument("--characters", type=int, default=6_000_000, help="most characters of one kind of text")
    options = arguments.parse_args()
    out, corpus = options.out, build(limit=options.characters)
    os.makedirs(os.path.dirname(out) or ".", exist_ok=True)
    with open(out, "w", encoding="utf-8") as file:
        json.dump(corpus, file, ensure_ascii=False)
    for name, texts in {**corpus["texts"], **corpus["words"]}.items():
        print(name, len(texts), sum(map(len, texts)))


if __name__ == "__main__":
    main()
