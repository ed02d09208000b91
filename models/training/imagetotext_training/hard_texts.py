"""Texts that recognisers confuse: serial numbers, equal letters in a row, underscores, operators, Roman numerals, lone `I`."""

import string

RUNS = ("W", "V", "w", "v", "l", "I", "i", "O", "o", "0", "m", "n", "1", "_", "-", "=", ".", "*", "/", "#", "+", "~", "r", "t", "f", "s", "e", "S", "8")
ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXIV XXX XL L LX XC C CD D CM M MCM MDCC MDCCC MCMXC MMXX".split()
OPERATORS = "== != >= <= => -> <- <-> === !== && || :: := ++ -- += -= *= /= ** // /* */ <> << >> ... .. ?. ?? |> <| </ /> #{ ${ {{ }} [] () {} |- :- ~> ~= ^= ; ;; \\ \\n %s %d &mut @_ $1 r\" f' ''' \"\"\"".split()
PRONOUN_SENTENCES = ("I {}", "and I {}", "{} I {}", "If I {}, I", "I, {}", "“I {}”", "I’m {}", "I'll {}", "I. {}", "Part I {}", "Type I {}", "{} Charles I", "War II {}", "Am I {}?", "{}, I said", "AI and {}", "IT {}", "{} I/O")
MARKS = "§ {}|° {}|№ {}|{} ‰|{}°|{} °C|§§ {}–{}|− {}|– {}|{}, − {}|± {}|{}—{}|{}——{}|{} — {}|—{}|{}-|{}–|(−{})|*{}|†{}|{}‡|¶{}|{}′|{}″|{}² + {}²|{}³|10⁻³ · {}|≈ {}|≤ {}|{} × {}|{} ÷ {}|{}:{}|{}/{}|~{}|No. {}|Nr. {}|#{}|€ {}|£{}|¥{}|{} ¢".split("|")


class HardTexts:
    """A generator of such texts, with the random numbers and words of a `TextGenerator`."""

    def __init__(self, texts):
        self.texts, self.random = texts, texts.random

    def text(self):
        r = self.random
        return r.choice([self.serial, self.serial, self.run, self.identifier, self.operators, self.roman, self.pronoun, self.pronoun, self.marks, self.marks, self.digits])()

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
