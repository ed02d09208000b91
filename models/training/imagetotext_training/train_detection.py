"""Trains the detector: `python -m imagetotext_training.train_detection --minutes 40`."""

import numpy
import torch
from torch.nn import functional

from . import samples
from .networks import Detector
from .paper import Paper
from .training import Run, options

BATCH = 6


def main():
    train(options(__doc__, minutes=40, rate=3e-3, out="runs/detection").parse_args())


def train(given):
    torch.set_num_threads(given.threads)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    rng, paper = numpy.random.default_rng(2), Paper(77, validation=True)
    validation = [samples.window(paper.sheet(), rng) for _ in range(24)]
    queue = samples.start(samples.windows, given.workers, 64, given.browser)
    pool = [queue.get() for _ in range(48)]
    shown = [tensors(pool[at : at + BATCH], "cpu")[0] for at in range(0, len(pool), BATCH)]
    network = Detector().to(memory_format=torch.channels_last)
    run = Run(network, given.out, given.minutes, given.rate, device, given.resume, given.steps, shown)
    while run.fraction() < 1:
        # Each window is used a few times: drawing one costs about as much as learning from it.
        for _ in range(BATCH // 2):
            pool[rng.integers(len(pool))] = queue.get()
        grey, core, weight = tensors([pool[rng.integers(len(pool))] for _ in range(BATCH)], device)
        run.network.train()
        with torch.autocast(device, dtype=torch.bfloat16):
            logits = run.network.logits(grey.contiguous(memory_format=torch.channels_last))
        run.update(loss_of(logits.float(), core, weight), BATCH)
        if run.step % 50 == 0:
            run.log()
        if run.due():
            run.save()
            run.log(f"validation overlap {overlap(run.average, validation, device):.4f}")
    run.save()


def tensors(windows, device):
    grey, core, weight = (torch.from_numpy(numpy.stack(part)).to(device).float()[:, None] for part in zip(*windows))
    return grey / 255 - 0.5, core, weight


def loss_of(logits, core, weight):
    """Weighted cross-entropy plus Dice, which balances the few text pixels against the many others."""
    entropy = functional.binary_cross_entropy_with_logits(logits, core, weight=weight)
    probability = torch.sigmoid(logits) * (weight > 0)
    dice = 1 - (2 * (probability * core).sum() + 1) / (probability.sum() + core.sum() + 1)
    return entropy + 0.5 * dice


def overlap(network, windows, device="cpu"):
    """Intersection over union of predicted and true cores."""
    network.eval()
    grey, core, weight = tensors(windows, device)
    with torch.no_grad():
        found = torch.cat([network(g[None]) for g in grey]) > 0.5
    found, core = found & (weight > 0), core > 0
    return ((found & core).sum() / (found | core).sum()).item()


if __name__ == "__main__":
    main()
