"""Pages bent as paper is: the curl of an open book and waves of loose sheets. Their lines become chains of quads."""

import cv2
import numpy

from .labelled_page import LabelledPage, TextLine

PIECE_LENGTH = 1.5
"""Length of a piece of a chain, in line heights."""

STRAIGHT = 0.06
"""A line that bends less than this many line heights stays one quad."""


class PageCurl:
    """A bend of a page: column x shifts down by `depth(x)`, more at the top or the bottom, and columns get narrower."""

    def __init__(self, size, rng):
        width, height = size
        self.columns = numpy.arange(width, dtype=numpy.float64)
        across = self.columns / width
        if rng.random() < 0.6:
            # An open book: the paper falls into the gutter at one side.
            reach = rng.uniform(0.1, 0.5)
            fall = numpy.exp(-across / reach)
            if rng.random() < 0.5:
                fall = fall[::-1]
            depth = fall * rng.choice([-1, 1]) * rng.uniform(0.01, 0.07) * height
            density = 1 + fall * rng.uniform(0, 0.8)
        else:
            depth = numpy.sin(across * rng.uniform(2, 7) + rng.uniform(0, 6)) * rng.uniform(0.003, 0.02) * height
            density = numpy.ones(width)
        self.depth = depth - depth.mean()
        # `source[x]`: the column of the flat page that column x of the bent page shows.
        source = numpy.cumsum(density)
        self.source = (source - source[0]) * (width - 1) / (source[-1] - source[0])
        self.growth = rng.uniform(-0.8, 0.8) / height

    def flat_rows(self, rows):
        """The rows of the flat page that `rows` of the bent page show, one line of the array for each row."""
        return rows[:, None] - self.depth * (1 + self.growth * rows[:, None])

    def move(self, points):
        """Where `points` of the flat page are on the bent page."""
        x = numpy.interp(points[:, 0], self.source, self.columns)
        depth = numpy.interp(x, self.columns, self.depth)
        return numpy.stack([x, (points[:, 1] + depth) / (1 - self.growth * depth)], 1)


def bend(page, rng):
    """The page with a random curl."""
    height, width = page.image.shape
    curl = PageCurl((width, height), rng)
    rows = curl.flat_rows(numpy.arange(height, dtype=numpy.float64)).astype(numpy.float32)
    columns = numpy.broadcast_to(curl.source.astype(numpy.float32), rows.shape)
    image = cv2.remap(page.image, numpy.ascontiguousarray(columns), rows, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return LabelledPage(image, [bent_line(line, curl.move) for line in page.lines])


def bent_line(line, move):
    """`line` with all points moved by `move`: a chain of quads if it is curved."""
    start, end, end_below, start_below = line.quad.astype(numpy.float64)
    length = float(numpy.linalg.norm(end - start))
    count = max(1, round(length / (PIECE_LENGTH * max(1.0, line.height()))))
    shares = numpy.linspace(0, 1, count + 1)[:, None]
    above, below = move(start + (end - start) * shares), move(start_below + (end_below - start_below) * shares)
    quad, sag = straight_fit(above, below)
    chain = [numpy.array([above[i], above[i + 1], below[i + 1], below[i]], numpy.float32) for i in range(count)]
    return TextLine(quad, line.text, chain if sag > STRAIGHT and count > 1 else None)


def straight_fit(above, below):
    """The straight quad that fits a band between two polylines best, and how far the band strays, in line heights."""
    middle, half = (above + below) / 2, (below - above) / 2
    along = middle[-1] - middle[0]
    along = along / max(1e-6, float(numpy.linalg.norm(along)))
    across = numpy.array([-along[1], along[0]])
    position, offset = (middle - middle[0]) @ along, (middle - middle[0]) @ across
    if len(middle) > 2:
        slope, level = numpy.polyfit(position, offset, 1)
    else:
        slope, level = 0.0, 0.0
    ends = [middle[0] + along * p + across * (level + slope * p) for p in (position[0], position[-1])]
    mean = half.mean(0)
    sag = float(numpy.abs(offset - level - slope * position).max()) / max(1e-6, 2 * float(numpy.linalg.norm(mean)))
    return numpy.array([ends[0] - mean, ends[1] - mean, ends[1] + mean, ends[0] + mean], numpy.float32), sag
