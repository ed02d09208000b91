"""How words are joined to lines, and what happens at the edge of a page."""

import unittest

import numpy

from imagetotext_training.labelled_page import (
    LabelledPage,
    TextLine,
    join_words,
    upright_quad,
)


def word(text, left, right, baseline=20.0, ascent=8.0, descent=2.0):
    return (text, left, right, baseline, ascent, descent)


class Lines(unittest.TestCase):
    def test_near_words_are_one_line_and_far_ones_two(self):
        lines = join_words([word("near", 30, 50), word("a", 20, 27), word("far", 70, 90)])
        self.assertEqual(sorted(line.text for line in lines), ["a near", "far"])

    def test_parts_of_a_word_in_several_elements_are_one_word(self):
        lines = join_words([word("bold", 0, 20), word("face", 20, 40)])
        self.assertEqual([line.text for line in lines], ["boldface"])

    def test_superscripts_belong_to_the_word_they_follow(self):
        words = [word("known.", 0, 30), word("[12]", 30, 36, 16.5, 4, 1), word("[3]", 36, 41, 16.5, 4, 1), word("More", 44, 60)]
        self.assertEqual([line.text for line in join_words(words)], ["known.[12][3] More"])

    def test_words_on_other_baselines_are_other_lines(self):
        self.assertEqual(len(join_words([word("a", 0, 8), word("b", 10, 18, baseline=34.0)])), 2)

    def test_the_text_of_clipped_lines_is_removed(self):
        image = numpy.zeros((50, 100), numpy.uint8)
        lines = [TextLine(upright_quad(10, 10, 90, 20), "whole"), TextLine(upright_quad(60, 30, 140, 40), "cut"), TextLine(upright_quad(10, 80, 90, 90), "gone")]
        self.assertEqual([line.text for line in LabelledPage(image, lines).clipped().lines], ["whole", None])

    def test_warp_moves_the_lines_of_a_page(self):
        page = LabelledPage(numpy.zeros((50, 100), numpy.uint8), [TextLine(upright_quad(10, 10, 30, 20), "x")])
        warped = page.warp(numpy.array([[2.0, 0, 5], [0, 2, 0], [0, 0, 1]]), (220, 100))
        self.assertEqual(warped.lines[0].quad.tolist(), [[25, 20], [65, 20], [65, 40], [25, 40]])


if __name__ == "__main__":
    unittest.main()
