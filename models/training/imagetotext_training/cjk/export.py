"""Writes a trained CJK recogniser as ONNX.

`python -m imagetotext_training.cjk.export --checkpoint runs/cjk/quantized.pt --out runs/cjk/cjk.onnx` takes a checkpoint
of the quantised network (`train_cjk`).
"""

import argparse
import os

from ..onnx_graph import GraphBuilder
from ..train_cjk import load
from .alphabet import CLASSES
from .line_crops import LINE_HEIGHT
from .network import CjkRecogniser


def write(network, path):
    """Writes a quantised CjkRecogniser; it reads one line of any width."""
    graph = GraphBuilder("line", [1, 1, LINE_HEIGHT, "width"])
    graph.save_scores(graph.layer(network.out, graph.block(network.code, graph.trunk(network))), network.classes, path)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--checkpoint", default="runs/cjk/quantized.pt")
    arguments.add_argument("--out", default="runs/cjk/cjk.onnx")
    options = arguments.parse_args()
    write(load(CjkRecogniser(CLASSES), options.checkpoint).eval(), options.out)
    print(options.out, os.path.getsize(options.out), "bytes")


if __name__ == "__main__":
    main()
