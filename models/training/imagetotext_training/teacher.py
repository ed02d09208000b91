"""Lines together with what a better, slower recogniser reads in them: a small one learns from both.

Hinton et al., "Distilling the knowledge in a neural network" (2015). The teacher works in the processes that make the
samples, whose cores would otherwise wait for the one that learns.
"""

import numpy
import torch
from torch.nn import functional

from . import samples, weights
from .alphabet import CLASSES
from .networks import Recogniser


class Teacher:
    """A recogniser of full rank; stands between the maker of batches and their `queue`."""

    def __init__(self, path, queue):
        torch.set_num_threads(1)
        network = Recogniser(CLASSES, ranks=Recogniser.FULL)
        self.network, self.queue = weights.load(network, path).to(memory_format=torch.channels_last), queue

    def put(self, batch):
        """Puts `batch` on the queue with the log-probabilities that the teacher gives, `[frames, lines, classes]`."""
        x = torch.from_numpy(batch[0]).float().div_(255).sub_(0.5)[:, None].contiguous(memory_format=torch.channels_last)
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            scores = self.network(x)
        self.queue.put((*batch, scores.clamp_(min=-30).to(torch.float16).numpy()))


def taught_batches(queue, seed, folder, area, path):
    """`samples.line_batches`, each batch with the scores of the teacher in the file `path`."""
    samples.line_batches(Teacher(path, queue), seed, folder, area)


def distance(scores, taught, frames):
    """Sum of the divergences of `scores` from `taught` over the first `frames[i]` frames of each line."""
    taught = torch.from_numpy(taught.astype(numpy.float32)).to(scores.device)
    counts = torch.arange(len(scores))[:, None] < frames[None]
    apart = functional.kl_div(scores, taught, reduction="none", log_target=True).sum(2)
    return (apart * counts.to(scores.device)).sum()
