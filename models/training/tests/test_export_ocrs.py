"""Adapters for ocrs are those that the script writes, fit our networks and do what they say."""

import pathlib
import unittest

import numpy
import onnx
import onnxruntime

from imagetotext_training import export_ocrs

MODELS = pathlib.Path(__file__).parents[2]


def network(source, result, kind, **attributes):
    """A network of one node."""
    value = [onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None) for name in (source, result)]
    node = onnx.helper.make_node(kind, [source], [result], **attributes)
    return onnx.helper.make_model(onnx.helper.make_graph([node], "network", value[:1], value[1:]))


def run(model, source, values):
    # Not the evaluator of the onnx package, which fails where a window is padded on one side.
    return onnxruntime.InferenceSession(model.SerializeToString()).run(None, {source: values})[0]


class Adapters(unittest.TestCase):
    def test_the_files_are_those_that_the_script_writes(self):
        for name, adapter in (("detection", export_ocrs.detection), ("recognition", export_ocrs.recognition)):
            self.assertEqual(onnx.load(MODELS / "ocrs" / f"{name}.onnx"), adapter(), name)

    def test_our_networks_fit_into_them(self):
        for name, adapter in (("detection", export_ocrs.detection), ("recognition", export_ocrs.recognition)):
            onnx.checker.check_model(adapter(onnx.load(MODELS / f"{name}.onnx")), full_check=True)

    def test_cores_grow_and_stay_apart(self):
        # This one marks what is bright.
        model = export_ocrs.detection(network("picture", "core", "MaxPool", kernel_shape=[2, 2], strides=[2, 2]))
        picture = numpy.zeros((1, 1, export_ocrs.HEIGHT, export_ocrs.WIDTH), numpy.float32)
        picture[..., 40:60, 20:100] = 1
        picture[..., 68:88, 20:100] = 1
        mask = run(model, "ocrs/picture", picture)
        cells = mask[0, 0, ::2, ::2]
        self.assertTrue(set(numpy.unique(mask)) <= {0, 1})
        column = cells[:, 30]
        self.assertTrue(column[20:30].all() and column[34:44].all(), "cores stay")
        self.assertEqual((column[19], column[44], column[60]), (1, 1, 0), "and grow")
        self.assertFalse(column[30:34].all(), "but not together")

    def test_lines_are_dark_on_light_whatever_they_were(self):
        model = export_ocrs.recognition(network("line", "scores", "ReduceMean", axes=[3], keepdims=0))
        # The scores of this network have another shape than those of ours, so what goes into it is looked at.
        model.graph.output[0].CopyFrom(onnx.helper.make_tensor_value_info("line", onnx.TensorProto.FLOAT, None))
        line = numpy.full((2, 1, 32, 40), 0.3, numpy.float32)
        line[..., 12:20, 8:10] = -0.1
        line[1] = -line[1]
        line[..., 30:] = -0.5
        seen = run(model, "ocrs/line", line)
        self.assertTrue(numpy.allclose(seen[0], seen[1], atol=1e-5))
        self.assertTrue(numpy.allclose(seen[:, 0, 12:20, 8:10], -0.5) and numpy.allclose(seen[..., 10:], 0.5))


if __name__ == "__main__":
    unittest.main()
