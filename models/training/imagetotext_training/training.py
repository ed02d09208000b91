"""What both training runs share: schedule, averaged weights, checkpoints, log."""

import argparse
import copy
import math
import os
import time

import torch

from .steps import Rounded, rounded
from .weights import load


def options(description, minutes, rate, out):
    """The parser of what a training run can be told on its command line, with the defaults of that run."""
    arguments = argparse.ArgumentParser(description=description)
    arguments.add_argument("--minutes", type=float, default=minutes)
    arguments.add_argument("--rate", type=float, default=rate, help="highest learning rate")
    arguments.add_argument("--out", default=out, help="folder of checkpoint and log")
    arguments.add_argument("--browser", default="runs/browser", help="folder of browser sheets")
    arguments.add_argument("--resume", help="checkpoint, or shipped ONNX file, to go on from")
    arguments.add_argument("--steps", action="store_true", help="count in whole steps, as what is shipped does")
    arguments.add_argument("--workers", type=int, default=1, help="processes that make samples")
    arguments.add_argument("--threads", type=int, default=1, help="threads that learn")
    return arguments


def is_stepped(network):
    """Whether `network` counts in whole steps."""
    return any(isinstance(module, Rounded) for module in network.modules())


class Run:
    """A resumable run of `minutes`: AdamW with warm-up and cosine decay by time, averaged weights, checkpoints.

    `resume` is a checkpoint or a shipped ONNX file. With `steps`, or when that counts in steps already, `network` is
    made to; its first steps are chosen by `shown`, batches of inputs.
    `network` is trained; `average` (exponential moving average of it) is what is evaluated and exported.
    """

    def __init__(self, network, folder, minutes, rate, device, resume=None, steps=False, shown=()):
        network = load(network, resume) if resume else network
        if steps and not is_stepped(network):
            network = rounded(network, shown)
        self.network, self.folder, self.seconds, self.rate, self.device = network.to(device), folder, minutes * 60, rate, device
        self.average = copy.deepcopy(self.network).eval()
        decayed = [p for p in network.parameters() if p.ndim > 1]
        others = [p for p in network.parameters() if p.ndim <= 1]
        self.optimiser = torch.optim.AdamW([{"params": decayed, "weight_decay": 0.01}, {"params": others, "weight_decay": 0.0}], rate, betas=(0.9, 0.98))
        self.step, self.samples, self.loss, self.started, self.saved = 0, 0, 0.0, time.time(), time.time()
        os.makedirs(folder, exist_ok=True)
        state = torch.load(resume, map_location=device) if resume and not resume.endswith(".onnx") else {}
        if state and state["network"].keys() == self.network.state_dict().keys():
            self.network.load_state_dict(state["network"])
            self.optimiser.load_state_dict(state["optimiser"])
            self.step, self.samples = state["step"], state["samples"]
        self.first = self.step

    def fraction(self):
        """How much of the run's time is over, 0 to 1."""
        return min(1.0, (time.time() - self.started) / self.seconds)

    def update(self, loss, samples):
        """One optimiser step on `loss`, which stands for `samples` samples."""
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        norm = torch.nn.utils.clip_grad_norm_(self.network.parameters(), 2.0)
        warm = min(1.0, (self.step - self.first + 1) / 200)
        rate = self.rate * warm * (0.02 + 0.49 * (1 + math.cos(math.pi * self.fraction())))
        for group in self.optimiser.param_groups:
            group["lr"] = rate
        if torch.isfinite(norm):
            self.optimiser.step()
        self.step += 1
        self.samples += samples
        share = 0.02 if self.step - self.first > 1 else 1.0
        self.loss += share * (loss.item() - self.loss)
        keep = min(0.999, (self.step + 1) / (self.step + 50))
        with torch.no_grad():
            for mean, value in zip(self.average.state_dict().values(), self.network.state_dict().values()):
                if mean.dtype.is_floating_point:
                    mean.lerp_(value, 1 - keep)
                else:
                    mean.copy_(value)

    def log(self, text=""):
        """Prints and appends a line to the run's log."""
        line = f"{time.time() - self.started:6.0f}s step {self.step} samples {self.samples} loss {self.loss:.4f} {text}"
        print(line, flush=True)
        with open(os.path.join(self.folder, "log.txt"), "a", encoding="utf-8") as file:
            file.write(line + "\n")

    def due(self, every=600):
        """True every `every` seconds and at the end: time to evaluate and save."""
        if time.time() - self.saved < every and self.fraction() < 1:
            return False
        self.saved = time.time()
        return True

    def save(self):
        """Writes `checkpoint.pt` whole or not at all."""
        path = os.path.join(self.folder, "checkpoint.pt")
        state = {"network": self.network.state_dict(), "average": self.average.state_dict(), "optimiser": self.optimiser.state_dict(), "step": self.step, "samples": self.samples}
        torch.save(state, path + ".new")
        os.replace(path + ".new", path)
