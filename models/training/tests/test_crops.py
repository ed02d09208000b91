"""Margins and contrast of line crops."""

import unittest

import numpy

from imagetotext_training import crops
from imagetotext_training.labelled_page import LabelledPage, TextLine, upright_quad
from imagetotext_training.networks import LINE_HEIGHT


class Crops(unittest.TestCase):
    def test_normalise_makes_ink_dark(self):
        dark = numpy.full((32, 40), 200, numpy.uint8)
        dark[10:20, 10:14] = 100
        for crop in (dark, 255 - dark):
            values = crops.normalise(crop)
            self.assertAlmostEqual(float(values[0, 0]), 0.5, places=5)
            self.assertAlmostEqual(float(values[12, 12]), -0.5, places=5)

    def test_normalise_leaves_noise_faint(self):
        crop = numpy.full((32, 40), 200, numpy.uint8)
        crop[10:20, 10:14] = 194
        self.assertLess(float(numpy.ptp(crops.normalise(crop))), 0.5)

    def test_a_crop_has_its_margins_around_the_line(self):
        image = numpy.full((100, 200), 255, numpy.uint8)
        image[40:60, 50:150] = 0
        crop = crops.resample(crops.extract(LabelledPage(image, []), TextLine(upright_quad(50, 40, 150, 60), "x")))
        scale = LINE_HEIGHT / (20 * (1 + crops.MARGIN_ABOVE + crops.MARGIN_BELOW))
        self.assertEqual(crop.shape[0], LINE_HEIGHT)
        self.assertAlmostEqual(crop.shape[1], (100 + 2 * crops.MARGIN_SIDES * 20) * scale, delta=1)
        rows = numpy.flatnonzero(crop[:, crop.shape[1] // 2] < 128)
        self.assertAlmostEqual(rows[0], crops.MARGIN_ABOVE * 20 * scale, delta=1)
        self.assertAlmostEqual(rows[-1] + 1, (1 + crops.MARGIN_ABOVE) * 20 * scale, delta=1)


if __name__ == "__main__":
    unittest.main()
