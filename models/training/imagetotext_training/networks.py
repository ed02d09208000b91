"""The two networks: plain convolutions, because dense products are what a processor does best.

Here they count in fractions; `steps.py` makes networks of them that count in whole steps, which is what is shipped.
"""

import torch
from torch import nn
from torch.nn import functional

LINE_HEIGHT = 32
"""Height in pixels of the line crops that the recogniser reads."""

FRAMES_PER_PIXEL = 0.5
"""CTC frames per pixel of crop width: two adjacent `l` of a narrow font still get three frames."""


def block(inputs, outputs, kernel=3, stride=1, padding=None, dilation=1):
    """Convolution, batch norm, ReLU; `padding` defaults to same size."""
    kernel = (kernel, kernel) if isinstance(kernel, int) else kernel
    padding = (kernel[0] // 2, kernel[1] // 2) if padding is None else padding
    convolution = nn.Conv2d(inputs, outputs, kernel, stride, padding, dilation, bias=False)
    return nn.Sequential(convolution, nn.BatchNorm2d(outputs), nn.ReLU(inplace=True))


class Sum(nn.Module):
    """The sum of two maps, none of whose values is above `most` once the network counts in whole steps (`steps.py`)."""

    most = None

    def forward(self, a, b):
        return a + b if self.most is None else torch.minimum(a + b, self.most())


class Mixer(nn.Module):
    """Residual step along the line: a dense 1-D convolution, dilated to see neighbouring letters.

    Depthwise steps have fewer products but ran slower in rten 0.27 (10.3 against 9.4 µs a column of 256 channels).
    """

    def __init__(self, channels, dilation):
        super().__init__()
        self.step = block(channels, channels, (1, 5), padding=(0, 2 * dilation), dilation=(1, dilation))
        self.sum = Sum()

    def forward(self, x):
        return self.sum(x, self.step(x))


class Recogniser(nn.Module):
    """Line crops `[batch, 1, 32, width]` in [-0.5, 0.5] → log-probabilities `[width / 2, batch, classes]`.

    Class 0 is the CTC blank, class i + 1 the i-th character of the alphabet (the convention of ocrs).
    `width` must be a multiple of 4.
    """

    def __init__(self, classes, channels=(16, 32, 56, 80, 128, 224), dilations=(1, 2, 4, 1)):
        super().__init__()
        c = channels
        self.stem = nn.Sequential(
            block(1, c[0], stride=2),
            block(c[0], c[1], stride=2),
            block(c[1], c[2]),
            block(c[2], c[3], stride=(2, 1)),
        )
        self.middle = block(c[3], c[3])
        self.sum = Sum()
        self.neck = nn.Sequential(
            block(c[3], c[4], stride=(2, 1)),
            block(c[4], c[5], (2, 3), padding=(0, 1)),
        )
        self.mixers = nn.Sequential(*[Mixer(c[5], d) for d in dilations])
        self.drop = nn.Dropout(0.1)
        self.classes = classes
        self.out = nn.Linear(c[5], 2 * classes)

    def joined(self):
        """Blocks whose outputs meet in sums, with these sums."""
        mixers = list(self.mixers)
        return [
            ([self.stem[3], self.middle], [self.sum]),
            ([self.neck[1], *(mixer.step for mixer in mixers)], [mixer.sum for mixer in mixers]),
        ]

    def forward(self, x):
        x = self.stem(x)
        x = self.neck(self.sum(x, self.middle(x)))
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
        self.sums = nn.ModuleList(Sum() for _ in range(3))
        self.out = nn.Conv2d(p[3], 4, 1)

    def joined(self):
        """Blocks whose outputs meet in sums, with these sums."""
        upper = [self.top[1], self.merge[0], self.merge[1]]
        return [([above, side], [total]) for above, side, total in zip(upper, self.side, self.sums)]

    def logits(self, x):
        steps = [self.stem(x)]
        for down in self.down:
            steps.append(down(steps[-1]))
        y = self.top(steps[4])
        for i in range(3):
            y = functional.interpolate(y, scale_factor=2.0, mode="nearest")
            y = self.merge[i](self.sums[i](self.side[i](steps[3 - i]), y))
        return functional.pixel_shuffle(self.out(y), 2)

    def forward(self, x):
        return torch.sigmoid(self.logits(x))
