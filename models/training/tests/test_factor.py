"""Cutting ranks changes what a network computes as little as the ranks allow."""

import unittest

import torch

from imagetotext_training.factor import factored, split
from imagetotext_training.networks import Recogniser


class Factors(unittest.TestCase):
    def setUp(self):
        torch.manual_seed(5)

    def test_all_ranks_lose_nothing(self):
        weight, seen = torch.rand(6, 4, 3, 2) - 0.5, torch.rand(4, 9).double()
        first, second = split(weight, seen @ seen.T, 4)
        self.assertLess(float((torch.einsum("orxy,ri->oixy", second, first) - weight).abs().max()), 1e-4)

    def test_a_rank_is_spent_on_the_inputs_that_vary_most(self):
        weight = torch.ones(3, 2)
        first, second = split(weight, torch.tensor([[1.0, 0.0], [0.0, 100.0]]).double(), 1)
        made = second @ first
        self.assertLess(float((made @ torch.tensor([0.0, 1.0]) - 1).abs().max()), 0.02)

    def test_a_network_whose_channels_repeat_each_other_stays_what_it_was(self):
        full = Recogniser(40, ranks=Recogniser.FULL).eval()
        with torch.no_grad():
            for name, parameter in full.named_parameters():
                if parameter.ndim == 4 and parameter.shape[0] > 16:
                    # Sixteen filters, each of them several times: no layer sees more than sixteen different channels.
                    parameter.copy_(parameter[torch.arange(parameter.shape[0]) % 16])
        shown = torch.rand(2, 1, 32, 64) - 0.5
        with torch.no_grad():
            expected = full(shown)
            network = factored(full, [shown])
            self.assertLess(float((network(shown) - expected).abs().max()), 1e-3)
            self.assertGreater(float((Recogniser(40).eval()(shown) - expected).abs().max()), 1e-2)


if __name__ == "__main__":
    unittest.main()
