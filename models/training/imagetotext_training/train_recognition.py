"""Trains the recogniser: `python -m imagetotext_training.train_recognition --minutes 120`."""

import numpy
import torch
from rapidfuzz.distance import Levenshtein
from torch.nn import functional

from . import crops, line_pool, recognition_data
from .alphabet import ALPHABET, CLASSES
from .line_pool import LinePool
from .networks import Recogniser
from .page_renderer import PageRenderer
from .page_stream import start_workers
from .training_run import TrainingRun, argument_parser, phases

BATCH_WIDTH = 16_000
"""Pixels of crop width in one batch: about forty lines, as suits a CPU. A GPU takes fifteen times as many."""

CALIBRATION_BATCHES = 12
"""Batches by which the activation scales of a quantised network are first chosen."""


def main():
    arguments = argument_parser(__doc__, minutes=120, rate=2e-3, out="runs/recognition", first_samples=4000)
    arguments.add_argument("--batch-width", type=int, default=BATCH_WIDTH, help="pixels of crop width in one batch")
    train(arguments.parse_args())


def train(options):
    torch.set_num_threads(options.threads)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    validation = validation_lines(300)
    queue = start_workers(line_pool.line_chunks, options.workers, 400, options.browser)
    pool = LinePool(queue, device, options.batch_width)
    pool.fill(options.first_samples)
    run = None
    for phase in phases(options):
        calibration = [pool.batch()[0] for _ in range(CALIBRATION_BATCHES if phase.quantize else 0)]
        network = Recogniser(CLASSES).to(memory_format=torch.channels_last)
        run = TrainingRun(network, options.out, phase, device, calibration, previous=run)
        while run.fraction() < 1:
            train_step(run, pool, device)
            if run.step % 100 == 0:
                run.log(f"drawn {pool.arrived}")
            if run.checkpoint_due(options.checkpoint_minutes * 60):
                run.save()
                run.log("validation CER {:.4f} degraded, {:.4f} clean".format(*(error_rate(run.average, part, device) for part in validation)))
        run.save()


def train_step(run, pool, device):
    """One step on the next batch of `pool`."""
    pool.take_waiting()
    images, widths, targets, lengths = pool.batch()
    run.network.train()
    with torch.autocast(device, dtype=torch.bfloat16):
        scores = run.network(images.contiguous(memory_format=torch.channels_last))
    # Frames beyond a line's own width are padding.
    frames = (-(-widths // 4) * 2).clamp(max=scores.shape[0])
    loss = functional.ctc_loss(scores, targets, frames, lengths, reduction="sum", zero_infinity=True)
    run.update(loss / lengths.sum().clamp(min=1), len(lengths))


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
