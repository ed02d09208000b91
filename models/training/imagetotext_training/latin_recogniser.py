"""What the recogniser of Latin learns from lines in all alphabets.

It has the first characters of the alphabet only. Any other sign, such as a rare currency or a Greek letter in a
formula, is `OTHER` to it, so that it does not read a letter that looks similar. Lines with many of them, above all
those in another script, are left out.
"""

import torch

from .alphabet import ALPHABET, CLASS_OF, ORIGINAL, OTHER

CLASSES = ORIGINAL + 1
"""Class 0 is the CTC blank; class i + 1 is the i-th character, as in the network of all alphabets."""

DILATIONS = (1, 2, 4, 1)
"""Dilations of its convolutions along the line: one less than in the network of all alphabets, which makes it faster."""

UNKNOWN_SHARE = 0.1
"""Largest share of characters that it lacks in a line that it learns from, beside one."""


def latin_lines(images, widths, targets, lengths):
    """The lines of a batch that are in Latin letters, with their targets in the classes of this recogniser."""
    classes, unknown = (table.to(targets.device) for table in (_CLASS, _UNKNOWN))
    kept = unknown[targets].sum(1) <= 1 + UNKNOWN_SHARE * lengths
    return images[kept], widths[kept], classes[targets[kept]], lengths[kept]


def known_lines(validation):
    """The lines of each list of `(crop, text)` that consist of characters that it has."""
    return tuple([(crop, text) for crop, text in lines if all(CLASS_OF[c] <= ORIGINAL for c in text)] for lines in validation)


def _class_of(character):
    # The long s is a kind of s, and not every old print has a font with it.
    known = "s" if character == "ſ" else character
    index = CLASS_OF[known]
    return index if index <= ORIGINAL else CLASS_OF[OTHER]


_CLASS = torch.tensor([0, *map(_class_of, ALPHABET)])
_UNKNOWN = torch.tensor([0, *(CLASS_OF[c] > ORIGINAL and c != "ſ" for c in ALPHABET)]).long()
