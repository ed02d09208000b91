"""Trains the recogniser of Chinese, Japanese and Korean: floating point first, then the int8 network that we ship.

`python -m imagetotext_training.train_cjk --minutes 9 --quantize-after 6.5 --workers 4 --out runs/cjk --data runs/cjk-data`
"""

import argparse
import os

import torch
from torch.nn import functional

from .cjk import LANGUAGES, evaluate
from .cjk.alphabet import CLASSES
from .cjk.line_batches import line_batches
from .cjk.network import FRAME, CjkRecogniser
from .cjk.replay import ReplayPool, augmented, tensor
from .page_stream import start_workers
from .quantization import is_quantized, quantize
from .training_run import Phase, TrainingRun

CALIBRATION_BATCHES = 12
"""Batches by which the activation scales of the quantised network are first chosen."""

CENTRE_SHARE = 0.5
"""Weight of the loss at the centres of characters, at first; it falls to zero during the floating-point training.

It ends the long start of CTC training, in which a network with many classes answers only blanks.
"""


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--minutes", type=float, default=9, help="time of the whole run")
    arguments.add_argument("--quantize-after", type=float, default=6.5, help="minutes after which the network is quantised")
    arguments.add_argument("--checkpoint-minutes", type=float, default=2)
    arguments.add_argument("--workers", type=int, default=4, help="processes that draw lines")
    arguments.add_argument("--data", default="runs/cjk-data", help="folder with fonts and texts")
    arguments.add_argument("--out", default="runs/cjk", help="folder for checkpoints and log")
    arguments.add_argument("--resume", help="checkpoint to continue from, quantised or not")
    arguments.add_argument("--rate", type=float, default=2e-3, help="highest learning rate")
    arguments.add_argument("--quantized-rate", type=float, default=3e-4, help="the same of the quantised network")
    arguments.add_argument("--area", type=int, default=64_000, help="pixels of crop width in a batch")
    arguments.add_argument("--pool", type=int, default=400, help="batches that are kept and used again")
    arguments.add_argument("--first-batches", type=int, default=16, help="batches to wait for before the first step")
    arguments.add_argument("--lines", type=int, default=200, help="validation lines of each language")
    arguments.add_argument("--threads", type=int, default=1, help="threads of PyTorch")
    train(arguments.parse_args())


def train(options):
    torch.set_num_threads(options.threads)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = True
    queue = start_workers(line_batches, options.workers, 16, options.data, options.area)
    validation = evaluate.validation_lines(options.data, options.lines)
    pool = ReplayPool(queue, options.pool, device)
    pool.fill(options.first_batches)
    network = CjkRecogniser(CLASSES).to(memory_format=torch.channels_last).to(device)
    if options.resume:
        network = load(network, options.resume).to(device)
    previous = None
    if not is_quantized(network) and options.quantize_after > 0:
        phase = Phase("float", options.quantize_after, options.rate)
        previous = TrainingRun(network, options.out, phase, device)
        loop(previous, pool, validation, options.checkpoint_minutes, CENTRE_SHARE)
    phase = Phase("quantized", options.minutes - options.quantize_after, options.quantized_rate, quantize=True)
    calibration = [tensor(next(pool)[0]) for _ in range(CALIBRATION_BATCHES)]
    loop(TrainingRun(network, options.out, phase, device, calibration, previous), pool, validation, options.checkpoint_minutes)


def loop(run, pool, validation, checkpoint_minutes, centre_share=0.0):
    """Trains until the phase is over; saves the averaged weights now and then."""
    device = run.device
    while run.fraction() < 1:
        images, widths, targets, lengths, centres, lines = next(pool)
        x, centres = augmented(images, centres, lines)
        run.network.train()
        with torch.autocast(device, dtype=torch.bfloat16):
            scores = run.network(x.contiguous(memory_format=torch.channels_last))
        share = centre_share * max(0.0, 1 - 1.3 * run.fraction())
        run.update(line_loss(scores, widths, targets, lengths, centres, lines, share), len(lengths))
        if run.step % 100 == 0:
            run.log(f"drawn {pool.drawn}")
        if run.checkpoint_due(60 * checkpoint_minutes):
            save(run)
            rates = [f"{language} {evaluate.error_rate(run.average, validation[language], device):.4f}" for language in LANGUAGES]
            run.log("validation CER " + ", ".join(rates))


def line_loss(scores, widths, targets, lengths, centres, lines, centre_share):
    """CTC loss per character, and with `centre_share` the loss of each character at the frame of its centre."""
    steps = scores.shape[0]
    # A stretched line may be some frames wider than it was.
    frames = ((widths + FRAME - 1) // FRAME + 4).clamp(max=steps)
    characters = max(1, len(targets))
    loss = functional.ctc_loss(scores, targets, frames, lengths, reduction="sum", zero_infinity=True) / characters
    if centre_share:
        at = (centres / FRAME).long().clamp(0, steps - 1)
        loss = loss - centre_share * scores[at, lines, targets].sum() / characters
    return loss


def save(run):
    """Writes the averaged weights as `float.pt` or `quantized.pt`, in half precision to be small; `log.txt` and these files are all that a run leaves."""
    weights = {key: value.half().cpu() if value.dtype == torch.float32 and value.ndim > 1 else value.cpu() for key, value in run.average.state_dict().items()}
    path = os.path.join(run.folder, f"{run.phase.name}.pt")
    torch.save({"average": weights}, path + ".new")
    os.replace(path + ".new", path)


def load(network, path):
    """`network` with the weights in `path`; a quantised copy of it if these are quantised."""
    weights = torch.load(path, map_location="cpu")["average"]
    if any(key.endswith("activation.log_scale") for key in weights):
        network = quantize(network.cpu())
    network.load_state_dict({key: value.float() if value.is_floating_point() else value for key, value in weights.items()})
    return network


if __name__ == "__main__":
    main()
