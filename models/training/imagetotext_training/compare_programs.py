"""Compares how well programs read the evaluation pictures: by class, by language, by font size.

`python -m imagetotext_training.compare_programs --cases runs/cases --outputs runs/outputs --program 'Name=command {}'`

Each `--program` is run once for each picture; the picture's path replaces `{}`. Its output is stored under
OUTPUTS/Name and used again in the next comparison. The tables are printed as Markdown.
"""

import argparse
import collections
import pathlib
import shlex
import subprocess
import sys

from .score import Score

SIZES = (10, 12, 14, 17, 22, 99)
"""Upper ends of the groups of font sizes, in pixels of the picture."""


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--cases", required=True, type=pathlib.Path)
    arguments.add_argument("--outputs", required=True, type=pathlib.Path)
    arguments.add_argument("--program", action="append", required=True, metavar="NAME=COMMAND")
    options = arguments.parse_args()
    truths = sorted(options.cases.glob("*/*.txt"))
    scores = {}
    for program in options.program:
        name, command = program.split("=", 1)
        scores[name] = {truth: score_picture(truth, command, options.outputs / name / truth.parent.name / truth.name) for truth in truths}
    for title, group in (("class", picture_class), ("language", language), ("font size", size)):
        print(table(title, group, scores), end="\n\n")


def score_picture(truth, command, output):
    """The score of `command` on the picture beside `truth`; a program that fails has an empty text."""
    if not output.exists():
        output.parent.mkdir(parents=True, exist_ok=True)
        words = [word.replace("{}", str(truth.with_suffix(".png"))) for word in shlex.split(command)]
        process = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
        output.write_bytes(process.stdout)
        print(output, file=sys.stderr, flush=True)
    return Score.of(truth.read_text("utf-8"), output.read_text("utf-8", "replace"))


def picture_class(truth):
    return truth.parent.name


def language(truth):
    return truth.stem.split("-")[0]


def size(truth):
    """The group of the font size in the file name, as "≤14 px"."""
    pixels = int(truth.stem.split("-")[1].removesuffix("px"))
    return f"≤{next(top for top in SIZES if pixels <= top):2} px"


def table(title, group, scores):
    """Markdown: a row for each group and one for all, CER and word F1 of each program."""
    names = list(scores)
    groups = collections.defaultdict(list)
    for truth in scores[names[0]]:
        groups[group(truth)].append(truth)
    groups = {name: groups[name] for name in sorted(groups)} | {"all": list(scores[names[0]])}
    lines = [f"| {title} | pictures | " + " | ".join(f"{name} CER | F1" for name in names) + " |", "|---|--:|" + "--:|--:|" * len(names)]
    for name, truths in groups.items():
        totals = [Score.sum(scores[program][truth] for truth in truths) for program in names]
        lines.append(f"| {name} | {len(truths)} | " + " | ".join(f"{100 * total.error_rate():.2f} % | {100 * total.f1():.2f} %" for total in totals) + " |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
