"""Writes test vectors from PyTorch: the Rust tests check that the program computes the same.

`python -m imagetotext_training.agreement --detection ../detection.onnx --recognition ../recognition.onnx --out ../../crates/imagetotext/tests/agreement`
takes checkpoints or shipped files. It reads `sheet.png`, a small page, and `lines.json`, its lines, in that folder. It
writes the crop of each line (`crop-0.png` …), the detector's text probabilities (`detection.f32`) and the recogniser's
scores for the first crop (`recognition.f32`), both as little-endian float32, row by row. Run it whenever the shipped
weights change.
"""

import argparse
import json
import os

import cv2
import numpy
import torch

from . import crops
from .labelled_page import LabelledPage, TextLine
from .networks import Detector
from .weights import load_weights, recogniser_for


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--detection", required=True)
    arguments.add_argument("--recognition", required=True)
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


def normalised_crop(image, quad):
    """The crop of one line as the recogniser reads it."""
    line = TextLine(numpy.array(quad, numpy.float32), "")
    return crops.normalise(crops.resample(crops.extract(LabelledPage(image, []), line)))


if __name__ == "__main__":
    main()
