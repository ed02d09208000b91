"""What both training runs share: command line, learning rate, averaged weights, checkpoints, log."""

import argparse
import copy
import math
import os
import time

import torch

from .quantization import is_quantized, quantize
from .weights import load_weights


def argument_parser(description, minutes, rate, out):
    """The command line of a training run, with the defaults of that run."""
    arguments = argparse.ArgumentParser(description=description)
    arguments.add_argument("--minutes", type=float, default=minutes)
    arguments.add_argument("--rate", type=float, default=rate, help="highest learning rate")
    arguments.add_argument("--out", default=out, help="folder for checkpoint and log")
    arguments.add_argument("--browser", default="runs/browser", help="folder with pages that browser_pages rendered")
    arguments.add_argument("--resume", help="checkpoint, or shipped ONNX file, to continue from")
    arguments.add_argument("--quantize", action="store_true", help="quantisation-aware training, as the shipped networks need")
    arguments.add_argument("--workers", type=int, default=1, help="processes that generate samples")
    arguments.add_argument("--threads", type=int, default=1, help="threads of PyTorch")
    return arguments


class TrainingRun:
    """A resumable run of `minutes`: AdamW with warm-up and cosine decay by time, averaged weights, checkpoints.

    `resume` is a checkpoint or a shipped ONNX file. With `quantize_network` the network is quantised, unless `resume`
    already is; its first activation scales are chosen by `calibration`, batches of inputs.
    `network` is trained; `average`, its exponential moving average, is what is evaluated and exported.
    """

    def __init__(self, network, folder, minutes, rate, device, resume=None, quantize_network=False, calibration=()):
        network = load_weights(network, resume) if resume else network
        if quantize_network and not is_quantized(network):
            network = quantize(network, calibration)
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
        self.first_step = self.step

    def fraction(self):
        """How much of the run's time is over, 0 to 1."""
        return min(1.0, (time.time() - self.started) / self.seconds)

    def update(self, loss, samples):
        """One optimiser step on `loss`, the loss of a batch of `samples` samples."""
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        norm = torch.nn.utils.clip_grad_norm_(self.network.parameters(), 2.0)
        warm_up = min(1.0, (self.step - self.first_step + 1) / 200)
        rate = self.rate * warm_up * (0.02 + 0.49 * (1 + math.cos(math.pi * self.fraction())))
        for group in self.optimiser.param_groups:
            group["lr"] = rate
        if torch.isfinite(norm):
            self.optimiser.step()
        self.step += 1
        self.samples += samples
        share = 0.02 if self.step - self.first_step > 1 else 1.0
        self.loss += share * (loss.item() - self.loss)
        decay = min(0.999, (self.step + 1) / (self.step + 50))
        with torch.no_grad():
            for mean, value in zip(self.average.state_dict().values(), self.network.state_dict().values()):
                if mean.dtype.is_floating_point:
                    mean.lerp_(value, 1 - decay)
                else:
                    mean.copy_(value)

    def log(self, text=""):
        """Prints a line and appends it to the run's log."""
        line = f"{time.time() - self.started:6.0f}s step {self.step} samples {self.samples} loss {self.loss:.4f} {text}"
        print(line, flush=True)
        with open(os.path.join(self.folder, "log.txt"), "a", encoding="utf-8") as file:
            file.write(line + "\n")

    def checkpoint_due(self, interval=600):
        """True every `interval` seconds and at the end: time to evaluate and save."""
        if time.time() - self.saved < interval and self.fraction() < 1:
            return False
        self.saved = time.time()
        return True

    def save(self):
        """Replaces `checkpoint.pt` atomically."""
        path = os.path.join(self.folder, "checkpoint.pt")
        state = {"network": self.network.state_dict(), "average": self.average.state_dict(), "optimiser": self.optimiser.state_dict(), "step": self.step, "samples": self.samples}
        torch.save(state, path + ".new")
        os.replace(path + ".new", path)
