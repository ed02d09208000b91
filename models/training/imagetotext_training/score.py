"""How much of a text was read, counted as `xtask/src/score.rs` does: marks of print folded into plain ones, white
space into single blanks, everything else counts."""

import collections
import dataclasses
import unicodedata

from rapidfuzz.distance import Levenshtein

FOLD = str.maketrans({"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "−": "-", "…": "...", "\u00a0": " ", "«": '"', "»": '"', "•": "*", "·": "*", "●": "*", "▪": "*"})


@dataclasses.dataclass
class Score:
    """Counts of one picture, or sums over several."""

    edits: int = 0
    characters: int = 0
    words_in_both: int = 0
    words: int = 0

    @classmethod
    def of(cls, want, got):
        """Compares what stands in a picture with what was read."""
        want, got = normal(want), normal(got)
        wanted, read = collections.Counter(want.split()), collections.Counter(got.split())
        return cls(Levenshtein.distance(want, got), len(want), (wanted & read).total(), wanted.total() + read.total())

    @classmethod
    def sum(cls, scores):
        return cls(*(sum(counts) for counts in zip(*(dataclasses.astuple(score) for score in scores))))

    def error_rate(self):
        """Edit distance over the number of characters."""
        return self.edits / max(1, self.characters)

    def f1(self):
        """F1 of the bag of words: order does not count."""
        return 2 * self.words_in_both / max(1, self.words)


def normal(text):
    return " ".join(unicodedata.normalize("NFC", text).translate(FOLD).split())
