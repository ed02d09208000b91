"""Texts of evaluation pictures: held-out paragraphs, and what people enter into forms and tables."""

import json
import re

from ..corpus import held_out

LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pl", "cs", "da", "sv", "nb", "fi", "hu", "ro", "pt_BR")
"""Languages with enough held-out text."""

# Written for these pictures; training does not have them.
NAMES = "Ada Lindqvist|Bořivoj Černý|Ilse Weiß|Íñigo Fuentes|Małgorzata Zając|Jean-Noël Lefèvre|Sorin Ștefănescu|Søren Østergaard|Åsa Öhman|João Magalhães|Ilona Kőszegi|Liam O’Connor|Päivi Häkkinen|Lucia D’Amico|Willem van den Berg|Ian Hill|Lily Allan".split("|")
PLACES = "Łódź|Århus|München|Besançon|Győr|Iași|Córdoba|São Paulo|Göteborg|Plzeň|Tromsø|Jyväskylä|Forlì|’s-Hertogenbosch|Wrocław|Illinois".split("|")
PRODUCTS = {
    "en": "Lamp oil|Wool blanket|Pencil, soft|Door hinge|Garden twine|Kettle 1.7 l|Desk mat|Ladder".split("|"),
    "de": "Lampenöl|Wolldecke|Weißer Bleistift|Türscharnier|Gartenschnur|Kännchen|Übertopf|Leiter".split("|"),
    "fr": "Huile d’éclairage|Couverture en laine|Crayon à papier|Charnière|Ficelle|Bouilloire|Théière|Échelle".split("|"),
    "es": "Aceite de lámpara|Manta de lana|Lápiz blando|Bisagra|Cordel de jardín|Tetera|Cojín|Escalera".split("|"),
    "pl": "Olej do lampy|Wełniany koc|Miękki ołówek|Zawias drzwiowy|Sznurek|Czajnik|Poduszka żółta|Drabina".split("|"),
    "cs": "Lampový olej|Vlněná deka|Měkká tužka|Dveřní závěs|Zahradní šňůra|Konvice|Polštář|Žebřík".split("|"),
    "da": "Lampeolie|Uldtæppe|Blød blyant|Dørhængsel|Havesnor|Kedel|Skrivebordsmåtte|Stige".split("|"),
}
LABELS = "Language|Time zone|Font size|Line height|Dark mode|Notifications|Keyboard layout|Backup folder|Proxy server|Port|User name|E-mail|Phone|Sound|Brightness|Auto-save|Spell checking|Printer|Paper size|Account type|Storage used|Last sync|Device ID|Units|First day of week".split("|")
STREETS = {"en": "Mill Lane {}", "de": "Mühlstraße {}", "fr": "{} rue des Écoles", "es": "Calle del Río, {}", "pl": "ul. Żytnia {}", "cs": "Příčná {}", "da": "Ågade {}"}


class Texts:
    """A generator of texts for one picture, driven by its `random`."""

    def __init__(self, random, paragraphs):
        self.random, self.paragraphs = random, paragraphs

    def language(self, among=LANGUAGES):
        return self.random.choice(among)

    def paragraph(self, language, shortest=80, longest=420):
        """A held-out paragraph, cut after a word when it is longer than `longest` characters."""
        pool = [text for text in self.paragraphs[language] if len(text) >= shortest] or self.paragraphs[language]
        text = self.random.choice(pool)
        return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0]

    def sentence(self, language, words=7):
        """A few words of running text, the first with a capital."""
        found = self.paragraph(language, 40).split()
        start = self.random.randint(0, max(0, len(found) - words))
        text = " ".join(found[start : start + words]).strip(" ,;:-–(")
        return text[:1].upper() + text[1:]

    def code(self):
        """Held-out lines of source, indentation kept."""
        return self.random.choice(self.paragraphs["code"]).split("\n")

    def name(self):
        return self.random.choice(NAMES)

    def place(self):
        return self.random.choice(PLACES)

    def label(self):
        return self.random.choice(LABELS)

    def product(self, language):
        return self.random.choice(PRODUCTS.get(language, PRODUCTS["en"]))

    def street(self, language):
        return STREETS.get(language, STREETS["en"]).format(self.random.randint(1, 199))

    def money(self, language, top=900):
        value = self.random.uniform(0.5, top)
        return f"{value:,.2f}" if language == "en" else f"{value:.2f}".replace(".", ",")

    def time(self):
        return f"{self.random.randint(0, 23)}:{self.random.randint(0, 59):02}"

    def date(self, language):
        day, month, year = self.random.randint(1, 28), self.random.randint(1, 12), self.random.randint(2011, 2026)
        return {"en": f"{month}/{day}/{year}", "fr": f"{day:02}/{month:02}/{year}", "es": f"{day:02}/{month:02}/{year}", "sv": f"{year}-{month:02}-{day:02}"}.get(language, f"{day}.{month}.{year}")

    def code_number(self, length=8):
        """Random digits and capitals, as in serial numbers and hashes."""
        return "".join(self.random.choice("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") for _ in range(length))

    def digits(self, length):
        return "".join(self.random.choice("0123456789") for _ in range(length))


def load_paragraphs(path="runs/corpus.json"):
    """language → held-out paragraphs of prose, and `code` → held-out source."""
    with open(path, encoding="utf-8") as file:
        texts = json.load(file)["texts"]
    paragraphs = {language: [text for text in texts[language] if held_out(text) and is_prose(text)] for language in LANGUAGES}
    paragraphs["code"] = [text for text in texts["code"] if held_out(text) and len(text) > 120]
    return paragraphs


def is_prose(text):
    """Whether it is prose rather than options and paths."""
    words = text.split()
    plain = sum(bool(re.fullmatch(r"[^\W\d_]{2,}[.,;:!?]?", word)) for word in words)
    return len(text) >= 60 and plain > 0.7 * len(words)
