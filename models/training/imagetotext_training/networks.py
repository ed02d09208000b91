"""The two networks, text detector and text recogniser: plain convolutions, which a CPU runs at its full speed.

The networks here compute in floating point. `quantization.py` turns them into the int8 networks that we ship.
"""

import torch
from torch import nn
from torch.nn import functional

LINE_HEIGHT = 32
"""Height in pixels of the line crops that the recogniser reads."""


def conv_block(inputs, outputs, kernel=3, stride=1, padding=None, dilation=1):
    """Convolution, batch norm, ReLU; `padding` defaults to same size."""
    kernel = (kernel, kernel) if isinstance(kernel, int) else kernel
    padding = (kernel[0] // 2, kernel[1] // 2) if padding is None else padding
    convolution = nn.Conv2d(inputs, outputs, kernel, stride, padding, dilation, bias=False)
    return nn.Sequential(convolution, nn.BatchNorm2d(outputs), nn.ReLU(inplace=True))


class Add(nn.Module):
    """The sum of two feature maps; in a quantised network it is clamped to `limit()`, the largest activation."""

    limit = None

    def forward(self, a, b):
        return a + b if self.limit is None else torch.minimum(a + b, self.limit())


class ResidualConv(nn.Module):
    """A residual 1-D convolution along the line, dilated to see neighbouring letters.

    Depthwise convolutions need fewer multiplications but ran slower in rten 0.27 (10.3 against 9.4 µs per column of
    256 channels).
    """

    def __init__(self, channels, dilation):
        super().__init__()
        self.conv = conv_block(channels, channels, (1, 5), padding=(0, 2 * dilation), dilation=(1, dilation))
        self.add = Add()

    def forward(self, x):
        return self.add(x, self.conv(x))


class LineTrunk(nn.Module):
    """Line crops `[batch, 1, height, width]` → features `[batch, channels, 1, width / 4]`, which recognisers share.

    `last` is the kernel that takes the last rows together: as many rows as are left of the height. `width` must be a
    multiple of 4.
    """

    def __init__(self, channels, last, dilations):
        super().__init__()
        c = channels
        self.stem = nn.Sequential(
            conv_block(1, c[0], stride=2),
            conv_block(c[0], c[1], stride=2),
            conv_block(c[1], c[2]),
            conv_block(c[2], c[3], stride=(2, 1)),
        )
        self.middle = conv_block(c[3], c[3])
        self.add = Add()
        self.neck = nn.Sequential(
            conv_block(c[3], c[4], stride=(2, 1)),
            conv_block(c[4], c[5], last, padding=(0, 1)),
        )
        self.residuals = nn.Sequential(*[ResidualConv(c[5], d) for d in dilations])

    def addition_groups(self):
        """Pairs of (blocks whose outputs are added, the additions): a quantised network gives each pair one scale."""
        residuals = list(self.residuals)
        return [
            ([self.stem[3], self.middle], [self.add]),
            ([self.neck[1], *(residual.conv for residual in residuals)], [residual.add for residual in residuals]),
        ]

    def features(self, x):
        x = self.stem(x)
        return self.residuals(self.neck(self.add(x, self.middle(x))))


class Recogniser(LineTrunk):
    """Line crops `[batch, 1, 32, width]` in [-0.5, 0.5] → log-probabilities `[width / 2, batch, classes]`.

    Class 0 is the CTC blank, class i + 1 the i-th character of the alphabet (the convention of ocrs).
    There is one CTC frame for two pixels of width, so that two adjacent `l` of a narrow font still get three frames.
    """

    def __init__(self, classes, channels=(16, 32, 56, 80, 128, 224), dilations=(1, 2, 4, 8, 1)):
        super().__init__(channels, (2, 3), dilations)
        self.dropout = nn.Dropout(0.1)
        self.classes = classes
        self.out = nn.Linear(channels[5], 2 * classes)

    def forward(self, x):
        x = self.features(x).squeeze(2).permute(0, 2, 1)
        # Each column carries two frames: [batch, columns, 2·classes] → [batch, 2·columns, classes] moves no data.
        x = self.out(self.dropout(x)).reshape(x.shape[0], -1, self.classes)
        return functional.log_softmax(x.float(), dim=2).permute(1, 0, 2)


class Detector(nn.Module):
    """Grey picture `[batch, 1, height, width]` in [-0.5, 0.5] → text probability `[batch, 1, height/2, width/2]`.

    Height and width must be multiples of 32. Text is the middle band of each line (see `labelled_page.CORE_BAND`).
    The layout is that of a feature pyramid network: convolutions down to 1/16 of the size and up again.
    """

    def __init__(self, channels=(16, 24, 32, 48, 64, 96), pyramid=(64, 48, 32, 24)):
        super().__init__()
        c, p = channels, pyramid
        self.stem = conv_block(1, c[0], stride=2)
        self.down = nn.ModuleList(
            nn.Sequential(conv_block(c[i], c[i + 1], stride=2), conv_block(c[i + 1], c[i + 1])) for i in range(4)
        )
        self.top = nn.Sequential(conv_block(c[4], c[5]), conv_block(c[5], p[0], 1))
        self.lateral = nn.ModuleList([conv_block(c[3], p[0], 1), conv_block(c[2], p[1], 1), conv_block(c[1], p[2], 1)])
        self.merge = nn.ModuleList([conv_block(p[0], p[1]), conv_block(p[1], p[2]), conv_block(p[2], p[3])])
        self.add = nn.ModuleList(Add() for _ in range(3))
        self.out = nn.Conv2d(p[3], 4, 1)

    def addition_groups(self):
        """Pairs of (blocks whose outputs are added, the additions): a quantised network gives each pair one scale."""
        upper = [self.top[1], self.merge[0], self.merge[1]]
        return [([above, lateral], [add]) for above, lateral, add in zip(upper, self.lateral, self.add)]

    def logits(self, x):
        features = [self.stem(x)]
        for down in self.down:
            features.append(down(features[-1]))
        y = self.top(features[4])
        for i in range(3):
            y = functional.interpolate(y, scale_factor=2.0, mode="nearest")
            y = self.merge[i](self.add[i](self.lateral[i](features[3 - i]), y))
        return functional.pixel_shuffle(self.out(y), 2)

    def forward(self, x):
        return torch.sigmoid(self.logits(x))
