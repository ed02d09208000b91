"""Trains the detector: `python -m imagetotext_training.train_detection --minutes 40`."""

import numpy
import torch
from torch.nn import functional

from . import detection_data
from .networks import Detector
from .page_renderer import PageRenderer
from .page_stream import start_workers
from .training_run import TrainingRun, argument_parser

BATCH = 6


def main():
    train(argument_parser(__doc__, minutes=40, rate=3e-3, out="runs/detection").parse_args())


def train(options):
    torch.set_num_threads(options.threads)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    rng, renderer = numpy.random.default_rng(2), PageRenderer(77, validation=True)
    validation = [detection_data.window_sample(renderer.page(), rng) for _ in range(24)]
    queue = start_workers(detection_data.window_samples, options.workers, 64, options.browser)
    pool = [queue.get() for _ in range(48)]
    calibration = [tensors(pool[at : at + BATCH], "cpu")[0] for at in range(0, len(pool), BATCH)]
    network = Detector().to(memory_format=torch.channels_last)
    run = TrainingRun(network, options.out, options.minutes, options.rate, device, options.resume, options.quantize, calibration)
    while run.fraction() < 1:
        # Each window is used a few times: drawing one costs about as much as a training step on it.
        for _ in range(BATCH // 2):
            pool[rng.integers(len(pool))] = queue.get()
        grey, mask, weight = tensors([pool[rng.integers(len(pool))] for _ in range(BATCH)], device)
        run.network.train()
        with torch.autocast(device, dtype=torch.bfloat16):
            logits = run.network.logits(grey.contiguous(memory_format=torch.channels_last))
        run.update(detection_loss(logits.float(), mask, weight), BATCH)
        if run.step % 50 == 0:
            run.log()
        if run.checkpoint_due():
            run.save()
            run.log(f"validation IoU {iou(run.average, validation, device):.4f}")
    run.save()


def tensors(windows, device):
    grey, mask, weight = (torch.from_numpy(numpy.stack(part)).to(device).float()[:, None] for part in zip(*windows))
    return grey / 255 - 0.5, mask, weight


def detection_loss(logits, mask, weight):
    """Weighted cross-entropy plus Dice loss, which balances the few text pixels against the many others."""
    entropy = functional.binary_cross_entropy_with_logits(logits, mask, weight=weight)
    probability = torch.sigmoid(logits) * (weight > 0)
    dice = 1 - (2 * (probability * mask).sum() + 1) / (probability.sum() + mask.sum() + 1)
    return entropy + 0.5 * dice


def iou(network, windows, device="cpu"):
    """Intersection over union of predicted and true text pixels."""
    network.eval()
    grey, mask, weight = tensors(windows, device)
    with torch.no_grad():
        predicted = torch.cat([network(g[None]) for g in grey]) > 0.5
    predicted, mask = predicted & (weight > 0), mask > 0
    return ((predicted & mask).sum() / (predicted | mask).sum()).item()


if __name__ == "__main__":
    main()
