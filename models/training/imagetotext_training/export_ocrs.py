"""Fits our two networks to the contract of ocrs: writes the adapters in models/ocrs, small ONNX graphs around the networks.

`python -m imagetotext_training.export_ocrs --models ..` writes `ocrs/detection.onnx` and `ocrs/recognition.onnx` there. The
program puts a network into its adapter when it loads it (crates/imagetotext/src/engine/ocrs/compose.rs), so the weights exist once.
With `--full DIR` whole models are written as well, for ocrs-cli and other programs that use ocrs.

What ocrs 0.13.1 expects:
- detection: picture `[batch, 1, HEIGHT, WIDTH]` of a fixed size → mask of the same size: words, which ocrs makes 3 pixels
  larger on each side. Ours marks the cores of lines, their middle 60 %, at half the size.
- recognition: lines `[batch, 1, 32, width]`, as grey as they are, black outside the line → log-probabilities
  `[frames, batch, classes]`. Ours takes one line, dark on light, at full contrast.
"""

import argparse
import pathlib

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSET = 17
# Sides of the picture that the detector searches. ocrs pads smaller pictures and squeezes larger ones to it.
HEIGHT, WIDTH = 1280, 1280
# Cells of the detector at or above this probability are core.
LEVEL = 0.6
# The part of a line's height that is core, and cells by which a core comes out too thick (crates/imagetotext/src/engine/regions.rs).
CORE, EXCESS = 0.6, 0.5
# Growth of cores in line heights.
ABOVE, BELOW, BESIDE = 0.20, 0.20, 0.25
# Cells, of two pixels, that ocrs adds on each side.
EXPANDED = 1.5
# Cores are sorted by thickness, 2 · n + 1 cells for each n, and each sort grows by its own amount.
RADII = (0, 1, 2, 3, 4, 6, 8, 11, 15, 20, 27)
# Padding and what is outside a line is exactly black, -0.5; this is darker than the darkest grey but one.
BLACK = -0.499
# Least difference of brightness that is brought to full contrast (`LEAST_SPREAD` in crates/imagetotext/src/engine/crop/contrast.rs).
SPREAD = 24 / 255
# Rows of a crop in which the letters stand: what is dark there tells ink from ground.
MIDDLE = (8, 24)
LINE_HEIGHT = 32


class Adapter:
    """Nodes around a network. All names begin with `ocrs/`, but for those of the network that it goes around."""

    def __init__(self):
        self.nodes, self.constants = [], []

    def constant(self, values, kind=numpy.float32):
        name = f"ocrs/c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(numpy.asarray(values, kind), name))
        return name

    def whole(self, *values):
        return self.constant(values, numpy.int64)

    def node(self, kind, *inputs, output=None, **attributes):
        output = output or f"ocrs/{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def largest(self, value, above=0, below=0, beside=0):
        """The largest value of so many cells around each; one axis at a time, which is much faster."""
        if above or below:
            value = self.pool(value, [above + below + 1, 1], [above, 0, below, 0])
        if beside:
            value = self.pool(value, [1, 2 * beside + 1], [0, beside, 0, beside])
        return value

    def pool(self, value, window, padding):
        # rten 0.26 refuses a window of two axes without strides.
        return self.node("MaxPool", value, kernel_shape=window, pads=padding, strides=[1, 1])

    def model(self, source, shape, result, result_shape, network=None):
        """The adapter as a model; with a `network` in it if one is given."""
        inside = network.graph if network else onnx.GraphProto()
        graph = helper.make_graph(
            list(inside.node) + self.nodes,
            "ocrs",
            [helper.make_tensor_value_info(source, TensorProto.FLOAT, shape)],
            [helper.make_tensor_value_info(result, TensorProto.FLOAT, result_shape)],
            list(inside.initializer) + self.constants,
        )
        if network:
            sort(graph)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)
        if network:
            onnx.checker.check_model(model, full_check=True)
        return model


def sort(graph):
    """Brings nodes into an order in which each comes after those that it reads, as ONNX wants it."""
    known = {value.name for value in graph.input} | {value.name for value in graph.initializer} | {""}
    waiting = list(graph.node)
    del graph.node[:]
    while waiting:
        ready = [node for node in waiting if known.issuperset(node.input)]
        if not ready:
            raise ValueError(f"nothing makes the inputs of {waiting[0].output[0]}")
        graph.node.extend(ready)
        known.update(output for node in ready for output in node.output)
        waiting = [node for node in waiting if node not in ready]


def grown(radius, part):
    """Cells by which cores of this radius grow where lines grow by `part` of their height."""
    cells = 2 * radius + 1 + (radius > 0)
    return max(0, round((cells - EXCESS) / CORE * part - EXPANDED))


def detection(network=None):
    adapter = Adapter()
    adapter.node("Identity", "ocrs/picture", output="picture")
    core = adapter.node("Cast", adapter.node("Greater", "core", adapter.constant(LEVEL)), to=TensorProto.FLOAT)
    # What is left of the cores when so many cells are taken away above and below.
    left, ground, before = [core], adapter.node("Neg", core), 0
    for radius in RADII[1:]:
        ground = adapter.largest(ground, radius - before, radius - before)
        left.append(adapter.node("Neg", ground))
        before = radius

    def grow(above, below):
        """Cores of each thickness as they were and larger. From the thickest on, all that are at least so thick
        grow by the difference to the next, so that no step is large."""
        value = None
        for index in reversed(range(len(RADII))):
            value = left[index] if value is None else adapter.node("Max", value, left[index])
            radius, smaller = RADII[index], RADII[index - 1] if index else None

            def step(part, own, radius=radius, smaller=smaller):
                reach = [own * r + grown(r, part) for r in (radius, smaller) if r is not None]
                return reach[0] - (reach[1] if len(reach) > 1 else 0)

            # MaxPool gives a cell what is below it, so cores grow upwards by what stands below.
            value = adapter.largest(value, step(below, 1), step(above, 1), step(BESIDE, 0))
        return value

    wide, upwards, downwards = grow(0, 0), grow(ABOVE, 0), grow(0, BELOW)
    # Where a line grows down to one that grows up, a gap of at least one cell stays between them.
    met = adapter.node("Mul", adapter.largest(upwards, 0, 1), adapter.largest(downwards, 1, 0))
    gap = adapter.node("Mul", met, adapter.node("Sub", adapter.constant(1.0), wide))
    apart = adapter.node("Sub", adapter.constant(1.0), gap)
    lines = adapter.node("Mul", adapter.node("Max", upwards, downwards), apart)
    adapter.node(
        "Resize",
        lines,
        "",
        adapter.constant([1, 1, 2, 2]),
        output="ocrs/mask",
        mode="nearest",
        nearest_mode="floor",
        coordinate_transformation_mode="asymmetric",
    )
    shape = ["batch", 1, HEIGHT, WIDTH]
    return adapter.model("ocrs/picture", shape, "ocrs/mask", shape, network)


def recognition(network=None):
    adapter = Adapter()
    line, one, zero = "ocrs/line", adapter.constant(1.0), adapter.constant(0.0)
    half, black = adapter.constant(0.5), adapter.constant(BLACK)

    def number(value):
        return adapter.node("Cast", value, to=TensorProto.FLOAT)

    # Columns that show something, and how many; the others are padding or as black as their ground.
    shown = number(adapter.node("Greater", adapter.node("ReduceMax", line, axes=[2], keepdims=1), black))
    count = adapter.node("Max", adapter.node("ReduceSum", shown, adapter.whole(3), keepdims=1), one)
    # Letters fill less than half of the rows where they stand: what is usual there is the ground.
    rows = adapter.node("Slice", line, adapter.whole(MIDDLE[0]), adapter.whole(MIDDLE[1]), adapter.whole(2))
    # Outside the columns that show something, neither the darkest nor the brightest.
    seen = adapter.node("Where", adapter.node("Greater", shown, zero), rows, half)
    darkest = adapter.node("ReduceMin", seen, axes=[2, 3], keepdims=1)
    brightest = adapter.node("ReduceMax", rows, axes=[2, 3], keepdims=1)
    columns = adapter.node("Mul", adapter.node("ReduceMean", rows, axes=[2], keepdims=1), shown)
    mean = adapter.node("Div", adapter.node("ReduceSum", columns, adapter.whole(3), keepdims=1), count)
    light = adapter.node("Greater", adapter.node("Add", mean, mean), adapter.node("Add", darkest, brightest))
    # Black from the upper or lower edge on is outside a slanted line, unless the ground is dark.
    ink = number(adapter.node("Greater", line, black))
    reached = [adapter.largest(ink, LINE_HEIGHT - 1, 0), adapter.largest(ink, 0, LINE_HEIGHT - 1)]
    inside = adapter.node("Mul", adapter.node("Mul", *reached), shown)
    inside = adapter.node("Where", light, inside, shown)
    is_inside = adapter.node("Greater", inside, zero)
    # Full contrast, dark on light, and ground outside.
    low = adapter.node("ReduceMin", adapter.node("Where", is_inside, line, half), axes=[2, 3], keepdims=1)
    high = adapter.node("ReduceMax", line, axes=[2, 3], keepdims=1)
    spread = adapter.node("Max", adapter.node("Sub", high, low), adapter.constant(SPREAD))
    value = adapter.node("Clip", adapter.node("Div", adapter.node("Sub", line, low), spread), zero, one)
    value = adapter.node("Where", light, value, adapter.node("Sub", one, value))
    adapter.node("Where", is_inside, adapter.node("Sub", value, half), half, output="line")
    # The network puts the lines of a batch one after the other.
    batch = adapter.node("Slice", adapter.node("Shape", line), adapter.whole(0), adapter.whole(1))
    classes = adapter.node("Slice", adapter.node("Shape", "scores"), adapter.whole(2), adapter.whole(3))
    shape = adapter.node("Concat", batch, adapter.whole(-1), classes, axis=0)
    adapter.node("Transpose", adapter.node("Reshape", "scores", shape), perm=[1, 0, 2], output="ocrs/scores")
    return adapter.model(
        line, ["batch", 1, LINE_HEIGHT, "width"], "ocrs/scores", ["frames", "batch", "classes"], network
    )


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--models", type=pathlib.Path, required=True, help="folder of detection.onnx and recognition.onnx")
    arguments.add_argument("--full", type=pathlib.Path, help="folder for whole models that ocrs loads by itself")
    options = arguments.parse_args()
    for name, adapter in (("detection", detection), ("recognition", recognition)):
        path = options.models / "ocrs" / f"{name}.onnx"
        path.parent.mkdir(exist_ok=True)
        onnx.save(adapter(), path)
        print(path, path.stat().st_size, "bytes")
        if options.full:
            options.full.mkdir(parents=True, exist_ok=True)
            onnx.save(adapter(onnx.load(options.models / f"{name}.onnx")), options.full / f"text-{name}.onnx")


if __name__ == "__main__":
    main()
