"""Error rates of a CJK recogniser on lines in held-out fonts and texts."""

import itertools

import torch

from . import LANGUAGES
from .alphabet import ALPHABET
from .line_batches import BUCKET_WIDTHS, collate, samples
from .line_renderer import LineRenderer
from .replay import tensor


def validation_lines(folder, count):
    """language → `count` samples."""
    renderer = LineRenderer(4242, folder, validation=True)
    fitting = lambda language: (s for s in samples(renderer, language) if s[1] and s[0].shape[1] <= BUCKET_WIDTHS[-1])
    return {language: list(itertools.islice(fitting(language), count)) for language in LANGUAGES}


def error_rate(network, lines, device):
    """Character error rate."""
    network.eval()
    errors = characters = 0
    lines = sorted(lines, key=lambda sample: sample[0].shape[1])
    for start in range(0, len(lines), 16):
        part = lines[start : start + 16]
        width = -(-part[-1][0].shape[1] // 8) * 8
        images = torch.from_numpy(collate(part, width)[0]).to(device)
        with torch.no_grad(), torch.autocast(device, dtype=torch.bfloat16, enabled=device == "cuda"):
            best = network.logits(tensor(images)).argmax(2).tolist()
        for classes, (_, text, _) in zip(best, part):
            errors += distance(collapse(classes), text)
            characters += len(text)
    return errors / max(1, characters)


def collapse(classes):
    """The text of the best CTC class of each frame, without blanks and repeats."""
    return "".join(ALPHABET[k - 1] for k, previous in zip(classes, [0, *classes]) if k and k != previous)


def distance(a, b):
    """The Levenshtein distance."""
    row = list(range(len(b) + 1))
    for i, c in enumerate(a):
        above, row[0] = row[0], i + 1
        for j, d in enumerate(b):
            above, row[j + 1] = row[j + 1], min(row[j] + 1, row[j + 1] + 1, above + (c != d))
    return row[-1]
