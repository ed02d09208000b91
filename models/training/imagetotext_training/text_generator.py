"""Random short texts to render: words, prose, code, and what forms and screens show."""

import json
import math
import random
import unicodedata

from .alphabet import ALPHABET, clean, known
from .corpus import held_out

MONTHS = "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Oct Nov Dec janvier février mars avril mai juin juillet août septembre décembre März Mai Juni Oktober Dezember enero febrero marzo maggio grudnia stycznia".split()
UI_LABELS = "OK|Cancel|Save As…|File|Edit|View|Help|Settings|Sign in|Log out|Next|Back|Open…|Yes|No|Add to cart|Read more|Search|Ctrl+C|Ctrl+Shift+P|Alt+F4|Total|Subtotal|Tax|Qty|Amount|Balance|Reply|Forward|Inbox|Drafts|Sent|Home|About|Contact|Privacy|Menu|Download|Upload|Delete|Rename|Copy|Paste|Undo|Redo|Zoom|100%|New tab|Bookmarks|History|Profile|Account|Share|Like|Comment|Follow|Abbrechen|Speichern|Öffnen|Bearbeiten|Annuler|Enregistrer|Fermer|Aceptar|Cancelar|Guardar|Anuluj|Zapisz|Zrušit|Uložit|Annullér|Gem|Avbryt|Spara|I|a|1|A|x|×|?|!|…|•|→|✓|©|#|+|–|%".split("|")
# Common punctuation and symbols in use; {} stands for words.
PUNCTUATION_PATTERNS = "“{}”|‘{}’|\"{}\"|'{}'|«{}»|„{}“|({})|[{}]|{{{}}}|<{}>|*{}*|{}…|• {}|– {}|— {}|- {}|* {}|{}™|{}®|© {}|§ {}|{} °C|→ {}|{} → {}|✓ {}|{}: {}|{}; {}|{}, {}|{} — {}|{}–{}|{} × {}|{}/{}|{} & {}|{} | {}|# {}|> {}|1. {}|2) {}|a) {}|{}!|{}?|“{}”, {}|‹{}›|› {}|{}’s {}|■ {}|▪ {}|☐ {}|☑ {}|▶ {}|★ {}|{} ★★★★☆|¿{}?|¡{}!|¶ {}|† {}|{}‡".split("|")
MEASURE_PATTERNS = "{} m²|{} µs|{} ms|{} GB|{} MB/s|{}×{}|± {}|≤ {}|≥ {}|≈ {}|{} °F|{} km/h|{}px|{} ‰|½ {}|¼ {}|No. {}|{} kg|{} K|{} ≠ {}|{} ÷ {}|{}³|x² + {}|{}%|{} %|({})|[{}]|{}:{}|{}/{}|{} of {}|#{}|{},-|−{}|+{}|~{}|{}″|{}′|√{}|∞ {}|∑ {}|π {}|₹{}|₽ {}|¥{}|¢{}|{}¢|{} ₺".split("|")
QUOTE_PAIRS = [("“", "”"), ("“", "”"), ("‘", "’"), ("„", "“"), ("„", "”"), ("«", "»"), ("« ", " »"), ("»", "«")]
LOOK_ALIKES = ("Il1|!i/\\", "O0oQCcGD", "S5sZz2B8", ".,;:'\"`‘’“”-–—_~", "rnmuvwWVnhbd", "gq9yjpþ", "({[<>]})", "aeocäöüëéèêàâ", "tfłlİıiíìî", "=-_+*#@&%$")


class TextGenerator:
    """A seeded generator of texts; with `validation` only of texts that training never sees."""

    def __init__(self, seed, corpus="runs/corpus.json", validation=False):
        self.random = random.Random(seed)
        with open(corpus, encoding="utf-8") as file:
            data = json.load(file)
        self.words = data["words"]
        self.texts = {name: [t for t in texts if held_out(t) == validation] for name, texts in data["texts"].items()}
        self.texts = {name: texts for name, texts in self.texts.items() if texts}
        self.languages = [name for name in self.texts if name not in ("en", "documents", "html", "code")]
        self.word_lists = list(self.words)

    def chance(self, share):
        return self.random.random() < share

    def number(self, maximum=9999):
        return self.random.randint(0, int(10 ** self.random.uniform(0.5, math.log10(maximum))))

    def word(self):
        name = "american-english" if self.chance(0.5) else self.random.choice(self.word_lists)
        return self.random.choice(self.words.get(name) or self.words[self.word_lists[0]])

    def paragraph(self):
        """Running text of one language."""
        kind = self.random.random()
        if kind < 0.3:
            name = "en"
        elif kind < 0.8:
            name = self.random.choice(self.languages)
        else:
            name = self.random.choice(["documents", "html"])
        text = self.random.choice(self.texts[name])
        return self.typeset(text) if self.chance(0.4) else text

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

    def phrase(self, most=6):
        """One to `most` words of running text, or that many unrelated words."""
        count = min(most, self.random.choice([1, 1, 2, 2, 3, 4, 5, 6]))
        if self.chance(0.35):
            return " ".join(self.word() for _ in range(count))
        words = self.paragraph().split()
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
        return "".join(self.random.choice(ACCENTED[c]) if c in ACCENTED and self.chance(0.3) else c for c in self.phrase(4))

    def look_alikes(self):
        """Runs of characters that look alike, or of any characters."""
        pool = self.random.choice([*LOOK_ALIKES, ALPHABET[1:95], ALPHABET[1:95], ALPHABET[1:]])
        return " ".join("".join(self.random.choice(pool if self.chance(0.6) else ALPHABET[1:95]) for _ in range(self.random.randint(1, 8))) for _ in range(self.random.randint(1, 4)))

    def short(self):
        """The text of a label, a cell, a button or a line of a form."""
        kind = self.random.random()
        if kind < 0.3:
            text = self.phrase()
        elif kind < 0.4:
            text = self.random.choice(UI_LABELS)
        elif kind < 0.5:
            text = self.random.choice([self.amount, self.date])()
        elif kind < 0.62:
            text = self.identifier()
        elif kind < 0.72:
            pattern = self.random.choice(PUNCTUATION_PATTERNS)
            text = pattern.format(*(self.phrase(3) for _ in range(pattern.count("{}"))))
        elif kind < 0.78:
            pattern = self.random.choice(MEASURE_PATTERNS)
            text = pattern.format(*(self.number() for _ in range(pattern.count("{}"))))
        elif kind < 0.86:
            text = self.accented()
        elif kind < 0.91:
            text = self.look_alikes()
        elif kind < 0.93:
            text = " ".join(str(self.number(10_000_000)) for _ in range(self.random.randint(1, 5)))
        else:
            text = self.random.choice("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-+*/=?!•%&#")
        return self.vary_case(text)

    def vary_case(self, text):
        if self.chance(0.08):
            text = text.upper()
        elif self.chance(0.08):
            text = text.title()
        text = clean(text)
        return text if text and known(text) else "a"


def _accented_forms():
    forms = {}
    for character in ALPHABET:
        base = unicodedata.normalize("NFD", character)[0]
        if base != character:
            forms.setdefault(base, []).append(character)
    for base, others in {"o": "øœ", "O": "ØŒ", "l": "łŀ", "L": "Ł", "d": "đð", "D": "ĐÐ", "a": "æ", "A": "Æ", "s": "ß", "h": "ħ", "t": "ŧ", "n": "ŋ", "i": "ı", "p": "þ", "P": "Þ"}.items():
        forms.setdefault(base, []).extend(others)
    return forms


ACCENTED = _accented_forms()
