"""Writes test vectors from PyTorch: the Rust tests check that the program computes the same.

`python -m imagetotext_training.agreement --detection ../detection.onnx --recognition ../recognition.onnx --out ../../crates/imagetotext/tests/agreement`
takes checkpoints or shipped files, and `--alphabets` and `--cjk` shipped ones. It reads `sheet.png`, a small page, and `lines.json`, its lines, in that folder. It
writes the crop of each line (`crop-0.png` …), the detector's text probabilities (`detection.f32`) and the recogniser's
scores for the first crop (`recognition.f32`), both as little-endian float32, row by row. Of the recognisers of other
scripts, which have many classes, it writes the best class of each frame and its log-probability (`alphabets.f32`,
`cjk.f32`), for the first crop (scaled to the rows of the CJK recogniser, `crop-cjk.png`). Run it whenever the shipped
weights change.
"""

import argparse
import json
import os

import cv2
import numpy
import torch

from . import crops
from .cjk import line_crops as cjk
from .cjk.alphabet import CLASSES as CJK_CLASSES
from .cjk.network import CjkRecogniser
from .labelled_page import LabelledPage, TextLine
from .networks import Detector
from .weights import load_weights, recogniser_for


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--detection", required=True)
    arguments.add_argument("--recognition", required=True)
    arguments.add_argument("--alphabets", default="../alphabets.onnx")
    arguments.add_argument("--cjk", default="../cjk.onnx")
    arguments.add_argument("--out", required=True)
    options = arguments.parse_args()
    image = cv2.imread(os.path.join(options.out, "sheet.png"), cv2.IMREAD_GRAYSCALE)
    with open(os.path.join(options.out, "lines.json"), encoding="utf-8") as file:
        quads = json.load(file)
    line_crops = [normalised_crop(image, quad) for quad in quads]
    for index, crop in enumerate(line_crops):
        cv2.imwrite(os.path.join(options.out, f"crop-{index}.png"), numpy.round((crop + 0.5) * 255).astype(numpy.uint8))
    grey = torch.from_numpy(image.astype(numpy.float32) / 255 - 0.5)[None, None]
    line = line_crops[0][:, : line_crops[0].shape[1] // 4 * 4]
    # The crop as it is stored, so that Python and Rust start from the same numbers.
    line = torch.from_numpy(numpy.round((line + 0.5) * 255).astype(numpy.float32) / 255 - 0.5)[None, None]
    cases = (("detection", Detector(), options.detection, grey), ("recognition", recogniser_for(options.recognition), options.recognition, line))
    for name, network, path, example in cases:
        with torch.no_grad():
            output = load_weights(network, path)(example)
        output.numpy().astype("<f4").tofile(os.path.join(options.out, f"{name}.f32"))
    pixels = numpy.round((line_crops[0] + 0.5) * 255).astype(numpy.uint8)
    tall = cv2.resize(pixels, (pixels.shape[1] // 4 * 4, cjk.LINE_HEIGHT), interpolation=cv2.INTER_LINEAR)
    cv2.imwrite(os.path.join(options.out, "crop-cjk.png"), tall)
    write_best(load_weights(recogniser_for(options.alphabets), options.alphabets), line, os.path.join(options.out, "alphabets.f32"))
    network = load_weights(CjkRecogniser(CJK_CLASSES), options.cjk, cjk.LINE_HEIGHT)
    write_best(network, torch.from_numpy(tall.astype(numpy.float32) / 255 - 0.5)[None, None], os.path.join(options.out, "cjk.f32"))


def write_best(network, line, path):
    """Writes the best class of each frame of a line and its log-probability."""
    with torch.no_grad():
        scores, classes = network(line)[:, 0].max(1)
    torch.stack([classes.float(), scores], 1).numpy().astype("<f4").tofile(path)


def normalised_crop(image, quad):
    """The crop of one line as the recogniser reads it."""
    line = TextLine(numpy.array(quad, numpy.float32), "")
    return crops.normalise(crops.resample(crops.extract(LabelledPage(image, []), line)))


if __name__ == "__main__":
    main()
