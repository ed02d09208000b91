"""A pack of fonts and texts has what training reads, in a folder of its own."""

import json
import os
import pathlib
import random
import tempfile
import unittest

from PIL import ImageFont

from imagetotext_training import pack
from imagetotext_training.fonts import drawn_characters
from imagetotext_training.text_generator import TextGenerator

from .test_texts import write_corpus


def write_font(folder):
    """The font that Pillow brings along, as a file."""
    path = pathlib.Path(folder) / "Pillow.ttf"
    path.write_bytes(ImageFont.load_default(20).path.getvalue())
    return str(path)


class Pack(unittest.TestCase):
    def test_an_unpacked_pack_draws_its_fonts_and_has_its_texts(self):
        with tempfile.TemporaryDirectory() as folder:
            path = write_font(folder)
            font = {"file": path, "family": "Pillow", "style": "Regular", "characters": drawn_characters(path), "mono": False, "held_out": True}
            fonts = pathlib.Path(folder) / "fonts.json"
            fonts.write_text(json.dumps([font]), encoding="utf-8")
            out = os.path.join(folder, "pack.tar.xz")
            pack.pack(str(fonts), write_corpus(folder), out, 30, 1)
            target = os.path.join(folder, "elsewhere")
            pack.unpack(out, target)
            [listed] = json.loads(pathlib.Path(target, "fonts.json").read_text(encoding="utf-8"))
            self.assertEqual({**listed, "file": path}, font)
            packed = os.path.join(target, listed["file"])
            self.assertLess(os.path.getsize(packed), os.path.getsize(path))
            masks = [ImageFont.truetype(file, 24, layout_engine=ImageFont.Layout.BASIC).getmask("Aé½").getbbox() for file in (path, packed)]
            self.assertEqual(masks[0], masks[1])
            self.assertTrue(TextGenerator(1, os.path.join(target, "corpus.json")).paragraph())

    def test_no_more_fonts_are_packed_than_fit(self):
        with tempfile.TemporaryDirectory() as folder:
            path = write_font(folder)
            fonts = pathlib.Path(folder) / "fonts.json"
            one = {"file": path, "family": "", "style": "Bold", "characters": "A", "mono": False, "held_out": False}
            fonts.write_text(json.dumps([{**one, "family": str(number)} for number in range(20)]), encoding="utf-8")
            out = os.path.join(folder, "pack.tar.xz")
            listed = pack.pack(str(fonts), write_corpus(folder), out, 0.1, 1)
            self.assertTrue(0 < len(listed) < 20)
            self.assertLess(os.path.getsize(out), 0.1 * pack.MEBIBYTE)

    def test_long_texts_are_shortened_most(self):
        corpus = {"texts": {"en": ["e" * 1000] * 30_000, "mk": ["м" * 100] * 50}, "words": {}}
        reduced = pack.reduced_corpus(corpus, random.Random(1))
        self.assertEqual(len(reduced["texts"]["mk"]), 50)
        self.assertLess(sum(map(len, reduced["texts"]["en"])), pack.TEXT_BYTES)
        self.assertGreater(len(reduced["texts"]["en"]), 10_000)

    def test_every_family_comes_first_in_its_upright_style(self):
        fonts = [{"file": f"{family}{style}", "family": family, "style": style, "characters": "a"} for family in "AB" for style in ("Bold", "Italic", "Regular")]
        self.assertEqual([font["file"] for font in pack.in_order_of_use(fonts)[:2]], ["ARegular", "BRegular"])


if __name__ == "__main__":
    unittest.main()
