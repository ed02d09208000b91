"""The recogniser of Chinese, Japanese and Korean lines: the same kinds of layers as `networks.Recogniser`, wider."""

from torch import nn
from torch.nn import functional

from ..networks import Add, ResidualConv, conv_block

FRAME = 4
"""Pixels of width of a CTC frame: nine frames in a Han character, two in an `l`."""


BLANK_BIAS = 8.0
"""First bias of the CTC blank, against zero of the other classes."""


class CjkRecogniser(nn.Module):
    """Line crops `[batch, 1, 48, width]` in [-0.5, 0.5] → log-probabilities `[width / 4, batch, classes]`.

    Class 0 is the CTC blank, class i + 1 the i-th character of the alphabet. `width` must be a multiple of 4.
    `code` has few channels, so that the many classes cost few multiplications.
    """

    def __init__(self, classes, channels=(24, 40, 64, 96, 160, 256), code=144, dilations=(1, 2, 4, 1)):
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
            conv_block(c[4], c[5], (3, 3), padding=(0, 1)),
        )
        self.residuals = nn.Sequential(*[ResidualConv(c[5], d) for d in dilations])
        self.code = conv_block(c[5], code, 1)
        self.dropout = nn.Dropout(0.1)
        self.classes = classes
        self.out = nn.Linear(code, classes)
        # Nine of ten frames are blank; without this the network takes its first thousand steps to learn so.
        nn.init.zeros_(self.out.bias)
        nn.init.constant_(self.out.bias[:1], BLANK_BIAS)

    def addition_groups(self):
        """Pairs of (blocks whose outputs are added, the additions): a quantised network gives each pair one scale."""
        residuals = list(self.residuals)
        return [
            ([self.stem[3], self.middle], [self.add]),
            ([self.neck[1], *(residual.conv for residual in residuals)], [residual.add for residual in residuals]),
        ]

    def logits(self, x):
        """Scores before the softmax, `[batch, frames, classes]`."""
        x = self.stem(x)
        x = self.neck(self.add(x, self.middle(x)))
        x = self.code(self.residuals(x)).squeeze(2).permute(0, 2, 1)
        return self.out(self.dropout(x))

    def forward(self, x):
        return functional.log_softmax(self.logits(x).float(), dim=2).permute(1, 0, 2)
