"""Error rates of recognised text, computed as in `xtask/src/bench/score.rs`.

Typographic punctuation counts as its plain form, and runs of white space as single spaces."""

import collections
import dataclasses
import unicodedata

from rapidfuzz.distance import Levenshtein

FOLD = str.maketrans({"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "−": "-", "…": "...", "\u00a0": " ", "«": '"', "»": '"', "•": "*", "·": "*", "●": "*", "▪": "*"})


@dataclasses.dataclass
class Score:
    """Counts for one picture, or sums over several."""

    edits: int = 0
    characters: int = 0
    common_words: int = 0
    words: int = 0

    @classmethod
    def of(cls, expected, actual):
        """Compares recognised text with the true text."""
        expected, actual = normalise(expected), normalise(actual)
        expected_words, actual_words = collections.Counter(expected.split()), collections.Counter(actual.split())
        common = (expected_words & actual_words).total()
        return cls(Levenshtein.distance(expected, actual), len(expected), common, expected_words.total() + actual_words.total())

    @classmethod
    def sum(cls, scores):
        return cls(*(sum(counts) for counts in zip(*(dataclasses.astuple(score) for score in scores))))

    def error_rate(self):
        """Edit distance over the number of characters."""
        return self.edits / max(1, self.characters)

    def f1(self):
        """F1 of the bag of words: their order does not count."""
        return 2 * self.common_words / max(1, self.words)


def normalise(text):
    return " ".join(unicodedata.normalize("NFC", text).translate(FOLD).split())
