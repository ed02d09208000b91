"""The alphabet keeps the order of the first networks, and texts are brought to it."""

import pathlib
import unicodedata
import unittest

from imagetotext_training.alphabet import ALPHABET, ORIGINAL, OTHER, clean, known, mixes_scripts, script, with_other


class Alphabet(unittest.TestCase):
    def test_the_first_networks_classes_keep_their_places(self):
        shipped = (pathlib.Path(__file__).resolve().parents[2] / "alphabet.txt").read_text(encoding="utf-8")
        self.assertEqual(ALPHABET[:ORIGINAL], shipped[:ORIGINAL])
        self.assertEqual(ALPHABET[:2], " !")

    def test_every_character_is_there_once_and_in_normal_form(self):
        self.assertEqual(len(set(ALPHABET)), len(ALPHABET))
        self.assertEqual(unicodedata.normalize("NFC", ALPHABET), ALPHABET)
        self.assertEqual(clean(ALPHABET[1:]), ALPHABET[1:])

    def test_letters_of_many_languages_and_signs_are_known(self):
        for text in ("Съешь ещё этих мягких булок", "Щебетання ґав, їжак Є", "Ўзбек", "Ђак Љуба Њ Ћ Џ", "Ѓорѓи Ќе ѕвезда", "Әл Ғ Қ Ң Ө Ұ Ү Һ І", "Ξεσκεπάζω την ψυχοφθόρα ΰ ΐ", "Đường Nguyễn Ỡ ỵ", "₴70 ₽ ₸ ₮ ₿", "Δt = 5 µs, 100 Ω, 30 ℃", "H₂O m³ ⅓ ⅛ № ‰", "⌘⇧⌥", "┌─┬═║┼ ▀▄█░▒▓", "ſ"):
            self.assertTrue(known(clean(text)), text)

    def test_look_alikes_become_characters_of_the_alphabet(self):
        self.assertEqual(clean("∆t\u00a0=\u20095 ﬁle"), "Δt = 5 file")
        self.assertEqual(clean("5 μs и \u00b5έρος"), "5 µs и μέρος")

    def test_what_is_not_known_becomes_other(self):
        self.assertEqual(with_other("aש漢b"), f"a{OTHER}{OTHER}b")

    def test_scripts_are_told_apart_by_word(self):
        self.assertEqual([script(c) for c in "aаαế5."], ["latin", "cyrillic", "greek", "latin", None, None])
        self.assertTrue(mixes_scripts("сooкie"))
        self.assertFalse(mixes_scripts("Программа Firefox-ESR и µTorrent, №5"))


if __name__ == "__main__":
    unittest.main()
