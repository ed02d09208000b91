"""Texts that recognisers confuse: serial numbers, equal letters in a row, underscores, operators, Roman numerals, `I` or `l`, dashes, arrows."""

import string

RUNS = ("W", "V", "w", "v", "l", "I", "i", "O", "o", "0", "m", "n", "1", "_", "-", "=", ".", "*", "/", "#", "+", "~", "r", "t", "f", "s", "e", "S", "8")
ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXIV XXX XL L LX XC C CD D CM M MCM MDCC MDCCC MCMXC MMXX".split()
OPERATORS = "== != >= <= => -> <- <-> === !== && || :: := ++ -- += -= *= /= ** // /* */ <> << >> ... .. ?. ?? |> <| </ /> #{ ${ {{ }} [] () {} |- :- ~> ~= ^= ; ;; \\ \\n %s %d &mut @_ $1 r\" f' ''' \"\"\"".split()
PRONOUN_SENTENCES = ("I {}", "and I {}", "{} I {}", "If I {}, I", "I, {}", "“I {}”", "I’m {}", "I'll {}", "I. {}", "Part I {}", "Type I {}", "{} Charles I", "War II {}", "Am I {}?", "{}, I said", "AI and {}", "IT {}", "{} I/O")
I_WORDS = "I I I In If It Is Its It's I'm I've Ian Icon Iowa Idaho Illinois India Italy Ireland Iran Iraq Island Ivan Ida Irene Isaac Ingrid Iris Image Index Info Input Insert Italic Items Invoice Incl. Inc. ID IDs IP IT II III IV IIS IEEE ISO IBAN IMEI I/O IoT AI UI API GUI CI iOS iPad HIV VAT-ID Illegal Ill Ideal Idle Ilse Isle Als Alle Allee All Al Also Alt la le les il lo lui ll llama Llanelli Lima Lille Lily lid lie lip list line link lost Lin".split()
RANGES = "{a}–{b}|{a}–{b}|{a}-{b}|{a} – {b}|{a} - {b}|${a}–${b}|${a}.00–${b}.50|{a} %–{b} %|{a}%–{b}%|€{a}–{b}|pp. {a}–{b}|p. {a}-{b}|20{a:02}–{b:02}|19{a:02}–20{b:02}|{a}:00–{b}:30|{a}.–{b}.|§§ {a}–{b}|−{a} to −{b}|A–Z|a–z|A-Z|{a}—{b}|({a}–{b})|{a}–{b} km|No. {a}-{b}|{w}–{w}|{w}-{w}|{w}—{w}|{w} – {w}|{w} — {w}".split("|")
APOSTROPHES = "{}’s|{}'s|{}s’|l’{}|l'{}|d’{}|O’{}|rock ’n’ {}|don’t {}|don't {}|it’s {}|it's {}|we’re {}|’{}’|‘{}’|'{}'|`{}`|“{}”|\"{}\"|“{}’s {}”|‘{}’ and “{}”|„{}“|5′ {}″".split("|")
CHANGES = "{a}{n}|{a}{n}%|{a}{n}%|{a} {n}%|{a} {n}|{n}% {a}|{n} {a}|({a}{n}%)|{w} {a}{n}%|{a}{n} {w}|{w} {n} {a}{m}%|{a} {w}|{w} {a} {w}|{n} {a} {m}|{a}${n}|{w}: {a} {n}".split("|")
MARKS = "§ {}|° {}|№ {}|{} ‰|{}°|{} °C|§§ {}–{}|− {}|– {}|{}, − {}|± {}|{}—{}|{}——{}|{} — {}|—{}|{}-|{}–|(−{})|*{}|†{}|{}‡|¶{}|{}′|{}″|{}² + {}²|{}³|10⁻³ · {}|≈ {}|≤ {}|{} × {}|{} ÷ {}|{}:{}|{}/{}|~{}|No. {}|Nr. {}|#{}|€ {}|£{}|¥{}|{} ¢".split("|")


class HardTexts:
    """A generator of such texts, with the random numbers and words of a `TextGenerator`."""

    def __init__(self, texts):
        self.texts, self.random = texts, texts.random

    def text(self):
        r = self.random
        return r.choice([self.serial, self.serial, self.run, self.identifier, self.operators, self.roman, self.pronoun, self.pronoun, self.marks, self.marks, self.digits, self.capital_i, self.capital_i, self.range, self.range, self.change, self.change, self.apostrophe, self.escapes])()

    def serial(self):
        """A key, serial number, hash or code whose letters and digits look alike."""
        r = self.random
        pool = r.choice(["0O1Il8B5S2Z", "0O1I8B5S2Z6G" + string.digits, string.ascii_uppercase + string.digits, "0123456789abcdef", string.ascii_letters + string.digits, "0123456789ABCDEF", string.ascii_letters + string.digits + "+/"])
        groups = [r.choice([4, 5, 6])] * r.randint(2, 5) if r.random() < 0.5 else [r.randint(6, 32)]
        code = r.choice("-- :.").join("".join(r.choice(pool) for _ in range(size)) for size in groups)
        return r.choice(["{}", "{}", "{}", "Key: {}", "S/N {}", "VIN: {}", "IMEI {}", "ID {}", "SHA {}", "0x{}", "Part no. {}"]).format(code)

    def run(self):
        """Words with equal letters in a row."""
        r = self.random
        out = []
        for _ in range(r.randint(1, 4)):
            pool = [r.choice(RUNS) for _ in range(r.choice([1, 1, 2]))]
            run = "".join(r.choice(pool) for _ in range(r.randint(2, 7)))
            out.append(r.choice(["", self.texts.word()]) + run if r.random() < 0.5 else run + r.choice(["", self.texts.word()]))
        return " ".join(out)

    def identifier(self):
        r = self.random
        word = lambda: self.texts.word().lower().replace("'", "")
        return r.choice([lambda: f"__{word()}__", lambda: f"_{word()}", lambda: f"{word()}_{word()}_{word()}", lambda: f"{word()}__{word()}", lambda: "___", lambda: f"self.{word()}_", lambda: f"{word()}.{r.choice('lIi')}{r.choice('lIi')}{r.choice('lI1')}", lambda: f"{word().upper()}_{word().upper()}", lambda: f"list[{r.choice('lIij01')}{r.choice('1lI')}]", lambda: f"{r.choice('abcxyi')}_{r.choice('0123ij')}"])()

    def operators(self):
        """Code of names and operators, which some fonts join to one sign."""
        r = self.random
        return " ".join(r.choice([lambda: r.choice(OPERATORS), lambda: r.choice(OPERATORS) + r.choice(OPERATORS), self.texts.word, lambda: str(r.randint(0, 100)), lambda: r.choice("abcijxyzlIO01")])() for _ in range(r.randint(2, 7)))

    def roman(self):
        r = self.random
        number = r.choice(ROMAN)
        return r.choice(["{}", "{}.", "{}. {}", "({})", "Chapter {}", "{} {}", "Table {}", "§ {}", "{}, {}", "Vol. {}", "{}—{}"]).format(number.lower() if r.random() < 0.2 else number, self.texts.word())

    def pronoun(self):
        pattern = self.random.choice(PRONOUN_SENTENCES)
        return pattern.format(*(self.texts.phrase(3) for _ in range(pattern.count("{}"))))

    def marks(self):
        pattern = self.random.choice(MARKS)
        number = lambda: str(self.texts.number(9999)) if self.random.random() < 0.7 else self.texts.word()
        return pattern.format(*(number() for _ in range(pattern.count("{}"))))

    def capital_i(self):
        """Words that begin with `I` or `l`, which many faces draw alike, among others."""
        r = self.random
        words = [r.choice(I_WORDS) if r.random() < 0.6 else self.texts.word() for _ in range(r.randint(1, 5))]
        return " ".join(words)

    def range(self):
        r = self.random
        pattern = r.choice(RANGES)
        low = r.randint(0, int(10 ** r.uniform(0.5, 4)))
        while "{w}" in pattern:
            pattern = pattern.replace("{w}", self.texts.word().replace("{", "").replace("}", ""), 1)
        if "{a:02}" in pattern:
            low %= 99
        return pattern.format(a=low, b=min(99, low + 1) if "{b:02}" in pattern else low + r.randint(1, 50))

    def change(self):
        """Arrows beside numbers, as in reports of sales: `↑27%` is not `127%`."""
        r = self.random
        arrow = r.choice("↑↑↑↑↓↓↓↓→→←↗↘↔▲▼△▽")
        number = lambda: r.choice([str(r.randint(0, 9)), str(r.randint(10, 400)), f"{r.uniform(0, 99):.1f}", f"{r.randint(1, 9)}.{r.randint(100, 999)}"])
        return r.choice(CHANGES).replace("{w}", self.texts.word().replace("{", "").replace("}", "")).format(a=arrow, n=number(), m=number())

    def apostrophe(self):
        """Words with straight and curly apostrophes and quotation marks."""
        pattern = self.random.choice(APOSTROPHES)
        return pattern.format(*(self.texts.word() for _ in range(pattern.count("{}"))))

    def escapes(self):
        """Paths, patterns and escapes, in which small signs stand between letters."""
        r, word = self.random, self.texts.word
        return r.choice(
            [
                lambda: "C:" + "".join("\\" + word() for _ in range(r.randint(2, 4))),
                lambda: f"^[\\w.+-]+@[\\w-]+\\.{word().lower()}$",
                lambda: f"\\d{{{r.randint(1, 9)}}}-\\d{{{r.randint(1, 9)},}}",
                lambda: f"s/{word()}/{word()}/g; \\t\\n\\.\\s*",
                lambda: f'{{"{word()}": [{r.randint(0, 9)}, {r.uniform(0, 9):.1f}], "{word()}": {r.choice(["true", "null", "false"])}}}',
                lambda: f"~/{word()}/.{word()}/{word()}.{r.choice(['txt', 'tmp', 'log'])}",
                lambda: f"{word()}[{r.choice('ijkl01')}][{r.choice('ijkl01')}] = {word()}({r.choice('abxy')}, !{r.choice('abxy')}) || {word()}?.{word()};",
                lambda: f"{r.choice('abxyz')} >= {r.randint(0, 99)} && {r.choice('abxyz')} != {r.randint(0, 9)} || !{r.choice('abxyz')} ? {r.choice('abc')} : {r.choice('abc')}",
            ]
        )()

    def digits(self):
        r = self.random
        return r.choice(
            [
                lambda: " ".join("".join(r.choice(string.digits) for _ in range(4)) for _ in range(r.randint(2, 4))),
                lambda: f"{r.randint(0, 9)}.{r.randint(0, 999):03}.{r.randint(0, 999):03},{r.randint(0, 99):02}",
                lambda: f"{r.randint(-999, 999)} {r.randint(-999, 999)} {r.uniform(-1, 1):.3f}",
                lambda: f"{r.uniform(0, 10):.2f}e-{r.randint(1, 12):02}",
                lambda: f"{r.randint(0, 255)}.{r.randint(0, 255)}.{r.randint(0, 255)}.{r.randint(0, 255)}:{r.randint(1, 65535)}",
                lambda: "".join(r.choice("01") for _ in range(r.randint(4, 24))),
                lambda: "".join(r.choice("17") if r.random() < 0.5 else r.choice(string.digits) for _ in range(r.randint(3, 14))),
            ]
        )()
