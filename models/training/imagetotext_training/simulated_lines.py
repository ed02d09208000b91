"""Lines as the engine would find them on a page of known structure, without reading its picture."""

import json
import random

from .layout_truth import Truth

HEIGHT = 0.92
"""Height of a line that the engine finds, as a share of the height of the browser's boxes."""


def lines_of(truth, rng):
    """The lines of a page: words at one level that are not further apart than the detector joins."""
    widest = rng.uniform(0.7, 1.5)
    boxes = truth.boxes
    order = sorted(range(len(boxes)), key=lambda it: boxes[it][0])
    lines = []
    for word in order:
        left, top, right, bottom = boxes[word]
        height = bottom - top
        best = None
        for line in reversed(lines[-400:]):
            other = boxes[line[-1]]
            level = abs((other[1] + other[3]) - (top + bottom)) / 2 < 0.25 * height
            alike = 0.75 < (other[3] - other[1]) / height < 1.33
            gap = (left - other[2]) / height
            if level and alike and -0.3 < gap < widest * rng.uniform(0.85, 1.15) and (best is None or other[2] > boxes[best[-1]][2]):
                best = line
        if best is None:
            lines.append([word])
        else:
            best.append(word)
    return [line_of(truth, line, rng) for line in lines]


def line_of(truth, words, rng):
    boxes = [truth.boxes[word] for word in words]
    top, bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
    height = (bottom - top) * HEIGHT * rng.uniform(0.93, 1.07)
    middle = (top + bottom) / 2 + rng.uniform(-0.03, 0.03) * height
    top, bottom = middle - height / 2, middle + height / 2
    quad = lambda left, right: [[left, top], [right, top], [right, bottom], [left, bottom]]
    jitter = lambda: rng.uniform(-0.05, 0.05) * height
    placed = []
    for word, box in zip(words, boxes):
        text = truth.texts[word]
        placed.append({"text": text, "quad": quad(box[0] + jitter(), box[2] + jitter()), "confidence": 0.99, "characters": [0.99] * len(text)})
    return {"quad": quad(boxes[0][0] - 0.15 * height, boxes[-1][2] + 0.15 * height), "start": "newLine", "indent": 0, "words": placed}


def write(truth_path, path, seed):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(lines_of(Truth(truth_path), random.Random(seed)), file)
