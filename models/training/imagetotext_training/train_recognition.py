"""Trains the recogniser: `python -m imagetotext_training.train_recognition --minutes 120`."""

import numpy
import torch
from torch.nn import functional

from . import crops, samples
from .alphabet import ALPHABET, CLASSES
from .networks import Recogniser
from .paper import Paper
from .training import Run, options

AREA = 16_000
"""Pixels of crop width in one batch: about forty lines."""

SHOWN = 12
"""Batches by which steps are chosen."""


def main():
    train(options(__doc__, minutes=120, rate=2e-3, out="runs/recognition").parse_args())


def train(given):
    torch.set_num_threads(given.threads)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    validation = held_out_lines(300)
    queue = samples.start(samples.line_batches, given.workers, 24, given.browser, AREA)
    shown = [torch.from_numpy(queue.get()[0]).float().div_(255).sub_(0.5)[:, None] for _ in range(SHOWN if given.steps else 0)]
    network = Recogniser(CLASSES).to(memory_format=torch.channels_last)
    run = Run(network, given.out, given.minutes, given.rate, device, given.resume, given.steps, shown)
    while run.fraction() < 1:
        images, widths, targets, lengths = queue.get()
        x = torch.from_numpy(images).to(device).float().div_(255).sub_(0.5)[:, None]
        run.network.train()
        with torch.autocast(device, dtype=torch.bfloat16):
            scores = run.network(x.contiguous(memory_format=torch.channels_last))
        # Frames beyond a line's own width are padding.
        frames = torch.from_numpy(numpy.minimum(scores.shape[0], -(-widths // 4) * 2))
        loss = functional.ctc_loss(scores, torch.from_numpy(targets).to(device), frames, torch.from_numpy(lengths), reduction="sum", zero_infinity=True)
        run.update(loss / max(1, int(lengths.sum())), len(lengths))
        if run.step % 100 == 0:
            run.log()
        if run.due():
            run.save()
            run.log("validation CER {:.4f} drawn, {:.4f} clean".format(*(error_rate(run.average, part, device) for part in validation)))
    run.save()


def held_out_lines(count):
    """Two lists of `(crop, text)` in fonts and texts that training never sees: as drawn, and undamaged on screens."""
    paper, rng = Paper(4242, validation=True), numpy.random.default_rng(1)
    drawn, clean = [], []
    while len(drawn) < count:
        drawn.extend(samples.lines_of(paper.sheet(), rng))
    while len(clean) < count:
        for line in (sheet := paper.compose().clipped()).lines:
            if line.text and 8 < line.height() < 40 and (framed := crops.frame(crops.keep(sheet, line))).shape[1] <= crops.WIDEST:
                clean.append((crops.normalise(framed), line.text))
    return drawn[:count], clean[:count]


def read(network, crop, device="cpu"):
    """Greedy CTC reading of one normalised crop."""
    width = -(-crop.shape[1] // 4) * 4
    padded = numpy.pad(crop, ((0, 0), (0, width - crop.shape[1])), constant_values=0.5)
    with torch.no_grad():
        best = network(torch.from_numpy(padded)[None, None].to(device)).argmax(2)[:, 0].tolist()
    return "".join(ALPHABET[k - 1] for k, before in zip(best, [0, *best]) if k and k != before)


def error_rate(network, lines, device="cpu"):
    """Character error rate over `(crop, text)` lines."""
    from rapidfuzz.distance import Levenshtein

    network.eval()
    errors = sum(Levenshtein.distance(read(network, crop, device), text) for crop, text in lines)
    return errors / max(1, sum(len(text) for _, text in lines))


if __name__ == "__main__":
    main()
