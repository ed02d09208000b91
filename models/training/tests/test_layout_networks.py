"""The networks of the layout, for features as they are and for those of mean 0."""

import unittest

import numpy

from imagetotext_training.layout_networks import fit, folded, run, unfolded, widened


class Networks(unittest.TestCase):
    def setUp(self):
        random = numpy.random.default_rng(1)
        self.features = random.normal(3, 2, (400, 5))
        labels = (self.features[:, :1] > 3).astype(int)
        self.data = (self.features, labels, numpy.ones((400, 1)), numpy.ones(400))

    def test_folding_is_undone(self):
        layers, mean, scale = fit(*self.data, [6, 4], epochs=1)
        again = unfolded(folded(layers, mean, scale), mean, scale)
        for (weight, bias), (other, other_bias) in zip(layers, again):
            numpy.testing.assert_allclose(weight, other, atol=1e-9)
            numpy.testing.assert_allclose(bias, other_bias, atol=1e-9)

    def test_new_inputs_change_nothing(self):
        layers = folded(*fit(*self.data, [6, 4], epochs=1))
        wider = numpy.hstack([self.features, self.features])
        numpy.testing.assert_allclose(run(widened(layers, 10), wider), run(layers, self.features), atol=1e-9)

    def test_training_goes_on_from_a_network(self):
        first = folded(*fit(*self.data, [6, 4]))
        second = folded(*fit(*self.data, [6, 4], seed=2, start=first))
        fresh = folded(*fit(*self.data, [6, 4], seed=2))
        before, after, other = (run(layers, self.features) for layers in (first, second, fresh))
        self.assertLess(numpy.abs(after - before).mean(), numpy.abs(other - before).mean())
        right = (after > 0) == self.data[1]
        self.assertGreater(right.mean(), 0.95)
