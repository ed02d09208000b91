"""What PyTorch says about one small picture: the Rust tests hold the program to it.

`python -m imagetotext_training.agreement --detection ../detection.onnx --recognition ../recognition.onnx --out ../../tests/agreement`
takes checkpoints or shipped files. It reads `sheet.png` and `lines.json` there and writes, next to them, the crop of
each line (`crop-0.png` …), the map of the detector (`detection.f32`) and the scores of the recogniser for the first
crop (`recognition.f32`): little-endian float32, row by row. To be run whenever the shipped weights change.
"""

import argparse
import json
import os

import cv2
import numpy
import torch

from . import crops
from .alphabet import CLASSES
from .networks import Detector, Recogniser
from .sheet import Line, Sheet
from .weights import load


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--detection", required=True)
    arguments.add_argument("--recognition", required=True)
    arguments.add_argument("--out", required=True)
    options = arguments.parse_args()
    image = cv2.imread(os.path.join(options.out, "sheet.png"), cv2.IMREAD_GRAYSCALE)
    with open(os.path.join(options.out, "lines.json"), encoding="utf-8") as file:
        quads = json.load(file)
    framed = [crop(image, quad) for quad in quads]
    for index, pixels in enumerate(framed):
        cv2.imwrite(os.path.join(options.out, f"crop-{index}.png"), numpy.round((pixels + 0.5) * 255).astype(numpy.uint8))
    grey = torch.from_numpy(image.astype(numpy.float32) / 255 - 0.5)[None, None]
    line = framed[0][:, : framed[0].shape[1] // 4 * 4]
    # The crop as it is stored, so that both sides start from the same numbers.
    line = torch.from_numpy(numpy.round((line + 0.5) * 255).astype(numpy.float32) / 255 - 0.5)[None, None]
    told = (("detection", Detector(), options.detection, grey), ("recognition", Recogniser(CLASSES), options.recognition, line))
    for name, network, path, source in told:
        with torch.no_grad():
            load(network, path)(source).numpy().astype("<f4").tofile(os.path.join(options.out, f"{name}.f32"))


def crop(image, quad):
    """The normalised crop of one line."""
    return crops.normalise(crops.frame(crops.keep(Sheet(image, []), Line(numpy.array(quad, numpy.float32), ""))))


if __name__ == "__main__":
    main()
