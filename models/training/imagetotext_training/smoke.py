"""Smoke test: all steps from texts to models, training for about a minute each, to see that nothing is broken.

`python -m imagetotext_training.smoke --out FOLDER` leaves `detection.onnx`, `recognition.onnx`, `alphabet.txt` and
`ngram.bin` there. They recognise next to nothing, but they must load and run.
"""

import argparse
import os
import shutil
import sys

from . import corpus, export, fonts, ngram, train_detection, train_recognition
from .alphabet import PATH


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--out", required=True)
    arguments.add_argument("--minutes", type=float, default=1)
    options = arguments.parse_args()
    out, minutes = os.path.abspath(options.out), str(options.minutes)
    os.makedirs(os.path.join(out, "work"), exist_ok=True)
    # Every command works in `runs/` of the current folder.
    os.chdir(os.path.join(out, "work"))
    run(fonts)
    run(corpus, "--characters", "200000")
    run(ngram, "--out", os.path.join(out, "ngram.bin"))
    for train, name in ((train_detection, "detection"), (train_recognition, "recognition")):
        run(train, "--minutes", minutes)
        run(train, "--minutes", minutes, "--resume", f"runs/{name}/checkpoint.pt", "--quantize")
    run(export, "--detection", "runs/detection/checkpoint.pt", "--recognition", "runs/recognition/checkpoint.pt", "--out", out)
    shutil.copy(PATH, os.path.join(out, "alphabet.txt"))


def run(module, *arguments):
    """Runs a command of this package as if it had been typed."""
    print("==", module.__name__.split(".")[-1], *arguments, flush=True)
    previous, sys.argv = sys.argv, [module.__name__, *arguments]
    try:
        module.main()
    finally:
        sys.argv = previous


if __name__ == "__main__":
    main()
