import os
import struct
import tempfile
import unicodedata
import unittest

import numpy
import onnx
import torch

from imagetotext_training.cjk import evaluate, export, line_batches, line_crops, replay, texts
from imagetotext_training.cjk.alphabet import ALPHABET, MOST, OTHER, STANDARDS
from imagetotext_training.cjk.line_renderer import DrawnLine
from imagetotext_training.cjk.network import FRAME, CjkRecogniser
from imagetotext_training.quantization import quantize


class AlphabetTest(unittest.TestCase):
    def test_each_character_is_there_once(self):
        self.assertEqual(len(set(ALPHABET)), len(ALPHABET))
        self.assertLessEqual(len(ALPHABET), MOST)
        self.assertIn(OTHER, ALPHABET)

    def test_has_everyday_characters_of_all_four_languages(self):
        for language in ("zh_CN", "ja", "ko"):
            self.assertLessEqual(set(STANDARDS[language]), set(ALPHABET))
        self.assertLessEqual(set("體灣國語書ぁんァヴー、。「」１Ａａ～가힝"), set(ALPHABET))

    def test_characters_are_in_nfc(self):
        self.assertEqual(unicodedata.normalize("NFC", ALPHABET), ALPHABET)


class TextsTest(unittest.TestCase):
    def test_messages_of_a_catalogue_are_found(self):
        translations = ["Project: x\nPOT-Creation-Date: y".encode(), "<b>打开</b>文件\n%s 不存在".encode()]
        table, data = b"", b""
        for text in translations:
            table += struct.pack("<2I", len(text), 28 + 8 * len(translations) + len(data))
            data += text + b"\0"
        header = struct.pack("<4s5I", b"\xde\x12\x04\x95", 0, len(translations), 28, 28, 0) + b"\0" * 4
        with tempfile.NamedTemporaryFile() as file:
            file.write(header + table + data)
            file.flush()
            found = [text.strip() for text in texts.messages(file.name)]
        self.assertEqual(found, ["打开 文件", "不存在"])

    def test_lines_of_han_are_joined_without_a_blank(self):
        self.assertEqual(texts.join("中文\n文字 and\nLatin"), "中文文字 and Latin")


def bar(position, width=200):
    """A picture with one black column, where it is, and the number of the picture."""
    image = numpy.full((1, line_crops.LINE_HEIGHT, width), 255, numpy.uint8)
    image[0, 8:40, position - 3 : position + 3] = 0
    return torch.from_numpy(image), torch.tensor([float(position)]), torch.tensor([0])


def darkest_column(image):
    ink = (image.max() - image).sum(0)
    return float((ink * (numpy.arange(len(ink)) + 0.5)).sum() / ink.sum())


class LinesTest(unittest.TestCase):
    def test_augmentation_moves_the_centres_with_the_picture(self):
        torch.manual_seed(3)
        for position in (40, 100, 160):
            for _ in range(8):
                images, centres, lines = bar(position)
                x, moved = replay.augmented(images, centres, lines)
                column = (0.5 - x[0, 0]).clamp(min=0)
                column[column < 0.5] = 0
                self.assertAlmostEqual(darkest_column(-column.numpy()), float(moved[0]), delta=1.5)

    def test_a_crop_keeps_the_centres_on_the_characters(self):
        rng = numpy.random.default_rng(5)
        for position in (30, 80, 130):
            pixels = numpy.full((60, 200), 255, numpy.uint8)
            pixels[20:40, position - 3 : position + 3] = 0
            line = DrawnLine(pixels, "一", 20.0, 180.0, 15.0, 45.0, numpy.array([float(position)]))
            image, centres = line_crops.crop(line, rng)
            self.assertEqual(image.shape[0], line_crops.LINE_HEIGHT)
            dark = numpy.where(image < 100, 255 - image.astype(float), 0)
            self.assertAlmostEqual(darkest_column(-dark), centres[0], delta=1.5)

    def test_batches_are_padded_with_background(self):
        sample = (numpy.zeros((48, 40), numpy.uint8), "一二", numpy.array([10.0, 30.0]))
        images, widths, targets, lengths, centres = line_batches.collate([sample, sample], 64)
        self.assertEqual(images.shape, (2, 48, 64))
        self.assertTrue((images[:, :, 40:] == 255).all() and (images[:, :, :40] == 0).all())
        self.assertEqual([ALPHABET[k - 1] for k in targets], ["一", "二", "一", "二"])
        self.assertEqual((list(widths), list(lengths), list(centres)), ([40, 40], [2, 2], [10, 30, 10, 30]))


class NetworkTest(unittest.TestCase):
    def test_one_frame_for_four_pixels(self):
        network = CjkRecogniser(7, channels=(4, 4, 8, 8, 8, 8), code=4)
        self.assertEqual(network(torch.zeros(2, 1, 48, 64)).shape, (64 // FRAME, 2, 7))

    def test_a_quantised_network_can_be_written(self):
        torch.manual_seed(1)
        network = quantize(CjkRecogniser(7, channels=(4, 4, 8, 8, 8, 8), code=4), [torch.rand(2, 1, 48, 64) - 0.5]).eval()
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "cjk.onnx")
            export.write(network, path)
            kinds = {node.op_type for node in onnx.load(path).graph.node}
        self.assertEqual(kinds, {"QuantizeLinear", "DequantizeLinear", "Conv", "Add", "Squeeze", "Transpose", "Reshape", "LogSoftmax"})


class EvaluateTest(unittest.TestCase):
    def test_distance_counts_edits(self):
        for a, b, edits in (("", "", 0), ("kitten", "sitting", 3), ("一二三", "一三", 1), ("", "ab", 2)):
            self.assertEqual(evaluate.distance(a, b), edits)

    def test_repeats_and_blanks_collapse(self):
        first, second = ALPHABET.index("一") + 1, ALPHABET.index("二") + 1
        self.assertEqual(evaluate.collapse([0, first, first, 0, first, second, 0]), "一一二")


if __name__ == "__main__":
    unittest.main()
