"""The two networks: plain convolutions, because dense products are what rten and a CPU do best.

Most convolutions of the recogniser see their channels through a few mixtures of them (`rank`): a pointwise
convolution makes `rank` channels of all, the wide one looks only at these. Jaderberg et al., "Speeding up
convolutional neural networks with low rank expansions" (2014), factor filters in this spirit.
"""

import torch
from torch import nn
from torch.nn import functional

LINE_HEIGHT = 32
"""Height in pixels of the line crops that the recogniser reads."""

FRAMES_PER_PIXEL = 0.5
"""CTC frames per pixel of crop width: two adjacent `l` of a narrow font still get three frames."""


def block(inputs, outputs, kernel=3, stride=1, padding=None, dilation=1, rank=None):
    """Convolution, batch norm, ReLU; `padding` defaults to same size, `rank` to all channels."""
    kernel = (kernel, kernel) if isinstance(kernel, int) else kernel
    padding = (kernel[0] // 2, kernel[1] // 2) if padding is None else padding
    wide = nn.Conv2d(rank or inputs, outputs, kernel, stride, padding, dilation, bias=False)
    seen = nn.Sequential(nn.Conv2d(inputs, rank, 1, bias=False), wide) if rank else wide
    return nn.Sequential(seen, nn.BatchNorm2d(outputs), nn.ReLU(inplace=True))


class Mixer(nn.Module):
    """Residual step along the line: a dense 1-D convolution, dilated to see neighbouring letters.

    Depthwise steps have fewer products but ran slower in rten 0.27 (10.3 against 9.4 µs a column of 256 channels).
    """

    def __init__(self, channels, dilation, rank=None):
        super().__init__()
        self.step = block(channels, channels, (1, 5), padding=(0, 2 * dilation), dilation=(1, dilation), rank=rank)

    def forward(self, x):
        return x + self.step(x)


class Recogniser(nn.Module):
    """Line crops `[batch, 1, 32, width]` in [-0.5, 0.5] → log-probabilities `[width / 2, batch, classes]`.

    Class 0 is the CTC blank, class i + 1 the i-th character of the alphabet (the convention of ocrs).
    `width` must be a multiple of 4. Of `ranks`, the first five are those of the blocks of `stem` (from the third),
    `middle` and `neck`, then come that of the mixers and that of the last layer; `FULL` has none.
    """

    RANKS = (16, 24, 32, 32, 48, 48, 64)
    FULL = (None,) * 7

    def __init__(self, classes, channels=(16, 32, 56, 80, 128, 224), dilations=(1, 2, 4, 1), ranks=RANKS):
        super().__init__()
        c, r = channels, ranks
        self.stem = nn.Sequential(
            block(1, c[0], stride=2),
            block(c[0], c[1], stride=2),
            block(c[1], c[2], rank=r[0]),
            block(c[2], c[3], stride=(2, 1), rank=r[1]),
        )
        self.middle = block(c[3], c[3], rank=r[2])
        self.neck = nn.Sequential(
            block(c[3], c[4], stride=(2, 1), rank=r[3]),
            block(c[4], c[5], (2, 3), padding=(0, 1), rank=r[4]),
        )
        self.mixers = nn.Sequential(*[Mixer(c[5], d, r[5]) for d in dilations])
        self.drop = nn.Dropout(0.1)
        self.classes = classes
        last = nn.Linear(r[6] or c[5], 2 * classes)
        self.out = nn.Sequential(nn.Linear(c[5], r[6], bias=False), last) if r[6] else last

    def forward(self, x):
        x = self.stem(x)
        x = self.neck(x + self.middle(x))
        x = self.mixers(x).squeeze(2).permute(0, 2, 1)
        # Each position carries two frames: [batch, steps, 2·classes] → [batch, 2·steps, classes] moves nothing.
        x = self.out(self.drop(x)).reshape(x.shape[0], -1, self.classes)
        return functional.log_softmax(x.float(), dim=2).permute(1, 0, 2)


class Detector(nn.Module):
    """Grey picture `[batch, 1, height, width]` in [-0.5, 0.5] → probability of text core `[batch, 1, height/2, width/2]`.

    Height and width must be multiples of 32. The core of a line is the middle of its height (see `sheet.CORE`).
    """

    def __init__(self, channels=(16, 24, 32, 48, 64, 96), lateral=(64, 48, 32, 24)):
        super().__init__()
        c, p = channels, lateral
        self.stem = block(1, c[0], stride=2)
        self.down = nn.ModuleList(
            nn.Sequential(block(c[i], c[i + 1], stride=2), block(c[i + 1], c[i + 1])) for i in range(4)
        )
        self.top = nn.Sequential(block(c[4], c[5]), block(c[5], p[0], 1))
        self.side = nn.ModuleList([block(c[3], p[0], 1), block(c[2], p[1], 1), block(c[1], p[2], 1)])
        self.merge = nn.ModuleList([block(p[0], p[1]), block(p[1], p[2]), block(p[2], p[3])])
        self.out = nn.Conv2d(p[3], 4, 1)

    def logits(self, x):
        steps = [self.stem(x)]
        for down in self.down:
            steps.append(down(steps[-1]))
        y = self.top(steps[4])
        for i in range(3):
            y = functional.interpolate(y, scale_factor=2.0, mode="nearest")
            y = self.merge[i](self.side[i](steps[3 - i]) + y)
        return functional.pixel_shuffle(self.out(y), 2)

    def forward(self, x):
        return torch.sigmoid(self.logits(x))
