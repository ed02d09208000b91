"""Writes a trained network as ONNX, the format that we ship."""

import warnings

import torch


def export_recogniser(network, path):
    """`network` in evaluation mode → ONNX that reads one line of any width at a time (batches gain nothing in rten)."""
    write(network, torch.zeros(1, 1, 32, 400), path, "line", "scores", {"line": {3: "width"}, "scores": {0: "frames"}})


def export_detector(network, path):
    """`network` in evaluation mode → ONNX with dynamic batch, height and width."""
    axes = {0: "batch", 2: "height", 3: "width"}
    write(network, torch.zeros(1, 1, 256, 320), path, "picture", "core", {"picture": axes, "core": {0: "batch", 2: "rows", 3: "columns"}})


def write(network, example, path, source, target, axes):
    network.eval()
    with warnings.catch_warnings():
        # The tracing exporter is deprecated in torch, but the graphs it writes are the smallest ones rten reads.
        warnings.simplefilter("ignore")
        torch.onnx.export(network.cpu().float(), (example,), str(path), input_names=[source], output_names=[target], dynamic_axes=axes, opset_version=17, dynamo=False)
