"""Random texts of receipts: rows of one to four cells."""

from .alphabet import clean, known

GOODS = "COFFEE TEA MILK BREAD RICE WATER CHICKEN NOODLE FISH SOUP EGG SUGAR SALT OIL BEER WINE APPLE BANANA ONION PAPER PEN BATTERY CABLE SOAP SHAMPOO SET LARGE SMALL HOT ICE FRIED SPECIAL BOX PACK 500ML 1KG 2L 10PCS 60W 1/2\" 12X8 A4".split()
TOTAL_LABELS = "TOTAL|SUB TOTAL|SUBTOTAL|CASH|CHANGE|TAX INVOICE|GST 6%|VAT|ROUNDING|ROUNDING ADJ|TOTAL (INCL. GST)|TOTAL EXCL. OF TAX|TOTAL QTY|TOTAL ITEM(S)|AMOUNT DUE|PAYMENT|PAID AMOUNT|CREDIT CARD|VISA|MASTERCARD|TENDER|BALANCE|DISCOUNT|SERVICE CHARGE 10%|SUMME|MWST 19%|BAR|RÜCKGELD|TOTAL TTC|TVA|ESPÈCES|IVA|IMPORTE|CAMBIO|RAZEM|PTU A".split("|")
FIELD_LABELS = "TEL|FAX|DATE|TIME|INVOICE NO|INVOICE NO.|RECEIPT #|BILL#|ORDER#|CASHIER|SERVER|TABLE|PAX(S)|GST ID. NO|GST REG NO|VAT NO|COMPANY REG NO.|CO. REG. NO|DOC NO.|TRN|MEMBER|POINTS|APPROVAL CODE|REF|TERMINAL|STORE|POS|USER|CUSTOMER|COUNTER|SHIFT|CLOSED".split("|")
TABLE_HEADERS = [["ITEM", "QTY", "PRICE", "AMOUNT"], ["DESCRIPTION", "TOTAL"], ["QTY", "DESCRIPTION", "AMT(RM)"], ["TAX SUMMARY", "AMOUNT(RM)", "TAX(RM)"], ["CODE", "AMOUNT", "TAX"], ["QTY", "TAX", "RM"], ["ARTIKEL", "EUR"], ["GOODS", "TAX AMOUNT"]]
CLOSINGS = ["THANK YOU", "*** THANK YOU ***", "THANK YOU! COME AGAIN SOON", "HAVE A NICE DAY", "GOODS SOLD ARE NOT RETURNABLE", "KEEP THIS RECEIPT FOR RETURNS", "RETURNS WITHIN 14 DAYS ONLY", "NO CASH REFUNDS", "PRICES INCLUDE TAX WHERE APPLICABLE", "CUSTOMER COPY", "VIELEN DANK FÜR IHREN EINKAUF", "MERCI DE VOTRE VISITE", "GRACIAS POR SU COMPRA", "WWW.{}.COM", "FOLLOW US @{}"]
COMPANY_SUFFIXES = ["SDN BHD", "LTD", "LTD.", "GMBH", "S.A.", "INC.", "& SONS", "STORES", "RESTAURANT", "TRADING", "MARKET", "CAFE", "BHD", "ENTERPRISE", "HARDWARE", "BOOKSHOP", "PHARMACY", "CO."]
STREETS = ["JALAN", "STREET", "ROAD", "LOT", "AVENUE", "LORONG", "RUE", "VIA", "CALLE", "ALLEE", "PLAZA"]


class ReceiptText:
    """A seeded generator of rows; each is a list of one to four cells."""

    def __init__(self, texts):
        self.texts, self.random = texts, texts.random
        self.pick_style()

    def pick_style(self):
        """Chooses letter case and currency for the next receipt, which keeps to them."""
        self.style = self.random.choice([str.upper, str.upper, capitalise_words, capitalise_words, str])
        self.unit = self.random.choice(["", "", "RM", "$", "€", "RM ", "EUR "])

    def rows(self, count):
        """About `count` rows, from the shop's name to the closing line."""
        r = self.random
        kinds = [self.shop_details] * max(2, count // 5) + [self.field] * max(1, count // 6)
        kinds += [r.choice([self.item, self.item, self.item, self.detail, self.table_header, self.free_text]) for _ in range(count // 3)]
        kinds += [r.choice([self.total, self.total, self.tax_summary, self.field]) for _ in range(count // 4)]
        kinds += [self.closing] * r.randint(1, 3)
        rows = [[clean(self.apply_style(cell)) for cell in kind()] for kind in kinds]
        return [row for row in rows if row and all(cell and known(cell) for cell in row)]

    def apply_style(self, text):
        """`text` in the receipt's letter case; some texts keep their capitals."""
        return text if self.random.random() < 0.3 else self.style(text)

    def word(self):
        return self.texts.word().upper()

    def digits(self, count):
        return "".join(self.random.choice("0123456789") for _ in range(count))

    def price(self, exponent=2.5):
        value = f"{10 ** self.random.uniform(-0.5, exponent):.2f}"
        if self.random.random() < 0.08:
            value = value.replace(".", ",")
        return (self.unit if self.random.random() < 0.3 else "") + value

    def date_and_time(self):
        r = self.random
        day, month, year = r.randint(1, 31), r.randint(1, 12), r.randint(1999, 2029)
        date = r.choice([f"{day:02}/{month:02}/{year}", f"{day:02}-{month:02}-{year % 100:02}", f"{day:02}.{month:02}.{year}", f"{year}-{month:02}-{day:02}", f"{day:02}-{month:02}-{year}"])
        clock = r.choice([f"{r.randint(0, 23):02}:{r.randint(0, 59):02}", f"{r.randint(0, 23):02}:{r.randint(0, 59):02}:{r.randint(0, 59):02}", f"{r.randint(1, 12):02}:{r.randint(0, 59):02}{r.choice(['PM', 'AM', ' pm'])}"])
        return date, clock

    def shop_details(self):
        r = self.random
        return [
            r.choice(
                [
                    lambda: f"{self.word()} {self.word()} {r.choice(COMPANY_SUFFIXES)}",
                    lambda: f"({self.digits(r.choice([6, 7]))}-{r.choice('ADHKMPTUVWX')})",
                    lambda: f"{self.word()} {self.word()} {r.choice(COMPANY_SUFFIXES)} ({self.digits(6)}-{r.choice('ADHKMPTUVWX')})",
                    lambda: f"NO.{r.randint(1, 200)} & {r.randint(1, 200)}, {r.choice(STREETS)} {self.word()} {r.randint(1, 30)}/{r.randint(1, 30)},",
                    lambda: f"LOT {r.choice(['', '', 'G-'])}{r.randint(1, 4000)}, {r.choice(STREETS)} {self.word()},",
                    lambda: f"{self.digits(5)} {self.word()} {self.word()}, {self.word()}.",
                    lambda: f"{r.choice(STREETS)} {self.word()} {r.randint(1, 30)}",
                    lambda: f"{r.choice(['TEL', 'Tel', 'FAX', 'Ph.'])}{r.choice([':', ' : ', ' '])}0{r.randint(1, 9)}-{self.digits(7)}",
                    lambda: r.choice(["TAX INVOICE", "SIMPLIFIED TAX INVOICE", "RECEIPT", "CASH BILL", "INVOICE", "QUITTUNG", "FACTURE"]),
                    lambda: f"{self.digits(4)}-{self.word()} {self.word()}",
                ]
            )()
        ]

    def field(self):
        r = self.random
        date, clock = self.date_and_time()
        value = r.choice([self.digits(r.randint(1, 12)), f"{r.choice(['A', 'RE', 'V', 'INV', 'K'])}{r.choice(['-', '', ' '])}{self.digits(r.randint(3, 9))}", f"{self.digits(5)}/{self.digits(3)}/{self.digits(4)}", f"{date} {clock}", self.word(), f"{self.word()} {self.word()}", f"{self.digits(4)}-{self.digits(6)}"])
        one = f"{r.choice(FIELD_LABELS)}{r.choice([' : ', ': ', ' :', ':', ' '])}{value}"
        return r.choice([[one], [one], [f"{r.choice(FIELD_LABELS)}:", value], [date, clock], [clock, self.digits(6), date], [one, date], [f"{r.choice(FIELD_LABELS)}: {self.digits(2)}", f"{r.choice(FIELD_LABELS)}: {self.digits(r.randint(1, 6))}"]])

    def item(self):
        r = self.random
        name = " ".join(r.choice(GOODS) if r.random() < 0.5 else self.word() for _ in range(r.randint(1, 4)))
        name = r.choice(["", "", f"{self.digits(4)} ", f"{r.randint(1, 9)} ", f"{r.randint(1, 9)} x ", "* "]) + name
        code = r.choice(["", "", " S", " SR", " Z", " s", " T", " A"])
        return r.choice([[name, self.price() + code], [name, self.price() + code], [name], [str(r.randint(1, 99)), name, self.price()], [name, str(r.randint(1, 300)), "SR", self.price()]])

    def detail(self):
        r = self.random
        return r.choice(
            [
                [f"@{r.randint(1, 20)} X {self.unit}{self.price(1.5)}"],
                [f"{self.digits(13)}", f"{self.price(1.5)}*{r.randint(1, 9)}", f"{self.price()} {r.choice('SZT')}"],
                [f"{r.randint(1, 9)}.00", "x", self.price(1.5), self.price(), "SR"],
                [str(r.randint(1, 12)), f"D {self.price()} SR"],
                [f"{r.randint(1, 12)} @ {self.price(1.3)}", self.price()],
                [self.digits(r.choice([8, 12, 13]))],
                [r.choice("12345679AIZSX")],
            ]
        )

    def table_header(self):
        return list(self.random.choice(TABLE_HEADERS))

    def total(self):
        r = self.random
        note = r.choice(TOTAL_LABELS) + r.choice(["", "", ":", " :", f" {self.unit.strip()}"])
        return [note.strip(), r.choice([self.price(), self.price(3.5), f"-.0{r.randint(1, 9)}", "0.00", str(r.randint(1, 300))])]

    def tax_summary(self):
        r = self.random
        code = r.choice(["SR @ 6%", "S = 6%", "Z = 0%", "SR (@ 0%)", "A = 19,0%", "s = 6%", "SR @ A", "ZRL @ 0%", "TX 7%"])
        return [code, self.price(), f"{r.random() * 30:.2f}"]

    def closing(self):
        return [self.random.choice(CLOSINGS).format(self.word())]

    def free_text(self):
        return [self.texts.phrase(5, self.texts.language("latin"))]


def capitalise_words(text):
    """Each word with an initial capital; codes and numbers unchanged."""
    return " ".join(word if any(c.isdigit() for c in word) else word.capitalize() for word in text.split())
