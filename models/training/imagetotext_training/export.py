"""Writes trained networks as ONNX, the format that we ship.

`python -m imagetotext_training.export --detection runs/detection/checkpoint.pt --recognition runs/recognition/checkpoint.pt --out ..`
takes checkpoints of quantised networks (`train_… --quantize`).
"""

import argparse
import os

from . import onnx_graph
from .alphabet import CLASSES
from .networks import Detector, Recogniser
from .weights import load_weights


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--detection", help="checkpoint of train_detection")
    arguments.add_argument("--recognition", help="checkpoint of train_recognition")
    arguments.add_argument("--out", required=True, help="folder for detection.onnx and recognition.onnx")
    options = arguments.parse_args()
    os.makedirs(options.out, exist_ok=True)
    exports = (
        ("detection", options.detection, Detector(), onnx_graph.write_detector),
        ("recognition", options.recognition, Recogniser(CLASSES), onnx_graph.write_recogniser),
    )
    for name, checkpoint, network, write in exports:
        path = os.path.join(options.out, f"{name}.onnx")
        if checkpoint:
            write(load_weights(network, checkpoint), path)
            print(path, os.path.getsize(path), "bytes")


if __name__ == "__main__":
    main()
