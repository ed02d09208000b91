"""Writes a trained CJK recogniser as ONNX.

`python -m imagetotext_training.cjk.export --checkpoint runs/cjk/quantized.pt --out runs/cjk/cjk.onnx` takes a checkpoint
of the quantised network (`train_cjk`).
"""

import argparse
import os

import numpy

from ..onnx_graph import GraphBuilder
from ..train_cjk import load
from .alphabet import CLASSES
from .line_crops import LINE_HEIGHT
from .network import CjkRecogniser


def write(network, path):
    """Writes a quantised CjkRecogniser; it reads one line of any width."""
    graph = GraphBuilder("line", [1, 1, LINE_HEIGHT, "width"])
    x = graph.layer(network.stem[0].first[0], graph.quantized_input())
    for block in network.stem[1:]:
        x = graph.block(block, x)
    x = graph.add(x, graph.block(network.middle, x), network.middle[0].activation)
    for block in network.neck:
        x = graph.block(block, x)
    for residual in network.residuals:
        x = graph.add(x, graph.block(residual.conv, x), residual.conv[0].activation)
    x = graph.node("Squeeze", graph.layer(network.out, graph.block(network.code, x)), graph.constant(numpy.int64([2])))
    # One frame for each column; the reshape is what the program's reader expects.
    shape = graph.constant(numpy.int64([1, -1, network.classes]))
    x = graph.node("Reshape", graph.node("Transpose", x, perm=[0, 2, 1]), shape)
    graph.node("Transpose", graph.node("LogSoftmax", x, axis=2), output="scores", perm=[1, 0, 2])
    graph.save("scores", ["frames", 1, network.classes], path)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--checkpoint", default="runs/cjk/quantized.pt")
    arguments.add_argument("--out", default="runs/cjk/cjk.onnx")
    options = arguments.parse_args()
    write(load(CjkRecogniser(CLASSES), options.checkpoint).eval(), options.out)
    print(options.out, os.path.getsize(options.out), "bytes")


if __name__ == "__main__":
    main()
