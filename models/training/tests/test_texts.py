"""Texts to render: messages and words are cleaned, and generated texts have only characters of the alphabet."""

import json
import pathlib
import random
import tempfile
import unittest

from imagetotext_training import catalogues, word_lists
from imagetotext_training.alphabet import ALPHABET, OTHER, clean, known, mixes_scripts, script
from imagetotext_training.sign_texts import RARE_GROUPS
from imagetotext_training.text_generator import SCRIPTS, TextGenerator

SENTENCES = {
    "en": "The file number {} could not be opened for reading",
    "documents": "This is version {} of the program, see the notes",
    "html": "Page {} of the description of all its parts",
    "code": "if count == {}:\n    return None",
    "ru": "Не удалось открыть файл номер {} для чтения",
    "el": "Αδυναμία ανοίγματος του αρχείου {} για ανάγνωση",
    "vi": "Không thể mở tập tin số {} để đọc dữ liệu",
}
WORDS = {"american-english": ["house", "tree"], "ru": ["дом", "дерево"], "el": ["σπίτι", "δέντρο"], "vi": ["nhà", "cây"]}


def write_corpus(folder):
    """A small corpus, with enough texts that some are held out."""
    path = pathlib.Path(folder) / "corpus.json"
    texts = {name: [sentence.replace("{}", str(number)) for number in range(400)] for name, sentence in SENTENCES.items()}
    labels = {name: [text[:20].strip() for text in texts[name]] for name in ("ru", "el", "vi")}
    path.write_text(json.dumps({"texts": texts, "labels": labels, "words": WORDS}), encoding="utf-8")
    return str(path)


class Texts(unittest.TestCase):
    def test_messages_are_shown_as_programs_show_them(self):
        self.assertEqual(catalogues.readable("_Файл…"), "Файл…")
        self.assertEqual(catalogues.readable("Со~хранить"), "Сохранить")
        self.assertEqual(catalogues.readable("Mở (_O)"), "Mở")
        for message in ("%d файлов", "<b>Файл</b>", "{0} файлов", "a\\n", "漢字"):
            self.assertEqual(catalogues.readable(message), "", message)

    def test_messages_that_are_not_translated_are_left_out(self):
        self.assertTrue(catalogues.in_language("Открыть файл PDF", "ru"))
        self.assertFalse(catalogues.in_language("Open the file", "ru"))
        self.assertFalse(catalogues.in_language("Открыть файл", "el"))

    def test_a_broken_catalogue_has_no_messages(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "ru" / "LC_MESSAGES" / "broken.mo"
            path.parent.mkdir(parents=True)
            path.write_bytes(b"\xde\x12\x04\x95 not a catalogue")
            self.assertEqual(catalogues.messages("ru", [folder], random.Random(1)), ([], []))

    def test_hunspell_dictionaries_are_read_in_their_encoding(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "x.dic"
            path.write_bytes("2\nдом/AB\nлес\n".encode("koi8-r"))
            path.with_suffix(".aff").write_bytes(b"SET KOI8-R\n")
            self.assertEqual([word for word in word_lists.hunspell(str(path)) if word], ["дом", "лес"])

    def test_rare_groups_have_only_characters_of_the_alphabet(self):
        rare = {character for group in RARE_GROUPS for character in group}
        self.assertEqual(rare - set(ALPHABET), set())
        signs = {c for c in ALPHABET[95:] if script(c) is None}
        self.assertEqual(signs - rare, {OTHER})

    def test_generated_texts_are_known(self):
        with tempfile.TemporaryDirectory() as folder:
            texts = TextGenerator(1, write_corpus(folder))
            for make in (texts.paragraph, texts.phrase, texts.word, texts.short, texts.label, texts.signs.short, texts.signs.rare):
                for _ in range(300):
                    text = make()
                    self.assertTrue(text and known(clean(text)), (make.__name__, text))

    def test_texts_of_a_language_are_of_its_script(self):
        with tempfile.TemporaryDirectory() as folder:
            texts = TextGenerator(2, write_corpus(folder))
            for name in ("cyrillic", "greek"):
                letters = {script(c) for _ in range(50) for c in texts.phrase(6, texts.language(name)) if c.isalpha()}
                self.assertEqual(letters, {name})
            self.assertEqual({script(c) for _ in range(200) for c in texts.word() if c.isalpha()}, {"latin"})

    def test_words_are_of_one_script_in_paragraphs(self):
        with tempfile.TemporaryDirectory() as folder:
            texts = TextGenerator(3, write_corpus(folder))
            languages = [texts.language() for _ in range(2000)]
            self.assertEqual(set(languages), set(SENTENCES) - {"code"})
            self.assertFalse(any(mixes_scripts(texts.phrase()) for _ in range(200)))
            self.assertAlmostEqual(sum(SCRIPTS.values()), 1)

    def test_validation_texts_are_never_trained_on(self):
        with tempfile.TemporaryDirectory() as folder:
            path = write_corpus(folder)
            training, validation = TextGenerator(1, path), TextGenerator(1, path, validation=True)
            for name, texts in validation.texts.items():
                self.assertFalse(set(texts) & set(training.texts[name]))
                self.assertTrue(texts)


if __name__ == "__main__":
    unittest.main()
