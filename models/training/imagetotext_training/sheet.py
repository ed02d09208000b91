"""A rendered page with the place and text of each line: what both networks learn from."""

import dataclasses

import cv2
import numpy

CORE = (0.2, 0.8)
"""The part of a line's height that the detector marks; the rest keeps neighbouring lines apart."""

JOIN = 0.9
"""Words on one baseline whose gap is under this many line heights are one line."""


@dataclasses.dataclass
class Line:
    """Text between `quad`'s corners: top left, top right, bottom right, bottom left, in pixels.

    The top is the ascender height of the font, the bottom its descender, whatever letters stand there.
    `text` is None where something stands that shall be neither learned nor punished (clipped text).
    """

    quad: numpy.ndarray
    text: str | None

    def height(self):
        q = self.quad
        return float(numpy.linalg.norm(q[3] - q[0]) + numpy.linalg.norm(q[2] - q[1])) / 2


@dataclasses.dataclass
class Sheet:
    """Grey pixels `[height, width]`, 0 black to 255 white, and their lines."""

    image: numpy.ndarray
    lines: list

    def warp(self, matrix, size, border=cv2.BORDER_REPLICATE, interpolation=cv2.INTER_LINEAR):
        """The sheet through a 3 × 3 projective `matrix`, onto (width, height) `size`."""
        image = cv2.warpPerspective(self.image, matrix, size, flags=interpolation, borderMode=border)
        lines = [Line(cv2.perspectiveTransform(line.quad[None].astype(numpy.float64), matrix)[0].astype(numpy.float32), line.text) for line in self.lines]
        return Sheet(image, lines)

    def clipped(self):
        """The sheet with the text of lines that reach outside the picture set to None, and lost lines dropped."""
        height, width = self.image.shape
        kept = []
        for line in self.lines:
            x, y = line.quad[:, 0], line.quad[:, 1]
            slack = 0.12 * line.height()
            if x.max() < 1 or y.max() < 1 or x.min() > width - 1 or y.min() > height - 1:
                continue
            outside = x.min() < -slack or y.min() < -slack or x.max() > width + slack or y.max() > height + slack
            kept.append(Line(line.quad, None if outside else line.text))
        return Sheet(self.image, kept)


def box(left, top, right, bottom):
    """The quad of an upright rectangle."""
    return numpy.array([[left, top], [right, top], [right, bottom], [left, bottom]], numpy.float32)


def join_words(words):
    """Lines out of words `(text, left, right, baseline, ascent, descent)`, the way the detector shall see them."""
    lines = []
    for word in sorted(settled(words), key=lambda w: (round(w[3] / 2), w[1])):
        text, left, right, baseline, ascent, descent = word
        for line in reversed(lines[-24:]):
            height = max(line["ascent"] + line["descent"], ascent + descent)
            gap = left - line["right"]
            # Inline code of another size stays in the line it touches.
            if abs(baseline - line["baseline"]) < 0.3 * height and -0.4 * height < gap < JOIN * height:
                line["text"] += ("" if gap < 0.08 * height else " ") + text
                line["right"] = max(line["right"], right)
                if ascent > line["ascent"]:
                    line["baseline"], line["ascent"], line["descent"] = baseline, ascent, descent
                break
        else:
            lines.append({"text": text, "left": left, "right": right, "baseline": baseline, "ascent": ascent, "descent": descent})
    return [Line(box(l["left"], l["baseline"] - l["ascent"], l["right"], l["baseline"] + l["descent"]), l["text"]) for l in lines]


def settled(words):
    """`words` with superscripts and subscripts put on the line of the word they follow without a gap."""
    done = []
    for word in sorted(words, key=lambda w: w[1]):
        text, left, right, baseline, ascent, descent = word
        for _, _, end, line, above, below in reversed(done):
            height = above + below
            inside = line - above - 0.3 * height < baseline - ascent and baseline < line + 0.5 * height
            if abs(left - end) < 0.12 * height and ascent + descent < 0.86 * height and inside:
                word = (text, left, right, line, above, below)
                break
        done.append(word)
    return done
