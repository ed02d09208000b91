"""Degraded pages, stored pages, other characters and the choice of fonts."""

import json
import os
import random
import tempfile
import unittest

import numpy
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from PIL import Image

from imagetotext_training import degrade
from imagetotext_training.alphabet import OTHER
from imagetotext_training.browser_pages import overlapping
from imagetotext_training.figures import barcode, dashed_rules, dither, halftone, hatching, keys, matrix_code, specks
from imagetotext_training.font_choice import FontChoice, has_small_letters, visible_characters
from imagetotext_training.hard_texts import HardTexts
from imagetotext_training.labelled_page import LabelledPage, TextLine, upright_quad
from imagetotext_training.other_characters import readable
from imagetotext_training.page_canvas import PageCanvas, contrast
from imagetotext_training.page_stream import packed, unpacked
from imagetotext_training.photo_background import photo_background
from imagetotext_training.photo_scene import PhotoScene, overlaps

from .drawing import FONT_FILE, PlainRenderer, font_of, has_ink


class Degradation(unittest.TestCase):
    def test_lines_without_ink_lose_their_text_in_black_and_white(self):
        image = numpy.full((100, 300), 230, numpy.uint8)
        canvas = PageCanvas(Image.fromarray(image))
        canvas.text("Quick jumpy", 10, 40, font_of(30), 0)
        canvas.text("faint light", 10, 85, font_of(30), 200)
        for seed in range(8):
            page = degrade.bilevel(canvas.page(), numpy.random.default_rng(seed))
            self.assertLessEqual(set(numpy.unique(page.image)), set(range(256)))
            self.assertIsNotNone(page.lines[0].text)
            for line in page.lines:
                if line.text is not None:
                    self.assertTrue(has_ink(page, line))

    def test_noise_has_the_deviation_asked_for(self):
        noisy = degrade.add_noise(numpy.full((200, 300), 128, numpy.uint8), 8, numpy.random.default_rng(1))
        self.assertAlmostEqual(float(noisy.std()), 8, delta=0.6)

    def test_a_rescaled_page_takes_its_chains_along(self):
        line = TextLine(upright_quad(0, 0, 40, 10), "x", [upright_quad(0, 0, 20, 10), upright_quad(20, 0, 40, 10)])
        page = degrade.rescale(LabelledPage(numpy.zeros((50, 100), numpy.uint8), [line]), 2.0, numpy.random.default_rng(1))
        self.assertEqual(float(page.lines[0].chain[1][1, 0]), 80.0)


class Grounds(unittest.TestCase):
    def test_patterns_have_the_size_asked_for(self):
        for seed in range(4):
            rng = numpy.random.default_rng(seed)
            for pattern in (halftone, dither, specks, barcode, matrix_code, dashed_rules, hatching, keys, photo_background):
                patch = pattern(90, 70, rng)
                self.assertGreaterEqual(patch.shape, (70, 90), pattern.__name__)
                self.assertEqual(patch.dtype, numpy.uint8)

    def test_texts_on_a_photograph_stand_out_from_it(self):
        scene = PhotoScene(PlainRenderer(2))
        for seed in range(6):
            scene.rng = numpy.random.default_rng(seed)
            page = scene.with_overlay(LabelledPage(photo_background(400, 300, scene.rng), []))
            for index, line in enumerate(page.lines):
                self.assertGreaterEqual(contrast(page.image, line.quad), 25)
                for other in page.lines[:index]:
                    self.assertFalse(overlaps(line.quad, (*other.quad.min(0), *other.quad.max(0))))


class Stored(unittest.TestCase):
    def test_a_stored_page_is_the_same_page(self):
        image = numpy.random.default_rng(1).integers(0, 256, (40, 60)).astype(numpy.uint8)
        (stored,) = packed([LabelledPage(image, [TextLine(upright_quad(1, 2, 30, 12), "x")])])
        page = unpacked(stored)
        numpy.testing.assert_array_equal(page.image, image)
        self.assertEqual(page.lines[0].text, "x")


class Texts(unittest.TestCase):
    def test_unknown_characters_become_one_sign_each(self):
        self.assertEqual(readable("at 8 😀🎉"), f"at 8 {OTHER * 2}")
        self.assertEqual(readable("שלום"), OTHER * 4)

    def test_signs_without_a_place_of_their_own_are_left_out(self):
        self.assertEqual(readable("👍🏽"), OTHER)
        self.assertEqual(readable("नमस्ते"), OTHER * 4)

    def test_texts_over_each_other_are_found(self):
        quads = [upright_quad(0, 0, 100, 20), upright_quad(50, 5, 150, 25), upright_quad(0, 40, 100, 60), upright_quad(0, 58, 100, 78)]
        self.assertEqual(overlapping(quads), [True, True, False, False])
        self.assertEqual(overlapping([]), [])

    def test_hard_texts_have_something_to_draw(self):
        hard = HardTexts(PlainRenderer(3).texts)
        for _ in range(300):
            self.assertTrue(hard.text().strip())


class Fonts(unittest.TestCase):
    def choice(self, fonts):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "fonts.json")
            with open(path, "w", encoding="utf-8") as file:
                json.dump([{"file": FONT_FILE, "mono": False, "held_out": False, **font} for font in fonts], file)
            return FontChoice(path, random.Random(1))

    def test_a_font_with_all_characters_is_chosen(self):
        choice = self.choice([{"family": "Some", "characters": "abc"}, {"family": "All", "characters": "abcde"}, {"family": "Mono", "characters": "abc", "mono": True}])
        for _ in range(20):
            self.assertLessEqual(set("cde"), choice.pick("c d e")[1])
            self.assertTrue(choice.pick("ab", mono=True)[2])
        self.assertIsNone(choice.pick("x"))

    def test_a_rare_character_is_found_in_the_only_font_that_has_it(self):
        choice = self.choice([*({"family": f"Common {i}", "characters": "ab"} for i in range(200)), {"family": "Rare", "characters": "abz"}])
        self.assertEqual(choice.pick("z", tries=1)[1], frozenset("abz"))

    def test_characters_without_ink_do_not_count(self):
        font = TTFont(FONT_FILE)
        font["glyf"][font.getBestCmap()[ord("z")]] = Glyph()
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "blank.ttf")
            font.save(path)
            self.assertEqual(visible_characters(path, "ayz"), frozenset("ay"))

    def test_held_out_families_are_for_validation_only(self):
        fonts = [{"family": "Train", "characters": "ab"}, {"family": "Hidden", "characters": "ab", "held_out": True}]
        self.assertEqual(self.choice(fonts).names, ["Train"])

    def test_fonts_of_capitals_are_known_from_others(self):
        self.assertTrue(has_small_letters(FONT_FILE))


if __name__ == "__main__":
    unittest.main()
