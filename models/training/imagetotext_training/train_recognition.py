"""Trains the recogniser: `python -m imagetotext_training.train_recognition --minutes 120`."""

import numpy
import torch
from rapidfuzz.distance import Levenshtein
from torch.nn import functional

from . import crops, recognition_data
from .alphabet import ALPHABET, CLASSES
from .networks import Recogniser
from .page_renderer import PageRenderer
from .page_stream import start_workers
from .training_run import TrainingRun, argument_parser

BATCH_WIDTH = 16_000
"""Pixels of crop width in one batch: about forty lines."""

CALIBRATION_BATCHES = 12
"""Batches by which the activation scales of a quantised network are first chosen."""


def main():
    train(argument_parser(__doc__, minutes=120, rate=2e-3, out="runs/recognition").parse_args())


def train(options):
    torch.set_num_threads(options.threads)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    validation = validation_lines(300)
    queue = start_workers(recognition_data.line_batches, options.workers, 24, options.browser, BATCH_WIDTH)
    calibration = [tensor(queue.get()[0], "cpu") for _ in range(CALIBRATION_BATCHES if options.quantize else 0)]
    network = Recogniser(CLASSES).to(memory_format=torch.channels_last)
    run = TrainingRun(network, options.out, options.minutes, options.rate, device, options.resume, options.quantize, calibration)
    while run.fraction() < 1:
        images, widths, targets, lengths = queue.get()
        run.network.train()
        with torch.autocast(device, dtype=torch.bfloat16):
            scores = run.network(tensor(images, device).contiguous(memory_format=torch.channels_last))
        # Frames beyond a line's own width are padding.
        frames = torch.from_numpy(numpy.minimum(scores.shape[0], -(-widths // 4) * 2))
        loss = functional.ctc_loss(scores, torch.from_numpy(targets).to(device), frames, torch.from_numpy(lengths), reduction="sum", zero_infinity=True)
        run.update(loss / max(1, int(lengths.sum())), len(lengths))
        if run.step % 100 == 0:
            run.log()
        if run.checkpoint_due():
            run.save()
            run.log("validation CER {:.4f} degraded, {:.4f} clean".format(*(error_rate(run.average, part, device) for part in validation)))
    run.save()


def tensor(images, device):
    return torch.from_numpy(images).to(device).float().div_(255).sub_(0.5)[:, None]


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
