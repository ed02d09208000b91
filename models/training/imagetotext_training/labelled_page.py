"""A page image with the position and text of each line: the training data of both networks."""

import dataclasses

import cv2
import numpy

CORE_BAND = (0.2, 0.8)
"""The part of a line's height that the detector marks; the rest separates neighbouring lines."""

MAX_WORD_GAP = 0.9
"""Words on one baseline belong to one line if the gap between them is under this many line heights."""


@dataclasses.dataclass
class TextLine:
    """A line and its corners `quad`: top left, top right, bottom right, bottom left, in pixels.

    The top is the ascender height of the font and the bottom its descender, whatever the letters of the line are.
    `text` is None for a line that training shall ignore, such as clipped text.
    A curved line also has a `chain`: short quads from its start to its end that follow the curve. Its `quad` then is
    the straight one that fits it best.
    """

    quad: numpy.ndarray
    text: str | None
    chain: list | None = None

    def pieces(self):
        """The quads that cover the line."""
        return self.chain or [self.quad]

    def height(self):
        q = self.quad
        return float(numpy.linalg.norm(q[3] - q[0]) + numpy.linalg.norm(q[2] - q[1])) / 2


@dataclasses.dataclass
class LabelledPage:
    """Grey pixels `[height, width]`, 0 black to 255 white, and the lines on it."""

    image: numpy.ndarray
    lines: list

    def warp(self, matrix, size, border=cv2.BORDER_REPLICATE, interpolation=cv2.INTER_LINEAR):
        """The page transformed by a 3 × 3 projective `matrix`, onto (width, height) `size`."""
        image = cv2.warpPerspective(self.image, matrix, size, flags=interpolation, borderMode=border)
        return LabelledPage(image, self.mapped_lines(lambda points: cv2.perspectiveTransform(points[None].astype(numpy.float64), matrix)[0]))

    def mapped_lines(self, move):
        """The lines with their corners moved by `move`, a function of points `[n, 2]`."""

        def moved(quad):
            return numpy.asarray(move(quad), numpy.float32)

        return [TextLine(moved(line.quad), line.text, line.chain and [moved(piece) for piece in line.chain]) for line in self.lines]

    def clipped(self):
        """The page with the text of lines that reach outside the image set to None, and lines wholly outside dropped."""
        height, width = self.image.shape
        kept = []
        for line in self.lines:
            x, y = numpy.concatenate(line.pieces()).T
            slack = 0.12 * line.height()
            if x.max() < 1 or y.max() < 1 or x.min() > width - 1 or y.min() > height - 1:
                continue
            outside = x.min() < -slack or y.min() < -slack or x.max() > width + slack or y.max() > height + slack
            kept.append(TextLine(line.quad, None if outside else line.text, line.chain))
        return LabelledPage(self.image, kept)


def upright_quad(left, top, right, bottom):
    """The quad of an upright rectangle."""
    return numpy.array([[left, top], [right, top], [right, bottom], [left, bottom]], numpy.float32)


def join_words(words):
    """Joins words `(text, left, right, baseline, ascent, descent)` into the lines that the detector shall find."""
    lines = []
    for word in sorted(snap_scripts_to_baseline(words), key=lambda w: (round(w[3] / 2), w[1])):
        text, left, right, baseline, ascent, descent = word
        for line in reversed(lines[-24:]):
            height = max(line["ascent"] + line["descent"], ascent + descent)
            gap = left - line["right"]
            # Inline code of another font size belongs to the line that it touches.
            if abs(baseline - line["baseline"]) < 0.3 * height and -0.4 * height < gap < MAX_WORD_GAP * height:
                line["text"] += ("" if gap < 0.08 * height else " ") + text
                line["right"] = max(line["right"], right)
                if ascent > line["ascent"]:
                    line["baseline"], line["ascent"], line["descent"] = baseline, ascent, descent
                break
        else:
            lines.append({"text": text, "left": left, "right": right, "baseline": baseline, "ascent": ascent, "descent": descent})
    return [TextLine(upright_quad(l["left"], l["baseline"] - l["ascent"], l["right"], l["baseline"] + l["descent"]), l["text"]) for l in lines]


def snap_scripts_to_baseline(words):
    """`words` with each superscript and subscript moved to the baseline of the word that it touches."""
    snapped = []
    for word in sorted(words, key=lambda w: w[1]):
        text, left, right, baseline, ascent, descent = word
        for _, _, end, line_baseline, above, below in reversed(snapped):
            height = above + below
            inside = line_baseline - above - 0.3 * height < baseline - ascent and baseline < line_baseline + 0.5 * height
            if abs(left - end) < 0.12 * height and ascent + descent < 0.86 * height and inside:
                word = (text, left, right, line_baseline, above, below)
                break
        snapped.append(word)
    return snapped
