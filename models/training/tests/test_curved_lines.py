"""Bent pages: labels follow the ink, and crops along a chain are straight."""

import unittest

import numpy

from imagetotext_training import crops
from imagetotext_training.curved_lines import PageCurl, bend, bent_line, straight_fit
from imagetotext_training.detection_data import WINDOW_SIZE, window_sample
from imagetotext_training.labelled_page import LabelledPage, TextLine, upright_quad
from imagetotext_training.page_canvas import PageCanvas

from .drawing import font_of, ink_outside


def page_of_lines():
    canvas = PageCanvas.blank(600, 400, 255)
    for baseline in range(60, 380, 50):
        canvas.text("Quick jumpy light Major fog bridge", 40, baseline, font_of(26), 0)
    return canvas.page()


class Bends(unittest.TestCase):
    def test_the_ink_stays_within_the_chains(self):
        for seed in range(10):
            self.assertEqual(ink_outside(bend(page_of_lines(), numpy.random.default_rng(seed)), slack=3), 0)

    def test_a_place_and_its_source_belong_together(self):
        for seed in range(10):
            curl = PageCurl((300, 200), numpy.random.default_rng(seed))
            moved = curl.move(numpy.array([[120.0, 80.0]]))
            column = int(round(moved[0, 0]))
            self.assertAlmostEqual(float(curl.flat_rows(moved[:, 1])[0, column]), 80.0, delta=0.5)
            self.assertAlmostEqual(float(curl.source[column]), 120.0, delta=1.5)

    def test_a_straight_line_stays_one_quad(self):
        line = bent_line(TextLine(upright_quad(10, 10, 200, 30), "x"), lambda points: points + [5, 7])
        self.assertIsNone(line.chain)
        numpy.testing.assert_allclose(line.quad, upright_quad(15, 17, 205, 37), atol=1e-3)

    def test_the_straight_quad_of_an_arc_lies_in_its_middle(self):
        x = numpy.linspace(0, 100, 21)
        arc = numpy.stack([x, 10 * numpy.sin(x / 100 * numpy.pi)], 1)
        quad, sag = straight_fit(arc, arc + [0, 20])
        self.assertTrue(3 < quad[0, 1] < 9)
        self.assertTrue(0.2 < sag < 0.4)

    def test_a_crop_along_a_curve_is_straight(self):
        image = numpy.full((200, 400), 255, numpy.uint8)
        columns = numpy.arange(40, 360)
        rows = (90 + 25 * numpy.sin(columns / 60)).astype(int)
        for offset in range(12, 18):
            image[rows + offset, columns] = 0
        line = bent_line(TextLine(upright_quad(40, 90, 360, 120), "x"), lambda points: points + numpy.stack([0 * points[:, 0], 25 * numpy.sin(points[:, 0] / 60)], 1))
        self.assertIsNotNone(line.chain)
        crop = crops.resample(crops.extract(LabelledPage(image, [line]), line))
        ink = crop[:, 20:-20] < 128
        middles = [numpy.nonzero(column)[0].mean() for column in ink.T if column.any()]
        self.assertGreater(len(middles), 0.9 * ink.shape[1])
        self.assertLess(numpy.ptp(middles), 4)

    def test_the_detector_marks_all_of_a_curved_line(self):
        line = bent_line(TextLine(upright_quad(60, 200, 460, 230), "x"), lambda points: points + numpy.stack([0 * points[:, 0], 60 * numpy.sin(points[:, 0] / 80)], 1))
        page = LabelledPage(numpy.full((WINDOW_SIZE, WINDOW_SIZE), 255, numpy.uint8), [line])
        _, mask, _ = window_sample(page, numpy.random.default_rng(1))
        marked = mask.any(0)
        first, last = numpy.nonzero(marked)[0][[0, -1]]
        self.assertTrue(marked[first:last].all())
        self.assertAlmostEqual(last - first, 200, delta=4)
        self.assertGreater(numpy.ptp(numpy.nonzero(mask)[0]), 50)


if __name__ == "__main__":
    unittest.main()
