"""The pools on the training device give what the crops and windows of single pages are."""

import unittest

import cv2
import numpy
import torch

from imagetotext_training import crops, line_pool, window_pool
from imagetotext_training.crops import LineCrop


class Queue(list):
    """What background processes have put on a queue."""

    def get(self):
        return self.pop(0)

    def empty(self):
        return not self


def crop(rng, width=90):
    pixels = rng.integers(0, 256, (40, width), dtype=numpy.uint8)
    return LineCrop(cv2.GaussianBlur(pixels, (0, 0), 1.5), 12.0, 11.0, width - 24.0, 18.0)


class LinePool(unittest.TestCase):
    def test_samples_of_ragged_images_are_those_of_opencv(self):
        rng = numpy.random.default_rng(1)
        images = [crop(rng, width).pixels for width in (60, 90)]
        x, y = (rng.uniform(-3, 95, (2, 5, 7)).astype(numpy.float32) for _ in range(2))
        column = lambda values: torch.tensor(values, dtype=torch.float32)[:, None, None]
        flat = torch.from_numpy(numpy.concatenate([image.ravel() for image in images]))
        starts = torch.tensor([0, images[0].size])
        found = line_pool.sample(flat, starts, column([60, 90]), column([40, 40]), torch.from_numpy(x), torch.from_numpy(y))
        for index, image in enumerate(images):
            right, bottom = image.shape[1] - 1, image.shape[0] - 1
            expected = cv2.remap(image.astype(numpy.float32), x[index].clip(0, right), y[index].clip(0, bottom), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
            # OpenCV rounds positions to 1/32 of a pixel.
            self.assertLess(numpy.abs(found[index].numpy() - expected).max(), 6)

    def test_contrast_is_normalised_as_that_of_single_crops(self):
        rng = numpy.random.default_rng(2)
        for inverted in (False, True):
            image = numpy.full((32, 80), 230, numpy.uint8)
            image[10:20, 10:40:4] = rng.integers(20, 90)
            image = 255 - image if inverted else image
            inside = torch.ones(1, 32, 80, dtype=torch.bool)
            found = line_pool.normalise(torch.from_numpy(image).float()[None], inside)[0].numpy()
            self.assertLess(numpy.abs(found - crops.normalise(image)).max(), 1e-5)

    def test_batches_keep_lines_and_texts_together(self):
        rng = numpy.random.default_rng(3)
        samples = [(crop(rng), "ab" if index % 2 else "c") for index in range(line_pool.CHUNK_LINES)]
        bucket = 128
        pool = line_pool.LinePool(Queue([(bucket, line_pool.Chunk.of(samples))]), "cpu", area=80 * bucket)
        pool.fill(1)
        images, widths, targets, lengths = pool.batch()
        self.assertEqual(images.shape, (80, 1, 32, bucket))
        self.assertTrue(((images >= -0.5) & (images <= 0.5)).all())
        for image, width, target, length in zip(images, widths, targets, lengths):
            self.assertTrue((image[0, :, int(width) :] == 0.5).all())
            expected = [line_pool.CLASS_OF[letter] for letter in ("c" if length == 1 else "ab")]
            self.assertEqual(target[:length].tolist(), expected)


class WindowPool(unittest.TestCase):
    def test_a_mask_moves_with_its_picture(self):
        torch.manual_seed(4)
        grey = torch.full((24, 1, 512, 512), 255.0)
        mask = torch.zeros(24, 1, 256, 256)
        grey[:, :, 200:300, 100:400] = 0
        mask[:, :, 100:150, 50:200] = 1
        moved, moved_mask, weight = window_pool.transform(grey, mask, torch.ones_like(mask))
        dark = torch.nn.functional.avg_pool2d(moved, 2) < 127
        shown = weight > 0
        self.assertLess(((dark != (moved_mask > 0)) & shown).float().mean().item(), 0.01)
        self.assertTrue((moved != grey).flatten(1).any(1).any())


if __name__ == "__main__":
    unittest.main()
