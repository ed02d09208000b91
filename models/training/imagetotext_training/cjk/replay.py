"""Training batches on the device: each is used several times, with other augmentation, as drawing is slower than training."""

import queue as queues
import random

import torch
from torch.nn import functional


class ReplayPool:
    """The newest `size` batches of `queue`, on `device`. Each new one is returned at once, older ones while none is new."""

    def __init__(self, queue, size, device, seed=1):
        self.queue, self.size, self.device = queue, size, device
        self.random = random.Random(seed)
        self.batches, self.next, self.drawn = [], 0, 0

    def __next__(self):
        """`(images uint8, widths, targets, lengths, centres, lines)`; `lines` has the line of each target.

        `widths` and `lengths` are not on the device, so that CTC need not wait for it.
        """
        try:
            batch = self.queue.get_nowait() if self.batches else self.queue.get()
        except queues.Empty:
            return self.random.choice(self.batches)
        return self.keep(batch)

    def fill(self, count):
        """Waits until `count` batches have arrived."""
        while self.next < count:
            self.keep(self.queue.get())

    def keep(self, batch):
        self.drawn += len(batch[1])
        images, widths, targets, lengths, centres = (torch.from_numpy(array) for array in batch)
        lines = torch.arange(len(lengths)).repeat_interleave(lengths)
        batch = (self.sent(images), widths, self.sent(targets), lengths, self.sent(centres), self.sent(lines))
        if len(self.batches) < self.size:
            self.batches.append(batch)
        else:
            self.batches[self.next % self.size] = batch
        self.next += 1
        return batch

    def sent(self, values):
        """`values` on the device; training goes on while a GPU gets them."""
        return values.pin_memory().to(self.device, non_blocking=True) if self.device == "cuda" else values


def tensor(images):
    """uint8 images as the network takes them."""
    return images.float().div_(255).sub_(0.5)[:, None]


def augmented(images, centres, lines):
    """`images` as the network takes them, slightly moved, stretched, blurred and with noise; and where the centres are then."""
    x = tensor(images)
    count, _, height, width = x.shape
    device = x.device
    normal = lambda deviation: torch.randn(count, device=device) * deviation
    stretch, tall = 1 + normal(0.025).clamp(-0.06, 0.06), 1 + normal(0.03).clamp(-0.08, 0.08)
    right, down = normal(2.0).clamp(-5, 5), normal(1.2).clamp(-3, 3)
    shear, slope = normal(0.04), normal(0.004)
    # Maps output to input, in the units of `grid_sample`: -1 to 1 across the picture.
    theta = torch.zeros(count, 2, 3, device=device)
    theta[:, 0, 0], theta[:, 0, 1] = 1 / stretch, shear * height / width
    theta[:, 0, 2] = 1 / stretch - 1 - 2 * right / width
    theta[:, 1, 0], theta[:, 1, 1], theta[:, 1, 2] = slope * width / height, 1 / tall, -2 * down / height
    grid = functional.affine_grid(theta, x.shape, align_corners=False)
    # Shifted so that what lies outside is background, which is 0.5.
    x = functional.grid_sample(x - 0.5, grid, align_corners=False) + 0.5
    moved = (centres + right[lines]) * stretch[lines]
    x = blurred(x)
    chosen = (torch.rand(count, device=device) < 0.35).float() * torch.rand(count, device=device) * 0.08
    x = x + torch.randn_like(x) * chosen[:, None, None, None]
    bend = torch.exp(normal(0.2))[:, None, None, None]
    x = (x + 0.5).clamp(0, 1) ** bend - 0.5
    return x, moved


def blurred(x):
    """A third of the pictures blurred by a small binomial filter, as strongly as chance has it."""
    count = x.shape[0]
    kernel = torch.tensor([1.0, 2.0, 1.0], device=x.device)
    kernel = (kernel[:, None] * kernel / 16)[None, None]
    smooth = functional.conv2d(functional.pad(x, (1, 1, 1, 1), mode="replicate"), kernel)
    share = (torch.rand(count, device=x.device) < 0.33).float() * torch.rand(count, device=x.device)
    return torch.lerp(x, smooth, share[:, None, None, None])
