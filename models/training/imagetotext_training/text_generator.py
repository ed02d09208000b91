"""Random short texts to render: words, prose, code, and what forms and screens show."""

import json
import math
import random
import unicodedata

from .alphabet import ALPHABET, clean, known, script
from .catalogues import SCRIPT_OF
from .corpus import LATIN, MORE_LATIN, held_out
from .sign_texts import SignTexts

MONTHS = "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Oct Nov Dec janvier février mars avril mai juin juillet août septembre décembre März Mai Juni Oktober Dezember enero febrero marzo maggio grudnia stycznia".split()
UI_LABELS = "OK|Cancel|Save As…|File|Edit|View|Help|Settings|Sign in|Log out|Next|Back|Open…|Yes|No|Add to cart|Read more|Search|Ctrl+C|Ctrl+Shift+P|Alt+F4|Total|Subtotal|Tax|Qty|Amount|Balance|Reply|Forward|Inbox|Drafts|Sent|Home|About|Contact|Privacy|Menu|Download|Upload|Delete|Rename|Copy|Paste|Undo|Redo|Zoom|100%|New tab|Bookmarks|History|Profile|Account|Share|Like|Comment|Follow|Abbrechen|Speichern|Öffnen|Bearbeiten|Annuler|Enregistrer|Fermer|Aceptar|Cancelar|Guardar|Anuluj|Zapisz|Zrušit|Uložit|Annullér|Gem|Avbryt|Spara|I|a|1|A|x|×|?|!|…|•|→|✓|©|#|+|–|%".split("|")
# Common punctuation and symbols in use; {} stands for words.
PUNCTUATION_PATTERNS = "“{}”|‘{}’|\"{}\"|'{}'|«{}»|„{}“|({})|[{}]|{{{}}}|<{}>|*{}*|{}…|• {}|– {}|— {}|- {}|* {}|{}™|{}®|© {}|§ {}|{} °C|→ {}|{} → {}|✓ {}|{}: {}|{}; {}|{}, {}|{} — {}|{}–{}|{} × {}|{}/{}|{} & {}|{} | {}|# {}|> {}|1. {}|2) {}|a) {}|{}!|{}?|“{}”, {}|‹{}›|› {}|{}’s {}|■ {}|▪ {}|☐ {}|☑ {}|▶ {}|★ {}|{} ★★★★☆|¿{}?|¡{}!|¶ {}|† {}|{}‡".split("|")
MEASURE_PATTERNS = "{} m²|{} µs|{} ms|{} GB|{} MB/s|{}×{}|± {}|≤ {}|≥ {}|≈ {}|{} °F|{} km/h|{}px|{} ‰|½ {}|¼ {}|No. {}|{} kg|{} K|{} ≠ {}|{} ÷ {}|{}³|x² + {}|{}%|{} %|({})|[{}]|{}:{}|{}/{}|{} of {}|#{}|{},-|−{}|+{}|~{}|{}″|{}′|√{}|∞ {}|∑ {}|π {}|₹{}|₽ {}|¥{}|¢{}|{}¢|{} ₺".split("|")
QUOTE_PAIRS = [("“", "”"), ("“", "”"), ("‘", "’"), ("„", "“"), ("„", "”"), ("«", "»"), ("« ", " »"), ("»", "«")]
LOOK_ALIKES = ("Il1|!i/\\", "O0oQCcGD", "S5sZz2B8", ".,;:'\"`‘’“”-–—_~", "rnmuvwWVnhbd", "gq9yjpþ", "({[<>]})", "aeocäöüëéèêàâ", "tfłlİıiíìî", "=-_+*#@&%$")


SCRIPTS = {"latin": 0.6, "cyrillic": 0.21, "greek": 0.1, "vi": 0.09}
"""Shares of the texts of one language; Vietnamese has so many letters of its own that it counts like a script.

As receipts and source code are in Latin letters, these are two of five lines of all pages.
"""

RARE_SHARE = 0.08
"""Paragraphs of rare characters, so that training sees each of them thousands of times in a million lines."""

LANGUAGE_WEIGHTS = {"en": 12.0, "documents": 5.0, "html": 3.0, **dict.fromkeys(LATIN, 2.0), **dict.fromkeys(MORE_LATIN, 0.5), "ru": 4.0, "uk": 3.0, "bg": 2.0, "sr": 2.0}
"""How often a language or kind of text is drawn within its script; others have 1, and those with few texts less."""

ENOUGH_TEXTS = 2000
"""A language with fewer texts is drawn less often, in proportion."""

WORDS_OF = {"en": ("american-english", "british-english"), "da": ("danish",), "de": ("ngerman",), "es": ("spanish",), "fr": ("french",), "it": ("italian",), "nb": ("bokmaal", "nynorsk"), "nl": ("dutch",), "pl": ("polish",), "pt": ("portuguese",), "pt_BR": ("portuguese",), "sv": ("swedish",), "ca": ("catalan", "ca")}
"""The word lists of a language that are not named after it."""


class TextGenerator:
    """A seeded generator of texts; with `validation` only of texts that training never sees."""

    def __init__(self, seed, corpus="runs/corpus.json", validation=False):
        self.random = random.Random(seed)
        with open(corpus, encoding="utf-8") as file:
            data = json.load(file)
        self.words = data["words"]
        self.texts, self.labels = (kept_texts(data[part], validation) for part in ("texts", "labels"))
        self.word_lists = [name for name in self.words if name not in (*SCRIPT_OF, "vi")]
        self.by_script = {}
        for name, texts in self.texts.items():
            if name != "code":
                weight = LANGUAGE_WEIGHTS.get(name, 1.0) * min(1.0, len(texts) / ENOUGH_TEXTS)
                self.by_script.setdefault("vi" if name == "vi" else SCRIPT_OF.get(name, "latin"), []).append((name, weight))
        self.scripts = [name for name in SCRIPTS if name in self.by_script]
        self.signs = SignTexts(self)

    def chance(self, share):
        return self.random.random() < share

    def number(self, maximum=9999):
        return self.random.randint(0, int(10 ** self.random.uniform(0.5, math.log10(maximum))))

    def language(self, script=None):
        """A random language or kind of text, of `script` (a key of `SCRIPTS`) or of any."""
        if script not in self.by_script:
            script = self.random.choices(self.scripts, [SCRIPTS[name] for name in self.scripts])[0]
        names, weights = zip(*self.by_script[script])
        return self.random.choices(names, weights)[0]

    def word(self, language=None):
        """A word of `language`, or of any that is written in Latin letters."""
        lists = [name for name in WORDS_OF.get(language, (language,)) if name in self.words]
        if language and not lists:
            return self.random.choice(self.random.choice(self.texts[language]).split())
        if not lists:
            lists = ["american-english"] if self.chance(0.5) and "american-english" in self.words else [self.random.choice(self.word_lists)]
        word = self.random.choice(self.words[self.random.choice(lists)])
        # The lists of frequent words have no capitals.
        return word.capitalize() if self.chance(0.12) else word

    def paragraph(self, language=None):
        """Running text of one language, or now and then of rare characters."""
        if language is None and self.chance(RARE_SHARE):
            return self.usable(self.signs.rare(most=400))
        text = self.random.choice(self.texts[language or self.language()])
        if self.chance(0.4):
            text = self.typeset(text)
        return self.with_signs(text) if self.chance(0.08) else text

    def with_signs(self, text):
        """`text` with a quantity, a formula, a name of another script or rare characters between two words."""
        words = text.split()
        words.insert(self.random.randint(0, len(words)), self.signs.rare() if self.chance(0.5) else self.signs.short())
        text = clean(" ".join(words))
        return text if known(text) else " ".join(words[:1])

    def typeset(self, text):
        """`text` with typographic quotes, apostrophes and dashes, and sometimes some words quoted."""
        left, right = self.random.choice(QUOTE_PAIRS)
        text = text.replace("'", "’").replace(" - ", " – ").replace("...", "…")
        while text.count('"') > 1:
            text = text.replace('"', left, 1).replace('"', right, 1)
        words = text.split()
        if len(words) > 3 and self.chance(0.5):
            first = self.random.randrange(len(words) - 1)
            last = min(len(words) - 1, first + self.random.randint(0, 3))
            words[first], words[last] = left + words[first], words[last] + right
        return " ".join(words)

    def code(self):
        """A dozen lines of source, indentation kept."""
        return self.random.choice(self.texts["code"])

    def label(self, language=None):
        """A text of a button, menu or dialog in `language` or any."""
        texts = self.labels.get(language or self.language())
        return self.random.choice(texts) if texts else self.random.choice(UI_LABELS)

    def phrase(self, most=6, language=None):
        """One to `most` words of running text in `language` or any, or that many unrelated words."""
        count = min(most, self.random.choice([1, 1, 2, 2, 3, 4, 5, 6]))
        language = language or self.language()
        if self.chance(0.35):
            return " ".join(self.word(language) for _ in range(count))
        words = self.random.choice(self.texts[language]).split()
        start = self.random.randint(0, max(0, len(words) - count))
        return " ".join(words[start : start + count])

    def amount(self):
        value = self.random.random() * 10 ** self.random.uniform(0, 6)
        text = self.random.choice(["{:,.2f}", "{:.2f}", "{:.2f}", "{:,.0f}", "{:.1f}"]).format(value)
        if self.chance(0.2):
            text = text.replace(",", " ").replace(".", ",")
        return self.random.choice(["{}", "{}", "{}", "${}", "€{}", "{} €", "£{}", "RM {}", "RM{}", "{} zł", "{} kr", "CHF {}", "-{}", "USD {}", "{} SR", "({})", "{} Kč", "{}T"]).format(text)

    def date(self):
        r = self.random
        day, month, year = r.randint(1, 31), r.randint(1, 12), r.randint(1950, 2035)
        clock = r.choice(["", "", f" {r.randint(0, 23)}:{r.randint(0, 59):02d}", f" {r.randint(0, 23):02d}:{r.randint(0, 59):02d}:{r.randint(0, 59):02d}", f" {r.randint(1, 12)}:{r.randint(0, 59):02d} {r.choice(['AM', 'PM', 'am', 'pm'])}"])
        form = r.choice([f"{year}-{month:02d}-{day:02d}", f"{day:02d}/{month:02d}/{year}", f"{day}.{month}.{year}", f"{day:02d}-{month:02d}-{year % 100:02d}", f"{day} {r.choice(MONTHS)} {year}", f"{r.choice(MONTHS)} {day}, {year}", f"{day}. {r.choice(MONTHS)}"])
        return form + clock

    def identifier(self):
        r, low = self.random, lambda: self.word().lower()
        code = "".join(r.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") for _ in range(r.randint(3, 12)))
        return r.choice(
            [
                lambda: f"{r.choice(['https://', 'http://', 'www.', ''])}{low()}.{r.choice(['com', 'org', 'net', 'io', 'de', 'co.uk', 'fr'])}{r.choice(['', '/', f'/{low()}', f'/{low()}/{low()}.html', f'?id={self.number()}&q={low()}', f'#{low()}'])}",
                lambda: f"{low()}{r.choice('._-')}{low()}@{low()}.{r.choice(['com', 'org', 'eu', 'ac.uk'])}",
                lambda: r.choice(["/", "~/", "./", "C:\\", "../"]) + "/".join(low() for _ in range(r.randint(1, 4))) + r.choice(["", ".txt", ".rs", ".py", ".tar.gz", ".json", ".PNG", "/"]),
                lambda: "".join(r.choice("0123456789abcdef") for _ in range(r.choice([4, 6, 8, 12, 16, 32]))),
                lambda: r.choice(["v", "", "V"]) + ".".join(str(r.randint(0, r.choice([9, 20, 300]))) for _ in range(r.randint(2, 4))) + r.choice(["", "-rc1", "+dfsg-1", "_amd64.deb"]),
                lambda: f"{low()}_{low()}" + r.choice(["", "()", "[0]", f" = {self.number()}", ";", " == None", " -> bool", " => {", "::new()", "<T>", "&mut self", ": &str,"]),
                lambda: low() + self.word().capitalize() + r.choice(["", "()", "<T>", "[i]", "*", "&", "?;"]),
                lambda: f"--{low()}" + r.choice(["", f"={self.number()}", f"-{low()}"]),
                lambda: f"$ {low()} -{r.choice('abcdefghijklmnoprstuvxyz')} {low()}",
                lambda: r.choice(["+{0} ({1:03d}) {2:03d}-{3:04d}", "({1:03d}) {2:03d}-{3:04d}", "+{0} {1} {2} {3}", "0{1}-{3} {2}", "{1:03d}-{2:03d}-{3:04d}"]).format(r.randint(1, 99), r.randint(1, 999), r.randint(0, 999), r.randint(0, 9999)),
                lambda: code + r.choice(["", f"-{self.number()}", f"/{self.number()}"]),
                lambda: f"[{r.randint(1, 99)}]",
            ]
        )()

    def accented(self):
        """Words with some letters replaced by accented forms, so that every letter of the alphabet occurs."""
        text = self.phrase(4, self.language("latin"))
        return "".join(self.random.choice(ACCENTED[c]) if c in ACCENTED and self.chance(0.3) else c for c in text)

    def look_alikes(self):
        """Runs of characters that look alike, or of any characters."""
        pool = self.random.choice([*LOOK_ALIKES, ALPHABET[1:95], ALPHABET[1:95], ALPHABET[1:95]])
        return " ".join("".join(self.random.choice(pool if self.chance(0.6) else ALPHABET[1:95]) for _ in range(self.random.randint(1, 8))) for _ in range(self.random.randint(1, 4)))

    def short(self):
        """The text of a label, a cell, a button or a line of a form."""
        kind = self.random.random()
        if kind < 0.2:
            text = self.phrase()
        elif kind < 0.28:
            text = self.label()
        elif kind < 0.32:
            text = self.random.choice(UI_LABELS)
        elif kind < 0.4:
            text = self.random.choice([self.amount, self.date])()
        elif kind < 0.48:
            text = self.identifier()
        elif kind < 0.56:
            pattern = self.random.choice(PUNCTUATION_PATTERNS)
            text = pattern.format(*(self.phrase(3) for _ in range(pattern.count("{}"))))
        elif kind < 0.6:
            pattern = self.random.choice(MEASURE_PATTERNS)
            text = pattern.format(*(self.number() for _ in range(pattern.count("{}"))))
        elif kind < 0.64:
            return self.usable(self.accented())
        elif kind < 0.68:
            return self.usable(self.look_alikes())
        elif kind < 0.78:
            return self.usable(self.signs.short())
        elif kind < 0.97:
            return self.usable(self.signs.rare())
        elif kind < 0.98:
            text = " ".join(str(self.number(10_000_000)) for _ in range(self.random.randint(1, 5)))
        else:
            text = self.random.choice("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-+*/=?!•%&#")
        return self.vary_case(text)

    def vary_case(self, text):
        if self.chance(0.08):
            text = text.upper()
        elif self.chance(0.08):
            text = text.title()
        return self.usable(text)

    def usable(self, text):
        text = clean(text)
        return text if text and known(text) else "a"


def kept_texts(lists, validation):
    """The texts of each list that are for validation, or those that are not; no empty lists."""
    kept = {name: [text for text in texts if held_out(text) == validation] for name, texts in lists.items()}
    return {name: texts for name, texts in kept.items() if texts}


def _accented_forms():
    forms = {}
    for character in ALPHABET:
        base = unicodedata.normalize("NFD", character)[0]
        if base != character and script(base) == "latin":
            forms.setdefault(base, []).append(character)
    for base, others in {"o": "øœ", "O": "ØŒ", "l": "łŀ", "L": "Ł", "d": "đð", "D": "ĐÐ", "a": "æ", "A": "Æ", "s": "ß", "h": "ħ", "t": "ŧ", "n": "ŋ", "i": "ı", "p": "þ", "P": "Þ"}.items():
        forms.setdefault(base, []).extend(others)
    return forms


ACCENTED = _accented_forms()
