"""Writes trained networks as ONNX, the format that we ship.

`python -m imagetotext_training.export --detection runs/detection/checkpoint.pt --recognition runs/recognition/checkpoint.pt --out ..`
"""

import argparse
import os
import warnings

import torch

from .alphabet import CLASSES
from .networks import Detector, Recogniser


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--detection", help="checkpoint of train_detection")
    arguments.add_argument("--recognition", help="checkpoint of train_recognition")
    arguments.add_argument("--second", help="checkpoint of a recogniser of full rank")
    arguments.add_argument("--out", required=True, help="folder for detection.onnx, recognition.onnx and second-look.onnx")
    options = arguments.parse_args()
    os.makedirs(options.out, exist_ok=True)
    full = Recogniser(CLASSES, ranks=Recogniser.FULL)
    given = (
        ("detection", options.detection, Detector(), export_detector),
        ("recognition", options.recognition, Recogniser(CLASSES), export_recogniser),
        ("second-look", options.second, full, export_recogniser),
    )
    for name, checkpoint, network, write in given:
        path = os.path.join(options.out, f"{name}.onnx")
        if checkpoint:
            network.load_state_dict(torch.load(checkpoint, map_location="cpu")["average"])
            write(network, path)
            print(path, os.path.getsize(path), "bytes")


def export_recogniser(network, path):
    """`network` → ONNX that reads one line of any width at a time (batches gain nothing in rten)."""
    save(network, torch.zeros(1, 1, 32, 400), path, "line", "scores", {"line": {3: "width"}, "scores": {0: "frames"}})


def export_detector(network, path):
    """`network` → ONNX with free batch, height and width."""
    axes = {0: "batch", 2: "height", 3: "width"}
    save(network, torch.zeros(1, 1, 256, 320), path, "picture", "core", {"picture": axes, "core": {0: "batch", 2: "rows", 3: "columns"}})


def save(network, example, path, source, target, axes):
    """Traces `network`, in evaluation mode, on `example`."""
    network.eval()
    with warnings.catch_warnings():
        # The tracing exporter is deprecated in torch, but the graphs it writes are the smallest ones rten reads.
        warnings.simplefilter("ignore")
        torch.onnx.export(network.cpu().float(), (example,), str(path), input_names=[source], output_names=[target], dynamic_axes=axes, opset_version=17, dynamo=False)


if __name__ == "__main__":
    main()
