"""Packs the fonts and texts of the CJK recogniser into one file, for training on another machine.

`python -m imagetotext_training.cjk.pack --data runs/cjk-data --out runs/cjk-data.tar.xz`, and there
`python -m imagetotext_training.cjk.pack --unpack runs/cjk-data.tar.xz --data runs/cjk-data`.
"""

import argparse
import os
import tarfile

PARTS = ("fonts", "fonts.json", "texts.json")


def pack(folder, path):
    with tarfile.open(path, "w:xz", preset=6) as archive:
        for part in PARTS:
            archive.add(os.path.join(folder, part), part)


def unpack(path, folder):
    os.makedirs(folder, exist_ok=True)
    with tarfile.open(path, "r:xz") as archive:
        archive.extractall(folder, filter="data")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", default="runs/cjk-data", help="folder of the fonts and texts")
    arguments.add_argument("--out", default="runs/cjk-data.tar.xz")
    arguments.add_argument("--unpack", help="file to unpack to --data")
    options = arguments.parse_args()
    if options.unpack:
        unpack(options.unpack, options.data)
        return
    pack(options.data, options.out)
    print(options.out, os.path.getsize(options.out), "bytes")


if __name__ == "__main__":
    main()
