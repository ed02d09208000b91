"""Reads whole pictures with a checkpoint of the CJK recogniser.

`python -m imagetotext_training.cjk.read_pages --checkpoint runs/cjk/quantized.pt --pictures FOLDER…` prints the error rate of each folder, which has pictures (.png) beside their texts (.txt).
`--tesseract chi_sim` also reads them with Tesseract.
"""

import argparse
import glob
import json
import os
import re
import subprocess

import cv2
import numpy
import torch

from .. import crops
from ..train_cjk import load
from .alphabet import CLASSES
from .evaluate import collapse, distance
from .line_crops import LINE_HEIGHT
from .network import CjkRecogniser


def line_quads(program, path):
    """The corners of the lines that the program finds, in reading order."""
    result = subprocess.run([program, "--format", "json", path], capture_output=True, check=False)
    document = json.loads(result.stdout or '{"pages": []}')
    return [numpy.array(line["quad"], numpy.float64) for page in document["pages"] for block in page["blocks"] for line in block.get("lines", ())]


def projected_quads(grey):
    """The corners of the lines of a clean page of one column: the bands of rows that have ink.

    The program drops lines that its own recogniser cannot read; this finds them too.
    """
    background = float(numpy.median(grey))
    ink = numpy.abs(grey.astype(numpy.float32) - background) > 60
    # Borders of boxes are ink nearly everywhere, and a vertical one is ink in every row.
    ink[:, ink.mean(0) > 0.5] = False
    ink[ink.mean(1) > 0.7] = False
    rows = numpy.flatnonzero(numpy.diff(numpy.concatenate([[0], ink.any(1).astype(int), [0]])))
    quads = []
    for top, bottom in zip(rows[::2], rows[1::2]):
        if bottom - top < 6:
            continue
        columns = numpy.flatnonzero(ink[top:bottom].any(0))
        # A detector's box reaches a tenth of its height below the ink.
        left, right, bottom = columns[0], columns[-1] + 1, bottom + 0.1 * (bottom - top)
        quads.append(numpy.array([[left, top], [right, top], [right, bottom], [left, bottom]], numpy.float64))
    return quads


def cut_out(grey, quad):
    """The line in `quad`, upright, with the recogniser's margins and height, normalised."""
    height = max(2.0, float(numpy.linalg.norm(quad[3] - quad[0])))
    width = max(2.0, float(numpy.linalg.norm(quad[1] - quad[0])))
    along, down = (quad[1] - quad[0]) / width, (quad[3] - quad[0]) / height
    scale = LINE_HEIGHT / ((1 + crops.MARGIN_ABOVE + crops.MARGIN_BELOW) * height)
    size = (max(8, round((width + 2 * crops.MARGIN_SIDES * height) * scale)), LINE_HEIGHT)
    corner = quad[0] - along * crops.MARGIN_SIDES * height - down * crops.MARGIN_ABOVE * height
    back = numpy.array([[along[0], down[0]], [along[1], down[1]]]) / scale
    matrix = numpy.hstack([back, (corner + back @ [0.5, 0.5] - 0.5)[:, None]])
    if scale < 0.75:
        grey = cv2.blur(grey, (max(1, round(1 / scale)),) * 2)
    pixels = cv2.warpAffine(grey, matrix, size, flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP, borderMode=cv2.BORDER_REPLICATE)
    return crops.normalise(pixels)


def read(network, crop):
    """The text of a normalised crop."""
    width = -(-crop.shape[1] // 4) * 4
    padded = numpy.pad(crop, ((0, 0), (0, width - crop.shape[1])), constant_values=0.5)
    with torch.no_grad():
        return collapse(network.logits(torch.from_numpy(padded)[None, None]).argmax(2)[0].tolist())


def without_blanks(text):
    """Lines of Han and kana are written without blanks; so those that Latin words have do not count either."""
    return re.sub(r"\s+", "", text)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--checkpoint", default="runs/cjk/quantized.pt")
    arguments.add_argument("--program", help="finds the lines; without it they are the bands of ink of a clean page")
    arguments.add_argument("--pictures", nargs="+", required=True)
    arguments.add_argument("--tesseract", nargs="*", default=[], help="Tesseract's language of each folder, to compare")
    arguments.add_argument("--show", action="store_true", help="print what was read")
    options = arguments.parse_args()
    torch.set_num_threads(1)
    network = load(CjkRecogniser(CLASSES), options.checkpoint).eval()
    for index, folder in enumerate(options.pictures):
        errors = {"network": 0, "tesseract": 0}
        characters = 0
        for path in sorted(glob.glob(os.path.join(folder, "*.png"))):
            with open(path[:-3] + "txt", encoding="utf-8") as file:
                truth = without_blanks(file.read())
            grey = cv2.imread(path, cv2.IMREAD_GRAYSCALE)
            lines = [read(network, cut_out(grey, quad)) for quad in (line_quads(options.program, path) if options.program else projected_quads(grey))]
            if options.show:
                print("\n".join(lines))
            errors["network"] += distance(without_blanks("".join(lines)), truth)
            characters += len(truth)
            if options.tesseract:
                result = subprocess.run(["tesseract", path, "-", "-l", options.tesseract[index]], capture_output=True, text=True, check=False)
                errors["tesseract"] += distance(without_blanks(result.stdout), truth)
        rates = ", ".join(f"{name} {count / max(1, characters):.4f}" for name, count in errors.items() if name == "network" or options.tesseract)
        print(os.path.basename(folder), characters, "characters, CER:", rates, flush=True)


if __name__ == "__main__":
    main()
