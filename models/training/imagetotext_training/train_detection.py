"""Trains the detector: `python -m imagetotext_training.train_detection --minutes 40`."""

import numpy
import torch
from torch.nn import functional

from . import detection_data
from .networks import Detector
from .page_renderer import PageRenderer
from .page_stream import start_workers
from .training_run import TrainingRun, argument_parser, phases
from .window_pool import WindowPool

BATCH = 6
"""Windows in one batch, as suits a CPU."""

CALIBRATION_BATCHES = 8
"""Batches by which the activation scales of a quantised network are first chosen."""


def main():
    arguments = argument_parser(__doc__, minutes=40, rate=3e-3, out="runs/detection", first_samples=48)
    arguments.add_argument("--batch", type=int, default=BATCH, help="windows in one batch")
    train(arguments.parse_args())


def train(options):
    torch.set_num_threads(options.threads)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    rng, renderer = numpy.random.default_rng(2), PageRenderer(77, validation=True)
    validation = [detection_data.window_sample(renderer.page(), rng) for _ in range(24)]
    queue = start_workers(detection_data.window_samples, options.workers, 64, options.browser)
    pool = WindowPool(queue, device, options.batch)
    pool.fill(options.first_samples)
    run = None
    for phase in phases(options):
        calibration = [pool.batch()[0] for _ in range(CALIBRATION_BATCHES if phase.quantize else 0)]
        run = TrainingRun(Detector().to(memory_format=torch.channels_last), options.out, phase, device, calibration, previous=run)
        while run.fraction() < 1:
            train_step(run, pool, device)
            if run.step % 50 == 0:
                run.log(f"drawn {pool.arrived}")
            if run.checkpoint_due(options.checkpoint_minutes * 60):
                run.save()
                run.log(f"validation IoU {iou(run.average, validation, device):.4f}")
        run.save()


def train_step(run, pool, device):
    """One step on the next batch of `pool`."""
    pool.take_waiting()
    grey, mask, weight = pool.batch()
    run.network.train()
    with torch.autocast(device, dtype=torch.bfloat16):
        logits = run.network.logits(grey.contiguous(memory_format=torch.channels_last))
    run.update(detection_loss(logits.float(), mask, weight), len(grey))


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
