"""Labels of drawn pages lie on the ink of their texts."""

import unittest

import numpy

from imagetotext_training.book_page import BookPage
from imagetotext_training.frames import draw_comb, draw_letter_grid
from imagetotext_training.leaders import draw_leaders
from imagetotext_training.line_marks import mark_line
from imagetotext_training.page_canvas import PageCanvas
from imagetotext_training.poster import draw_large_line
from imagetotext_training.seven_segment import draw_display
from imagetotext_training.turned_text import draw_turned_text

from .drawing import PlainRenderer, font_of, has_ink, ink_outside


class Drawn(unittest.TestCase):
    def assert_labels_on_ink(self, page):
        self.assertTrue(page.lines)
        self.assertEqual(ink_outside(page), 0)
        for line in page.lines:
            self.assertTrue(line.text)
            self.assertTrue(has_ink(page, line), line.text)

    def test_a_line(self):
        canvas = PageCanvas.blank(300, 80, 255)
        canvas.text("Quick jumpy light", 10, 50, font_of(24), 0)
        self.assert_labels_on_ink(canvas.page())

    def test_spaced_letters(self):
        canvas = PageCanvas.blank(400, 80, 255)
        right = canvas.text("bridge", 10, 50, font_of(24), 0, spacing=12.0)
        self.assertGreater(right, 10 + font_of(24)[0].getlength("bridge") + 5 * 12 - 1)
        self.assert_labels_on_ink(canvas.page())

    def test_a_text_that_cannot_be_seen_has_no_label(self):
        canvas = PageCanvas.blank(300, 80, 200)
        canvas.text("faint", 10, 50, font_of(24), 190)
        self.assertEqual([line.text for line in canvas.page().lines], [None])

    def test_turned_texts(self):
        for degrees in (0, 30, 45, 90, 137, 180, 270, 300):
            canvas = PageCanvas.blank(300, 300, 255)
            self.assertTrue(draw_turned_text(canvas, "Major fog", font_of(26), 0, (150, 150), degrees))
            page = canvas.page()
            self.assert_labels_on_ink(page)
            start, end = page.lines[0].quad[:2]
            self.assertAlmostEqual(float(numpy.cos(numpy.deg2rad(degrees)) * numpy.linalg.norm(end - start)), float(end[0] - start[0]), delta=0.5)

    def test_turned_texts_avoid_other_ones(self):
        canvas = PageCanvas.blank(300, 300, 255)
        self.assertTrue(draw_turned_text(canvas, "Major fog", font_of(26), 0, (150, 150), 0))
        self.assertFalse(draw_turned_text(canvas, "light", font_of(26), 0, (150, 150), 90))

    def test_leaders_belong_to_one_line_with_entry_and_number(self):
        for seed in range(12):
            canvas = PageCanvas.blank(700, 400, 255)
            draw_leaders(canvas, PlainRenderer(seed), 20, 20, 640)
            if canvas.lines:
                page = canvas.page()
                self.assert_labels_on_ink(page)
                for line in page.lines:
                    self.assertAlmostEqual(float(line.quad[0, 1]), float(line.quad[1, 1]))
                    self.assertRegex(line.text, r"(\. ?|_|-|- ){3,}")

    def test_a_comb_is_one_line_without_blanks(self):
        canvas = PageCanvas.blank(700, 200, 255)
        draw_comb(canvas, PlainRenderer(3), 20, 20, 640)
        (line,) = canvas.page().lines
        self.assertRegex(line.text, r"^[0-9A-Z]{3,}$")
        self.assertTrue(has_ink(canvas.page(), line))

    def test_each_letter_of_a_wide_grid_is_a_line(self):
        canvas = PageCanvas.blank(700, 400, 255)
        draw_letter_grid(canvas, PlainRenderer(4), 20, 20, 640)
        self.assertGreater(len(canvas.lines), 3)
        for line in canvas.lines:
            self.assertEqual(len(line.text), 1)

    def test_large_lines_fit_the_page(self):
        for seed in range(6):
            canvas = PageCanvas.blank(600, 400, 255)
            draw_large_line(canvas, PlainRenderer(seed), "Quick", 900, 10, seed % 2 == 0)
            self.assertLess(canvas.lines[0].quad.max(), 600)
            self.assertGreater(canvas.lines[0].height(), 100)

    def test_digits_of_a_display(self):
        for seed in range(8):
            page = draw_display(PlainRenderer(seed))
            self.assertTrue(page.lines)
            for line in page.lines:
                self.assertTrue(numpy.ptp(page.image[int(line.quad[0, 1]) : int(line.quad[2, 1]), int(line.quad[0, 0]) : int(line.quad[2, 0])]) > 60)

    def test_marks_do_not_change_labels(self):
        canvas, renderer = PageCanvas.blank(300, 80, 255), PlainRenderer(5)
        right = canvas.text("Quick", 10, 50, font_of(24), 0)
        for _ in range(10):
            mark_line(canvas, 10, right, 50, font_of(24), 0, renderer.random)
        self.assertEqual([line.text for line in canvas.lines], ["Quick"])


class Books(unittest.TestCase):
    def setUp(self):
        self.book = BookPage(PlainRenderer(7))
        self.book.old, self.book.size, self.book.characters = False, 20, frozenset(map(chr, range(33, 127)))

    def test_rows_fill_the_measure_and_lose_no_letter(self):
        words, font = self.book.texts.paragraph().split(), font_of(20)
        left, rows = list(words), []
        while left:
            row, left = self.book.fill_row(left, 180, font)
            self.assertLessEqual(font[0].getlength(" ".join(row)), 181)
            rows.append(row)
        text = " ".join(" ".join(row) for row in rows).replace("- ", "")
        self.assertEqual(text.split(), words)
        self.assertTrue(any(row[-1].endswith("-") for row in rows))

    def test_justified_rows_end_at_the_margin(self):
        canvas, font = PageCanvas.blank(400, 60, 255), font_of(20)
        self.book.note_mark = lambda: ""
        self.book.draw_row(canvas, ["Quick", "light", "fog", "bridge"], 10, 225, 40, font, justify=True, spaced=False)
        self.assertAlmostEqual(float(canvas.lines[0].quad[1, 0]), 225, delta=2)
        self.assertEqual(ink_outside(canvas.page()), 0)


if __name__ == "__main__":
    unittest.main()
