"""Random texts with signs: quantities, prices, formulas, keys, trees and boxes, and lines of rare characters."""

import re

from .alphabet import ALPHABET, OTHER, script

UNITS = "m m² m³ cm mm km µm nm µs ms ns s h kg g mg µg t l ml µl L dB Hz kHz MHz GHz V mV kV µV A mA µA W kW MW kWh J kJ N Pa kPa hPa MPa bar Ω kΩ MΩ µF nF pF mH °C ℃ °F ℉ K % ‰ mol µmol/l mg/l g/cm³ kg/m³ m/s m/s² km/h W/m² lm lx cd rad ′ ″ ° dpi px pt € MB GB kB/s Mbit/s rpm".split()
CYRILLIC_UNITS = "м м² м³ см мм км кг г мг т л мл с мин ч кВт Вт В А Гц МГц кПа °C шт. руб. грн тыс. млн год г. гг. МБ ГБ".split()
CURRENCIES = "₴ ₽ ₸ ₮ ₹ ₫ ₩ ₡ ₱ ₿ ₦ ₲ ₵ ₭ ₼ ₾ ฿ ƒ € £ $ ¥ ¢ ₪ ₺ ₤ zł Kč kr лв. дин. ден. руб.".split()
SUPERSCRIPTS, SUBSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉"
FRACTIONS = "½ ⅓ ⅔ ¼ ¾ ⅕ ⅖ ⅗ ⅘ ⅙ ⅚ ⅛ ⅜ ⅝ ⅞".split()
FRACTION_PATTERNS = "{} cup|{} cups of {w}|{n}{} cup|{n} {} tsp|{}″|{n}{}″|{} l|{n}{} in|{} {w}|{n}{} miles|{} стакана|{n}{} Tasse|{} φλιτζάνι".split("|")
MOLECULES = "H₂O CO₂ O₂ N₂ H₂SO₄ NH₃ CH₄ C₆H₁₂O₆ Fe₂O₃ NaHCO₃ CaCO₃ NO₂ SO₂ H₂ N₂O C₂H₅OH Na⁺ Ca²⁺ SO₄²⁻ Cl⁻ OH⁻ NH₄⁺ H⁺ PO₄³⁻ Fe³⁺ PM₁₀ PM₂.₅ LiFePO₄ TiO₂ B₁₂ D₃ ¹⁴C ²³⁵U ⁴⁰K V₁ x₁ x₂ a₀ a₃".split()
GREEK_LETTERS = "αβγδεζηθκλμνξπρστφχψωΓΔΘΛΞΠΣΦΨΩ"
FORMULA_PATTERNS = "<g> = <n>|<g> = 0.0<d>|<g> ≈ <n>|<g> < 0.0<d>|<g> ≤ <n>|<g> ∈ {<d>, <n>}|Δ<v> = <n>|Δ<v>|<g><s>|<v><p> + <v><p> = <v><p>|<v><p>|<v> = <n><v><p> − <n>|∑ <v><s>|∑<v><s><p>|√<n>|√(<v><p> + <n>)|∂<v>/∂<v>|∫ <v> d<v>|∫<v><p> d<v>|lim <v> → ∞|<v> → 0|±<n> <u>|<n> ± <d> <u>|<n> × 10<p>|10<p>|10⁻<p>|<v> ∝ 1/<v>²|∇<v> = 0|<v> ∉ ∅|∀<v> ∃<v>|A ∪ B|A ∩ B = ∅|A ⊂ B|A ⊆ B|<v> ∧ <v>|<v> ∨ ¬<v>|<v> ≡ <d>|<v> ≠ <v>|∠ABC = <n>°|a ⊥ b|a ‖ b|∴ <v> = <n>|∏ <v><s>|ƒ(<v>) = <v><p>|<g>-<w>|<g><s> = <n> <u>|2π<v>|<n>π|<v> = <g><v>|σ² = <n>|µ = <n>|μ = <n>|χ² = <n>|p ≤ 0.0<d>|λ = <n> nm|ρ = <n> kg/m³|ΔT = <n> ℃|R = <n> Ω|<n> ⁿ|xⁿ + <v><p>|e⁻<p>|<n>·<n> = <n>|<n> ÷ <d>|<v>⁺|<v>⁻|(∞, <n>)|f′(<v>)|<d>⁄<d>".split("|")
KEYS = [*"⌘⇧⌥⌃⌫⏎↵⇥⎋␣↑↓←→", "Tab", "Esc", "Ctrl", "Alt", "Space"]
ARROWS = "←↑→↓↔↕↖↗↘↙⇒⇔↩↺↻"
PICTOGRAMS = "✓✗☐☑☒★☆●○■▪◦◆◇▶▼▽▲△◀◎♥♦♣♠♪♫♯♭♀♂⚠•‣⋮≡§¶†‡№©®™℮…"
BLOCKS = "▀▄█▌▐░▒▓"

_LETTERS = {name: "".join(c for c in ALPHABET if script(c) == name) for name in ("latin", "cyrillic", "greek")}
_VIETNAMESE = "".join(c for c in ALPHABET if "\u1ea0" <= c <= "\u1ef9") + "ĂăÂâĐđÊêÔôƠơƯưÁáÀàÃãÉéÈèÍíÌìÓóÒòÕõÚúÙùÝýĨĩŨũ"
_SIGNS = "".join(c for c in ALPHABET[95:] if script(c) is None and c != OTHER)

# Letters that are usual in the texts of several languages need no further lines.
_USUAL = set("àáâãäåæçèéêíîñóôöøúüšž" + "абвгдежзийклмнопрстуфхцчшщыьэюяії" + "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώ")

RARE_GROUPS = [
    [c for c in _LETTERS["latin"] if ("z" < c < "\u1e00" or c == "ẞ") and c not in _USUAL],
    list(_VIETNAMESE),
    [c for c in _LETTERS["cyrillic"] if c not in _USUAL],
    list(_LETTERS["cyrillic"]),
    [c for c in _LETTERS["greek"] if c not in _USUAL],
    list(_LETTERS["greek"]),
    [c for c in _SIGNS if "\u20a0" <= c <= "\u20bf"] + list("฿ƒ¢£¤¥"),
    [c for c in _SIGNS if "\u2500" <= c <= "\u259f"],
    [*"⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ₀₁₂₃₄₅₆₇₈₉₊₋ªº°′″", *FRACTIONS],
    [c for c in _SIGNS if "\u2200" <= c <= "\u22ff"] + list("±×÷¬‰ΔΩπ‖ℓ∞"),
    list("⌘⇧⌥⌃⌫⏎↵⇥⎋␣"),
    list(ARROWS),
    list(PICTOGRAMS),
    [c for c in _SIGNS if c < "\u0100"],
    [c for c in _SIGNS if "\u2000" <= c <= "\u206f" or "\u2100" <= c <= "\u214f"],
]
"""Rare characters in groups that the same fonts have, so that a line of one group can be drawn."""


class SignTexts:
    """Texts of signs, whose words are those of a `TextGenerator`."""

    def __init__(self, texts):
        self.texts, self.random = texts, texts.random

    def short(self):
        """One text of a random kind."""
        kinds = (self.quantity, self.price, self.formula, self.molecule, self.fraction, self.keys, self.box, self.pictogram, self.reference, self.mixed)
        return self.random.choices(kinds, (3, 3, 3.5, 1, 1.3, 1.5, 2.2, 1.2, 1.2, 2.5))[0]()

    def value(self):
        r = self.random
        return r.choice([str(r.randint(0, 9)), str(r.randint(10, 999)), f"{r.random() * 10:.2f}", f"{r.random() * 100:.1f}", f"{r.random() * 100:.1f}".replace(".", ","), f"{r.randint(1, 99)} {r.randint(0, 999):03}", f"−{r.randint(1, 90)}", f"+{r.randint(1, 90)}"])

    def quantity(self):
        r = self.random
        unit = r.choice(CYRILLIC_UNITS if r.random() < 0.25 else UNITS)
        pattern = r.choice(["{} {}", "{} {}", "{}{}", "≤ {} {}", "≥ {} {}", "≈ {} {}", "~{} {}", "± {} {}", "< {} {}", "({} {})", "[{} {}]", "ø {} {}", "{0}–{0} {1}", "{0} × {0} {1}", "{} {}."])
        text = pattern.format(self.value(), unit)
        return text if r.random() < 0.6 else f"{self.texts.word(self.texts.language('cyrillic') if unit in CYRILLIC_UNITS else None)} {text}"

    def price(self):
        r = self.random
        value, currency = self.value().lstrip("−+"), r.choice(CURRENCIES)
        return r.choice(["{c}{v}", "{c}{v}", "{v} {c}", "{v} {c}", "{c} {v}", "-{c}{v}", "{c}{v}/{w}", "{w} {c}{v}", "{v}{c}", "{v} {c}/м²"]).format(c=currency, v=value, w=self.texts.word())

    def formula(self):
        r = self.random

        parts = {
            "g": lambda: r.choice(GREEK_LETTERS),
            "n": self.value,
            "d": lambda: str(r.randint(1, 9)),
            "v": lambda: r.choice("xyztabcfuvknpEIRTV"),
            "p": lambda: self.digits(SUPERSCRIPTS),
            "s": lambda: self.digits(SUBSCRIPTS),
            "u": lambda: r.choice(UNITS),
            "w": self.texts.word,
        }
        text = re.sub("<([gndvpsuw])>", lambda match: parts[match[1]](), r.choice(FORMULA_PATTERNS))
        return text if r.random() < 0.6 else f"{self.texts.phrase(3)} {text}" if r.random() < 0.5 else f"({text})"

    def digits(self, digits):
        r = self.random
        return "".join(r.choice(digits) for _ in range(r.choice([1, 1, 1, 2])))

    def molecule(self):
        r = self.random
        return r.choice(["{}", "{} + {}", "{} → {} + {}", "{} ({})", "{1} {0}"]).format(*(r.choice(MOLECULES) for _ in range(3)))

    def fraction(self):
        r = self.random
        return r.choice(FRACTION_PATTERNS).format(r.choice(FRACTIONS), n=r.randint(1, 12), w=self.texts.word())

    def keys(self):
        r = self.random
        combined = r.choice(["", "", "+", " + ", " "]).join([*r.sample(KEYS, r.choice([1, 1, 2, 2, 3])), r.choice("ABCDEFGHIKLNOPQRSTVWXYZ123")])
        return combined if r.random() < 0.5 else f"{self.texts.label()} {combined}"

    def box(self):
        """A line of a table, tree or bar that is drawn with signs."""
        r = self.random
        name = lambda: self.texts.word().lower() + r.choice(["", ".txt", ".rs", "/", ".py"])
        line, down, corners = r.choice([("─", "│", "┌┬┐├┼┤└┴┘"), ("─", "│", "┌┬┐├┼┤└┴┘"), ("─", "│", "╭┬╮├┼┤╰┴╯"), ("═", "║", "╔╦╗╠╬╣╚╩╝")])
        left, middle, right = r.choice([corners[:3], corners[3:6], corners[6:]])
        share = r.randint(0, 12)
        return r.choice(
            [
                lambda: f"{'│   ' * r.randint(0, 2)}{r.choice(['├', '└'])}{'─' * r.randint(1, 2)} {name()}",
                lambda: left + middle.join(line * r.randint(2, 9) for _ in range(r.randint(1, 4))) + right,
                lambda: f"{down} " + f" {down} ".join(self.texts.phrase(2) for _ in range(r.randint(1, 3))) + f" {down}",
                lambda: f"{left}{line} {self.texts.phrase(2)} {line * r.randint(2, 8)}{right}",
                lambda: "█" * share + r.choice("░▒▓") * (12 - share) + r.choice(["", f" {share * 8} %", f" {share * 8}%"]),
                lambda: "━" * r.randint(2, 12) + r.choice(["", f" {share * 8}%", f" {self.value()} kB/s"]),
                lambda: line * r.randint(4, 24),
                lambda: "".join(r.choice(BLOCKS) for _ in range(r.randint(2, 10))),
                lambda: f"{r.choice('┃│')} {self.texts.phrase(3)}",
            ]
        )()

    def pictogram(self):
        r = self.random
        sign, text = r.choice(PICTOGRAMS), self.texts.phrase(3)
        return r.choice(["{0} {1}", "{0} {1}", "{1} {0}", "{0}{0}{0}", "{0}", "{1} {2} {1}", "{0}{1}"]).format(sign, text, r.choice(ARROWS))

    def reference(self):
        r = self.random
        language = self.texts.language("cyrillic")
        return r.choice([lambda: f"№ {r.randint(1, 9999)}", lambda: f"№{r.randint(1, 99)} {self.texts.phrase(2, language)}", lambda: f"{self.texts.phrase(3, language)} № {r.randint(1, 99)}", lambda: f"§ {r.randint(1, 300)}{r.choice(['', 'a', ' ff.', ' BGB', ' ч. 2'])}", lambda: f"§§ {r.randint(1, 30)}–{r.randint(30, 60)}", lambda: f"{r.randint(1, 60)}°{r.randint(0, 59)}′{r.randint(0, 59)}″{r.choice('NSEWСЮ')}", lambda: f"{self.texts.phrase(3)}{self.digits(SUPERSCRIPTS)}", lambda: f"{self.digits(SUPERSCRIPTS)} {self.texts.phrase(4)}", lambda: f"{r.choice(['1', '2', '3', '4'])}{r.choice(['º', 'ª'])} {self.texts.word()}"])()

    def mixed(self):
        """Words of two scripts beside each other, each word of one script."""
        r = self.random
        other = self.texts.phrase(3, self.texts.language(r.choice(["cyrillic", "cyrillic", "greek", "vi"])))
        latin = r.choice([self.texts.word(), self.texts.word().capitalize(), self.texts.identifier(), self.texts.word().upper(), f"{self.texts.word().capitalize()} {r.randint(1, 20)}"])
        return r.choice(["{} {}", "{} ({})", "{1} {0}", "{1} – {0}", "{} «{}»", "{} “{}”", "{1}: {0}", "{1}-{0}", "{} / {}"]).format(other, latin)

    def rare(self, most=18):
        """Some 5 to `most` rare characters of one group, each as often as the others: alone, in runs, and within words."""
        r = self.random
        group = r.choices(RARE_GROUPS, [len(group) for group in RARE_GROUPS])[0]
        if script(group[0]) is None:
            # Few fonts have all signs of a group.
            group = r.sample(group, min(len(group), 8))
        characters = [r.choice(group) for _ in range(r.randint(5, most))]
        name = script(characters[0])
        if name and r.random() < 0.5:
            language = "vi" if ord(characters[0]) > 0x1E00 else self.texts.language(name)
            letters = list(" ".join(self.texts.phrase(5, language) for _ in range(1 + most // 40)))
            places = [i for i, c in enumerate(letters) if script(c) == name]
            for i, c in zip(r.sample(places, min(len(places), len(characters))), characters):
                letters[i] = c
            return "".join(letters)
        words, i = [], 0
        while i < len(characters):
            count = r.choice([1, 1, 2, 3, 5])
            words.append("".join(characters[i : i + count]))
            i += count
        if name is None and r.random() < 0.4:
            for _ in range(1 + most // 40):
                words.insert(r.randint(0, len(words)), r.choice([self.texts.word(), self.value()]))
        return " ".join(words)
