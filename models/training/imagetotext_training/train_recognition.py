"""Trains the recognisers: `python -m imagetotext_training.train_recognition --minutes 120`.

`--latin ../recognition.onnx` trains that of Latin on the same lines, from these weights.
"""

import dataclasses
import os

import numpy
import torch
from rapidfuzz.distance import Levenshtein
from torch.nn import functional

from . import crops, latin_recogniser, line_pool, recognition_data
from .alphabet import ALPHABET, CLASSES
from .line_pool import LinePool
from .networks import Recogniser
from .page_renderer import PageRenderer
from .page_stream import start_workers
from .training_run import TrainingRun, argument_parser, phases
from .weights import recogniser_for

BATCH_WIDTH = 16_000
"""Pixels of crop width in one batch: about forty lines, as suits a CPU. A GPU takes fifteen times as many."""

CALIBRATION_BATCHES = 12
"""Batches by which the activation scales of a quantised network are first chosen."""


def main():
    arguments = argument_parser(__doc__, minutes=120, rate=2e-3, out="runs/recognition", first_samples=4000)
    arguments.add_argument("--batch-width", type=int, default=BATCH_WIDTH, help="pixels of crop width in one batch")
    arguments.add_argument("--validation", type=int, default=300, help="lines of either kind for validation")
    arguments.add_argument("--latin", help="checkpoint or ONNX file of the recogniser of Latin, to train it as well")
    arguments.add_argument("--all-share", type=float, default=1.0, help="share of the batches from which that of all alphabets learns")
    train(arguments.parse_args())


def train(options):
    torch.set_num_threads(options.threads)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    # The workers draw while the validation lines are drawn here.
    queue = start_workers(line_pool.line_chunks, options.workers, 400, options.browser)
    validation = validation_lines(options.validation)
    pool = LinePool(queue, device, options.batch_width)
    pool.fill(options.first_samples)
    run = latin_run = None
    for phase in phases(options):
        calibration = [pool.batch()[0] for _ in range(CALIBRATION_BATCHES)]
        run = TrainingRun(Recogniser(CLASSES).to(memory_format=torch.channels_last), options.out, phase, device, calibration, previous=run)
        if options.latin:
            own = phase if latin_run else dataclasses.replace(phase, resume=options.latin)
            network = recogniser_for(options.latin, latin_recogniser.CLASSES, latin_recogniser.DILATIONS).to(memory_format=torch.channels_last)
            latin_run = TrainingRun(network, os.path.join(options.out, "latin"), own, device, calibration, previous=latin_run)
        while run.fraction() < 1:
            pool.take_waiting()
            images, widths, targets, lengths = pool.batch()
            if pool.random.random() < options.all_share:
                train_step(run, images, widths, targets, lengths, device)
            if latin_run:
                train_step(latin_run, *latin_recogniser.latin_lines(images, widths, targets, lengths), device)
            first = latin_run or run
            if first.step % 100 == 0:
                first.log(f"drawn {pool.arrived}")
            if run.checkpoint_due(options.checkpoint_minutes * 60):
                save(run, validation, device)
                if latin_run:
                    save(latin_run, latin_recogniser.known_lines(validation), device)
        for each in (run, latin_run):
            if each:
                each.save()


def train_step(run, images, widths, targets, lengths, device):
    """One step on a batch, if it has any lines."""
    if not len(images):
        return
    run.network.train()
    with torch.autocast(device, dtype=torch.bfloat16):
        scores = run.network(images.contiguous(memory_format=torch.channels_last))
    # Frames beyond a line's own width are padding.
    frames = (-(-widths // 4) * 2).clamp(max=scores.shape[0])
    loss = functional.ctc_loss(scores, targets, frames, lengths, reduction="sum", zero_infinity=True)
    run.update(loss / lengths.sum().clamp(min=1), len(lengths))


def save(run, validation, device):
    """Saves a checkpoint and logs the error rates of its averaged weights."""
    run.save()
    run.log("validation CER {:.4f} degraded, {:.4f} clean".format(*(error_rate(run.average, part, device) for part in validation)))


def validation_lines(count):
    """Two lists of `(crop, text)` in held-out fonts and texts: degraded as in training, and clean as on a screen."""
    renderer, rng = PageRenderer(4242, validation=True), numpy.random.default_rng(1)
    degraded, clean = [], []
    while len(degraded) < count:
        degraded.extend(recognition_data.line_samples(renderer.page(), rng))
    while len(clean) < count:
        page = renderer.compose().clipped()
        for line in page.lines:
            if line.text and 8 < line.height() < 40:
                crop = crops.resample(crops.extract(page, line))
                if crop.shape[1] <= crops.MAX_WIDTH:
                    clean.append((crops.normalise(crop), line.text))
    return degraded[:count], clean[:count]


def greedy_decode(network, crop, device="cpu"):
    """The text of one normalised crop: the best CTC class of each frame, without blanks and repeats."""
    width = -(-crop.shape[1] // 4) * 4
    padded = numpy.pad(crop, ((0, 0), (0, width - crop.shape[1])), constant_values=0.5)
    with torch.no_grad():
        best = network(torch.from_numpy(padded)[None, None].to(device)).argmax(2)[:, 0].tolist()
    return "".join(ALPHABET[k - 1] for k, previous in zip(best, [0, *best]) if k and k != previous)


def error_rate(network, lines, device="cpu"):
    """Character error rate over `(crop, text)` lines."""
    network.eval()
    errors = sum(Levenshtein.distance(greedy_decode(network, crop, device), text) for crop, text in lines)
    return errors / max(1, sum(len(text) for _, text in lines))


if __name__ == "__main__":
    main()
