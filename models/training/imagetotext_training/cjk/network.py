"""The recogniser of Chinese, Japanese and Korean lines: the same kinds of layers as `networks.Recogniser`, wider."""

from torch import nn
from torch.nn import functional

from ..networks import LineTrunk, conv_block

FRAME = 4
"""Pixels of width of a CTC frame: nine frames in a Han character, two in an `l`."""


BLANK_BIAS = 8.0
"""First bias of the CTC blank, against zero of the other classes."""


class CjkRecogniser(LineTrunk):
    """Line crops `[batch, 1, 48, width]` in [-0.5, 0.5] → log-probabilities `[width / 4, batch, classes]`.

    Class 0 is the CTC blank, class i + 1 the i-th character of the alphabet. `width` must be a multiple of 4.
    `code` has few channels, so that the many classes cost few multiplications.
    """

    def __init__(self, classes, channels=(24, 40, 64, 96, 160, 256), code=144, dilations=(1, 2, 4, 1)):
        super().__init__(channels, (3, 3), dilations)
        self.code = conv_block(channels[5], code, 1)
        self.dropout = nn.Dropout(0.1)
        self.classes = classes
        self.out = nn.Linear(code, classes)
        # Nine of ten frames are blank; without this the network takes its first thousand steps to learn so.
        nn.init.zeros_(self.out.bias)
        nn.init.constant_(self.out.bias[:1], BLANK_BIAS)

    def logits(self, x):
        """Scores before the softmax, `[batch, frames, classes]`."""
        x = self.code(self.features(x)).squeeze(2).permute(0, 2, 1)
        return self.out(self.dropout(x))

    def forward(self, x):
        return functional.log_softmax(self.logits(x).float(), dim=2).permute(1, 0, 2)
