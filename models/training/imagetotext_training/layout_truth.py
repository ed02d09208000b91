"""What is true of the segments, rows and blocks of a page: found by the places of its words."""

import json

import numpy

NONE = -1


class Truth:
    """The words of a page of known structure, in reading order, as `layout_pages` wrote them."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            words = json.load(file)
        self.texts = [word[0] for word in words]
        self.boxes = numpy.array([word[1:5] for word in words], float).reshape(-1, 4)
        self.blocks, self.rows, self.cells = (numpy.array([word[i] for word in words], int) for i in (5, 6, 7))
        self.kinds = [word[8] for word in words]
        self._join_fields()
        self.middles = (self.boxes[:, :2] + self.boxes[:, 2:]) / 2

    def _join_fields(self):
        """Blocks of one row that is read across and follow each other are the fields of one form."""
        rows = {}
        for block, row, kind in zip(self.blocks, self.rows, self.kinds):
            rows.setdefault(block, set()).add(row if kind == "table" else NONE)
        before, joined = None, {}
        for block in dict.fromkeys(self.blocks.tolist()):
            is_field = len(rows[block]) == 1 and NONE not in rows[block]
            joined[block] = joined[before] if is_field and before is not None else block
            before = block if is_field else None
        self.blocks = numpy.array([joined[block] for block in self.blocks.tolist()], int)

    def words_in(self, left, top, right, bottom):
        """Numbers of the words whose middles are in a box."""
        x, y = self.middles.T
        return numpy.flatnonzero((x > left) & (x < right) & (y > top) & (y < bottom))


class Matched:
    """A page that was read, with what is true of each of its segments."""

    def __init__(self, page, truth):
        self.page, self.truth = page, truth
        self.words = [truth.words_in(*segment[:4]) for segment in page["segments"]]

    def _majority(self, numbers, words):
        return int(numpy.bincount(numbers[words] + 1).argmax()) - 1 if len(words) else NONE

    def across(self, left, right):
        """Whether two segments are read across, and whether they are in one cell (None: not known)."""
        a, b = self.words[left], self.words[right]
        if not len(a) or not len(b):
            return None, None
        truth, segments = self.truth, self.page["segments"]
        row, cell = ([self._majority(numbers, words) for words in (a, b)] for numbers in (truth.rows, truth.cells))
        block = [self._majority(truth.blocks, words) for words in (a, b)]
        if row[0] != NONE and row[0] == row[1]:
            known = cell[0] != NONE and cell[1] != NONE
            return 1, int(cell[0] == cell[1]) if known else None
        if row[0] != row[1] or block[0] != block[1]:
            return 0, None
        follows = 0 < b[0] - a[-1] <= 2
        is_initial = len(a) == 1 and segments[left][4] > 1.6 * segments[right][4] and b[0] - a[0] < 60
        return int(follows or is_initial), 1

    def of_row(self, cells):
        """Numbers of block and row that most words of a row have."""
        words = numpy.concatenate([self.words[it] for cell in cells for it in cell] or [[]]).astype(int)
        return self._majority(self.truth.blocks, words), self._majority(self.truth.rows, words)

    def of_block(self, rows):
        """Median number of the words of a block in reading order (None without words), and its kind."""
        words = numpy.concatenate([self.words[it] for row in rows for cell in row for it in cell] or [[]]).astype(int)
        if not len(words):
            return None, None
        kinds = [self.truth.kinds[word] for word in words]
        return float(numpy.median(words)), max(sorted(set(kinds)), key=kinds.count)
