"""What all training runs share: command line, learning rate, averaged weights, checkpoints, log."""

import argparse
import copy
import dataclasses
import math
import os
import time

import torch

from .quantization import is_quantized, quantize, with_batch_norms
from .weights import load_weights

WARM_UP_STEPS = 200
"""Steps over which the learning rate rises."""

QUANTIZED_RATE = 0.12
"""Learning rate of quantisation-aware training after a floating-point phase, as a share of that of this phase."""


def argument_parser(description, minutes, rate, out, first_samples):
    """The command line of a training run, with the defaults of that run."""
    arguments = argparse.ArgumentParser(description=description)
    arguments.add_argument("--minutes", type=float, default=minutes)
    arguments.add_argument("--rate", type=float, default=rate, help="highest learning rate")
    arguments.add_argument("--out", default=out, help="folder for checkpoints and log")
    arguments.add_argument("--browser", default="runs/browser", help="folder with pages that browser_pages rendered")
    arguments.add_argument("--resume", help="checkpoint, or shipped ONNX file, to continue from")
    arguments.add_argument("--quantize", action="store_true", help="quantisation-aware training, as the shipped networks need")
    arguments.add_argument("--quantize-after", type=float, help="minutes in floating point, before --quantize for the rest")
    arguments.add_argument("--workers", type=int, default=1, help="processes that generate samples")
    arguments.add_argument("--threads", type=int, default=1, help="threads of PyTorch")
    arguments.add_argument("--first-samples", type=int, default=first_samples, help="samples to wait for before the first step")
    arguments.add_argument("--checkpoint-minutes", type=float, default=10)
    return arguments


@dataclasses.dataclass
class Phase:
    """A part of a run with a learning rate of its own, which falls to the end of the part."""

    name: str
    minutes: float
    rate: float
    quantize: bool = False
    resume: str | None = None


def phases(options):
    """The phases of a run: one, or with `--quantize-after` one in floating point and one quantised."""
    if options.quantize_after is None:
        return [Phase("checkpoint", options.minutes, options.rate, options.quantize, options.resume)]
    return [
        Phase("float", options.quantize_after, options.rate, False, options.resume),
        Phase("checkpoint", options.minutes - options.quantize_after, options.rate * QUANTIZED_RATE, True, None),
    ]


class TrainingRun:
    """One resumable `phase`: AdamW with warm-up and cosine decay by time, averaged weights, checkpoints.

    It starts from the checkpoint or shipped ONNX file that the phase names, or from the averaged weights of the
    `previous` run. A network that is to be quantised and is not yet gets its first activation scales from
    `calibration`, batches of inputs; one that is quantised and is to be trained in floating point gets the statistics
    of its batch norms from them.
    `network` is trained; `average`, its exponential moving average, is what is evaluated and exported.
    """

    def __init__(self, network, folder, phase, device, calibration=(), previous=None):
        network = load_weights(network, phase.resume) if phase.resume else network
        network = previous.average if previous else network.to(device)
        if phase.quantize and not is_quantized(network):
            network = quantize(network, calibration)
        elif not phase.quantize and is_quantized(network):
            network = with_batch_norms(network, calibration)
        self.network, self.folder, self.phase, self.device = network.to(device).to(memory_format=torch.channels_last), folder, phase, device
        self.average = copy.deepcopy(self.network).eval()
        decayed = [p for p in self.network.parameters() if p.ndim > 1]
        others = [p for p in self.network.parameters() if p.ndim <= 1]
        groups = [{"params": decayed, "weight_decay": 0.01}, {"params": others, "weight_decay": 0.0}]
        self.optimiser = torch.optim.AdamW(groups, phase.rate, betas=(0.9, 0.98), fused=device == "cuda")
        self.step, self.samples, self.started = 0, 0, time.time()
        self.saved, self.loss = self.started, torch.zeros((), device=device)
        os.makedirs(folder, exist_ok=True)
        resumed = phase.resume and not phase.resume.endswith(".onnx")
        state = torch.load(phase.resume, map_location=device) if resumed else {}
        if state and state["network"].keys() == self.network.state_dict().keys():
            self.network.load_state_dict(state["network"])
            self.optimiser.load_state_dict(state["optimiser"])
            self.step, self.samples = state["step"], state["samples"]
        self.first_step = self.step

    def fraction(self):
        """How much of the phase's time is over, 0 to 1."""
        return min(1.0, (time.time() - self.started) / (self.phase.minutes * 60))

    def update(self, loss, samples):
        """One optimiser step on `loss`, the loss of a batch of `samples` samples."""
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        # A GPU would have to be waited for if a step that is not finite were skipped here.
        for parameter in self.network.parameters():
            if parameter.grad is not None:
                torch.nan_to_num_(parameter.grad, nan=0.0, posinf=0.0, neginf=0.0)
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 2.0)
        warm_up = min(1.0, (self.step - self.first_step + 1) / WARM_UP_STEPS)
        rate = self.phase.rate * warm_up * (0.02 + 0.49 * (1 + math.cos(math.pi * self.fraction())))
        for group in self.optimiser.param_groups:
            group["lr"] = rate
        self.optimiser.step()
        self.step += 1
        self.samples += samples
        share = 0.02 if self.step - self.first_step > 1 else 1.0
        self.loss += share * (loss.detach() - self.loss)
        self.update_average(min(0.999, (self.step + 1) / (self.step + 50)))

    def update_average(self, decay):
        pairs = list(zip(self.average.state_dict().values(), self.network.state_dict().values()))
        with torch.no_grad():
            means, values = zip(*(pair for pair in pairs if pair[0].dtype.is_floating_point))
            torch._foreach_lerp_(list(means), list(values), 1 - decay)
            for mean, value in pairs:
                if not mean.dtype.is_floating_point:
                    mean.copy_(value)

    def log(self, text=""):
        """Prints a line and appends it to the run's log."""
        seconds = time.time() - self.started
        rate = (self.samples / seconds) if seconds else 0
        line = f"{self.phase.name} {seconds:6.0f}s step {self.step} samples {self.samples} ({rate:.0f}/s) loss {self.loss.item():.4f} {text}"
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
        """Replaces the checkpoint of the phase, `float.pt` or `checkpoint.pt`, atomically."""
        path = os.path.join(self.folder, f"{self.phase.name}.pt")
        state = {"network": self.network.state_dict(), "average": self.average.state_dict(), "optimiser": self.optimiser.state_dict(), "step": self.step, "samples": self.samples}
        torch.save(state, path + ".new")
        os.replace(path + ".new", path)
