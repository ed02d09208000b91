#!/usr/bin/env python3
"""Generates the golden pictures and their texts. All texts are ours.

Needs `playwright` and Debian's `chromium`, `fonts-liberation2`, `fonts-dejavu`, `fonts-cabin`, `fonts-vollkorn`,
`fonts-hack`, `fonts-noto-core` and `fonts-noto-cjk`. Run it only to add a picture, with the picture's name: another browser version draws other pixels.
"""

import pathlib
import random
import re
import sys

from playwright.sync_api import sync_playwright

HERE = pathlib.Path(__file__).parent

LANGUAGES = {
    "german": "Über den Dächern der Straße hängt früh noch Nebel. Die Bäckerin öffnet um fünf, grüßt mürrische Gäste höflich und verkauft süße Brötchen für 0,85 €.",
    "french": "L’été dernier, à l’hôtel près du château, un élève naïf goûta un gâteau aux noix. « Ça alors ! » s’écria sa sœur, très étonnée : où était passée la crème brûlée ?",
    "spanish": "¿Dónde está el niño? Mañana, según el señor Ibáñez, llegará en avión desde Málaga. ¡Qué ilusión! Traerá jamón, piñones y un pingüino de peluche.",
    "polish": "Zażółć gęślą jaźń, mówił dziadek, a żona śmiała się głośno. W źródle pod dębem mieszkała ćma, która późną nocą piła świeży sok z jabłek.",
    "czech": "Příliš žluťoučký kůň úpěl ďábelské ódy, říkala učitelka. Ještě že dítě neběželo přes řeku, když začal padat těžký sníh a šňůra se přetrhla.",
    "danish": "På øen Ærø spiste småkager og rødgrød med fløde en våd sommeraften. Søren købte æbler, blåbær og en grøn dåse maling hos købmanden i går.",
    "russian": "Утром бабушка открыла окно и увидела, как лодки уходят в море. На столе лежали хлеб, мёд и яблоки по 45 рублей за килограмм, ещё тёплый пирог и свежая газета.",
    "ukrainian": "Їжак ніс яблука через старий ґанок, а щука в озері сміялася. Увечері бабуся спекла пиріг із вишнями, дістала мед і гукнула онуків до столу.",
    "greek": "Το πρωί η γιαγιά άνοιξε το παράθυρο και είδε τα καράβια να φεύγουν. Ψωμί, ελιές και τυρί: αυτά ήταν όλα όσα χρειαζόμασταν εκείνη την ημέρα.",
    "vietnamese": "Buổi sáng bà tôi mở cửa sổ và nhìn những chiếc thuyền rời bến. Bánh mì, cà phê sữa và một tờ báo: thế là đủ cho một ngày nghỉ ở quê.",
}

SCRIPTS = {
    # Lines, each as it stands: these scripts have no blanks where a line may end.
    "chinese": ("SC", ["早上，奶奶打开窗户，看见渔船离开港口。", "桌上有面包、牛奶和三个苹果。", "下午两点我们坐公共汽车去图书馆看书。"]),
    "chinese-traditional": ("TC", ["早上，奶奶打開窗戶，看見漁船離開港口。", "桌上有麵包、牛奶和三個蘋果。", "下午兩點我們坐公車去圖書館看書。"]),
    "japanese": ("JP", ["朝、祖母は窓を開けて、船が港を出るのを見ました。", "机の上にパンと牛乳とりんごが三つあります。", "午後二時にバスで図書館へ行きました。"]),
    "korean": ("KR", ["아침에 할머니는 창문을 열고 배가 떠나는 것을 보았습니다.", "식탁 위에는 빵과 우유, 사과 세 개가 있었습니다.", "오후 두 시에 우리는 버스를 타고 도서관에 갔습니다."]),
    "scripts": ("SC", ["The harbour wakes before the town does.", "Гавань просыпается раньше города.", "Το λιμάνι ξυπνά πριν από την πόλη.", "港口比城市醒得早。"]),
    "foreign-words": ("SC", ["Please send the Договор to the harbour office.", "The word привет means hello in the letter.", "The owner is Иван Петров, born in 1984.", "The Greek word λόγος means speech.", "Address: 北京市 Beijing, ZIP 100020"]),
}

# Lines from top to bottom, the first on the right.
VERTICAL = {
    "vertical-japanese": ("JP", ["朝、祖母は窓を開けて、船が港を出る", "のを見ていた。「風が強いね」と言う", "と、ゆっくりコーヒーを飲んだ。", "バスはWindows会館の前で止まり、", "乗客は二十四人だった。"]),
    "vertical-chinese": ("TC", ["「早上好！」奶奶打開窗戶說。", "漁船離開了港口，孩子們", "在河邊揮手；下午兩點，", "我們坐公車去圖書館看書。"]),
}

UNREAD = {
    # Pages in scripts that are not read: `tests/images/unread`.
    "arabic": ["استيقظ الميناء قبل المدينة", "وكانت القوارب تغادر ببطء نحو البحر", "ثم عاد الأطفال إلى البيت"],
    "hebrew": ["הנמל מתעורר לפני העיר", "והסירות יוצאות לאט אל הים", "אחר כך חזרו הילדים הביתה"],
    "devanagari": ["बंदरगाह शहर से पहले जागता है", "और नावें धीरे धीरे समुद्र की ओर जाती हैं", "फिर बच्चे घर लौट आए"],
    "thai": ["ท่าเรือตื่นก่อนเมือง", "และเรือค่อยๆ ออกไปสู่ทะเล", "แล้วเด็กๆ ก็กลับบ้าน"],
}

# Signs that the recogniser takes for digits and letters without a second look.
AMOUNTS = [("Revenue", "₹1,250,400"), ("Orders", "₴469,660"), ("Rent", "₽83,500"), ("Salaries", "₩2,450,000"), ("Fares", "₱48.50"), ("Lunch", "฿120"), ("Tea", "₺18.25"), ("Books", "₪156.94"), ("Water", "₸5,490"), ("Bread", "₦750"), ("Coffee", "45,000 ₫"), ("Reserve", "₿1.25"), ("Growth", "↑27%"), ("Returns", "↓142"), ("Alcohol", "1.5‰"), ("Target", "→ 350")]

# Cards with a picture, a name, a size, a price and a button.
PRODUCTS = [("Rye bread", "500 g", "€2.40"), ("Salted butter", "2 pieces", "€3.15"), ("Plum jam", "340 g", "€4.60"), ("Black tea", "80 bags", "€3.25"), ("Honey", "1 kg", "€9.80"), ("Oat flakes", "750 g", "€1.95")]

# The entries of a month, by day.
ENTRIES = {3: "Dentist", 8: "Move house", 17: "Rent", 22: "Concert", 26: "Parents’ evening"}

CAPITALS = ["ДОГОВОР АРЕНДЫ НЕЖИЛОГО ПОМЕЩЕНИЯ", "О ПРЕДОСТАВЛЕНИИ ОТПУСКА РАБОТНИКАМ", "МОЛОКО, ЖИДКОСТЬ, ЛОГОПЕД И ПОДЛОЖКА", "Договор вступает в силу с 1 марта 2025 г."]

PROSE = "font:16px/24px 'Liberation Serif'"
CODE = """fn mean(values: &[f64]) -> Option<f64> {
    if values.is_empty() {
        return None; // nothing to divide by
    }
    let sum: f64 = values.iter().sum();
    Some(sum / values.len() as f64)
}"""
LEFT = "The harbour wakes before the town does. Ropes creak, gulls quarrel over scraps, and somebody whistles a tune that nobody remembers the words of."
RIGHT = "By noon the fish are sold and the nets hang drying. Children count the boats: seventeen yesterday, nineteen today, and one that never sails."
SETTINGS = [("Language", "English"), ("Theme", "Follow system"), ("Text size", "Medium"), ("Copy at once", "Off"), ("Keep line breaks", "On")]
RECEIPT = [("Sunflower bread 750 g", "4.20"), ("Oat milk 1 L", "1.95"), ("Tomatoes", "3.48"), ("Paper bags", "0.60"), ("TOTAL", "10.23"), ("CASH", "20.00"), ("CHANGE", "9.77")]
TILL = [("Хлеб ржаной", "62,00"), ("Молоко 1 л", "89,90"), ("Итого:", "151,90"), ("Получено", "200,00"), ("Сдача", "48,10"), ("Касса № 2", "18:47")]
TABLE = [("Item", "Count", "Price", "Since"), ("Kettle", "354", "749,15", "13.8.2021"), ("Wool blanket", "318", "560,42", "5.7.2021"), ("Pencil, soft", "264", "499,57", "6.1.2025"), ("Desk mat", "206", "208,42", "11.5.2025")]
SIDE_BAR = ["Inbox 12", "Drafts", "Sent", "Archive", "Bin"]
MAIL = [("Harbour office", "Berth 17 from Monday", "Please moor before 18:30."), ("Anna Weber", "Dinner on Friday", "Shall we cook together?"), ("Town library", "Two books are due", "Both on 12 December."), ("Choir", "Rehearsal moved", "We meet at 19:15.")]
JOURNAL = ["RESEARCH", "What gulls eat when the boats stay in the harbour", "Miriam Castle, Tobias Lind and Jonas Moreau", "Institute of Coastal Birds, 12 Long Quay, Ashford. Department of Fisheries, Lower Mill Road, Kingsport.", "Summary", "Gulls follow fishing boats and live on what falls from the nets. In the winter of 2023 a storm kept all boats in the harbour for nine days, and we counted what the birds ate instead.", "Methods", "Two observers counted pecks on the beach, at the market and on the roofs of the town, every hour from dawn to dusk. A third one weighed the scraps that were left on the quay.", "Results", "On the first two days most gulls waited on the harbour wall. From the third day on they searched the beach for crabs, and by the end of the week half of their meals came from the market."]
FACTS = ["Cite as: Castle M, Lind T, Moreau J. Coastal Birds 14, 2024.", "Received: 3 May 2024", "Accepted: 19 August 2024", "Editor: Lena Ward, Kingsport", "Data: all counts are kept by the town library of Ashford."]
CONTENTS = [("Setting out", "7"), ("The harbour in winter", "19"), ("Ropes, nets and knots", "104"), ("What the gulls know", "238")]
POSTER = ("SUMMER FAIR", "Boats, music and fish soup from noon until the lamps are lit", "Harbour square, bring your own chair")
# Struck-out text, keys with marked zeros, one glyph for I and l, runs of underscores, colours of the same brightness.
LETTERS = [
    ("font-family:'Liberation Sans'", "Now 48.50 <s>instead of 61.75</s> per month"),
    ("font-family:'Liberation Sans'", "<s>Old office hours: Tuesday to Friday</s>"),
    ("", "Serial no. D0O-4O7B-Q0X1"),
    ("font-family:Roboto", "Part I of the story of Henry II, and I like it"),
    ("", "def __enter__(self): self.__lock()"),
    ("background:#3c843c;color:#c83c3c;font-weight:bold;font-family:'Liberation Sans'", "The same brightness"),
]
SIGNS = ["Copper wire, 12 kΩ at 20 °C, holds CO₂ and H₂O.", "The rent is ₡750 here and ₦900 there.", "They paid £45, €12.50 and ₱80 for rope.", "Model No. FBI 204, series XII, type B.5"]
LETTER = ["Willem Berger", "Mill Lane 17", "Ashford", "18/06/2024", LEFT, RIGHT]

# A table as statistical yearbooks print them: small, tight, with dots that lead to the numbers.
YEARBOOK = ("Coal", "Copper ore", "Fish, fresh", "Fish, salted", "Grain", "Hides and skins", "Iron and steel", "Machinery", "Oil", "Paper", "Salt", "Sugar", "Timber, sawn", "Tobacco", "Wine", "Wool", "Zinc")
QUOTE = "Nobody here would sell an old boat"

SHORT_WORDS = [["Слово", "Класс", "Пример"], ["он", "мест.", "Он тут."], ["мы", "мест.", "Мы там."], ["на", "предл.", "на дом"],
               ["до", "предл.", "до дня"], ["то", "союз", "то да"], ["но", "союз", "да но"]]
SINGLE_DIGITS = [["#", "Team", "P", "W", "D", "L", "Pts"], ["1", "Riverside", "6", "5", "1", "0", "16"],
                 ["2", "Hill Town", "6", "4", "1", "1", "13"], ["3", "Old Park", "6", "3", "2", "1", "11"],
                 ["4", "Harbour", "6", "1", "1", "4", "4"], ["5", "Mill End", "6", "0", "1", "5", "1"]]
SINGLE_LETTERS = ["日月火水木金土", "朝昼夜休朝昼夜", "可否可可否可休"]
RUSSIAN_INVOICE = [["№", "Наименование", "Кол-во", "Цена", "Сумма"], ["1", "Бумага А4", "10", "320,00", "3 200,00"],
                   ["2", "Ручка синяя", "25", "18,50", "462,50"], ["3", "Папка", "4", "95,00", "380,00"]]
TERMINAL = """anna@box:~/src$ ls -l
total 24
-rw-r--r-- 1 anna anna  812 Mar  3 09:12 Makefile
-rw-r--r-- 1 anna anna 4310 Mar  3 09:12 main.c
drwxr-xr-x 2 anna anna 4096 Mar  1 17:40 tests
anna@box:~/src$ make
cc -O2 -c main.c
cc -o main main.o
anna@box:~/src$"""
LABELS = [("Цена:", "1 250,00"), ("Сумма:", "3 750,00"), ("НДС 20 %:", "625,00"), ("Итого:", "3 750,00"), ("Дата:", "07.11.2025")]

LABORATORY = [
    ["Untersuchung", "Ergebnis", "Referenz", "Einheit"],
    ["Leukozyten", "7,2", "4,0–10,0", "10³/µl"],
    ["Erythrozyten", "4,8", "4,3–5,9", "10⁶/µl"],
    ["Thrombozyten", "251", "150–400", "10⁹/l"],
    ["Erythrozyten", "4,8", "4,3–5,9", "10¹²/l"],
    ["Glukose", "98", "70–110", "mg/dl"],
    ["TSH", "1,45", "0,4–4,0", "mU/l"],
    ["GFR", ">90", ">60", "ml/min"],
]
MESSAGES = ["Are you coming today?", "Yes, at 3. Shall I bring the papers?", "Please do, and the key.", "OK", "See you then!"]
LISTING = """anna@box:~$ df -h /
Filesystem      Size  Used Avail Use% Mounted on
/dev/sda1        50G   21G   27G  44% /
anna@box:~$ ps
  PID TTY          TIME CMD
 1021 pts/0    00:00:00 bash
 1187 pts/0    00:00:00 ps
anna@box:~$"""

SECTIONS = ["Annual report", "The bridge", "From the archive"]


def page(body, style, width):
    return f"<meta charset=utf-8><style>*{{box-sizing:border-box}}body{{margin:0;padding:16px;width:{width}px;{style}}}</style>{body}"


def rows(pairs, style=""):
    cells = "".join(f"<div style='display:flex;justify-content:space-between;{style}'><span>{a}</span><span>{b}</span></div>" for a, b in pairs)
    return cells, "\n".join(f"{a} {b}" for a, b in pairs)


def table_of(rows, style=""):
    """A table and its text; the first row is its head."""
    cell = lambda kind, it: f"<{kind} style='padding:4px 22px 4px 6px;text-align:left;{style}'>{it}</{kind}>"
    body = "".join(f"<tr>{''.join(cell('td' if n else 'th', it) for it in row)}</tr>" for n, row in enumerate(rows))
    return f"<table style='border-collapse:collapse'>{body}</table>", "\n".join(" ".join(row) for row in rows)


def pictures():
    """(name, (HTML, width, scale, text)) of each picture."""
    for name, text in LANGUAGES.items():
        style = "font:20px/32px 'Noto Sans'" if name == "vietnamese" else PROSE
        yield name, (page(text, style, 480), 480, 1, text)
    for name, (language, lines) in SCRIPTS.items():
        size = "22px/40px" if name == "chinese" else "20px/36px"
        yield name, (page("<br>".join(lines), f"font:{size} 'Liberation Sans','Noto Sans CJK {language}'", 620), 620, 1, "\n".join(lines))
    for name, lines in UNREAD.items():
        yield f"../unread/{name}", (page("<br>".join(lines), "font:24px/46px 'Noto Sans','Noto Sans Arabic','Noto Sans Hebrew','Noto Sans Devanagari','Noto Sans Thai'", 520), 520, 1, "\n".join(lines))
    yield "dark-code", (page(f"<pre style='margin:0'>{CODE.replace('&', '&amp;').replace('<', '&lt;')}</pre>", "font:14px/20px Hack;background:#1e1f22;color:#d0d4dc", 460), 460, 1, CODE)
    yield "small", (page(LEFT, "font:11px/15px Cabin;color:#333", 330), 330, 1, LEFT)
    yield "double-density", (page(RIGHT, "font:15px/22px Cabin;background:#f4f1ea", 330), 330, 2, RIGHT)
    columns = f"<h1 style='font-size:28px;margin:0 0 16px'>Harbour morning</h1><div style='display:flex;gap:40px'><div>{LEFT}</div><div>{RIGHT}</div></div>"
    yield "columns", (page(columns, "font:16px/23px Vollkorn", 640), 640, 1, f"Harbour morning\n\n{LEFT}\n\n{RIGHT}")
    settings, text = rows(SETTINGS, "padding:8px 4px;border-bottom:1px solid #ddd")
    yield "settings", (page(settings, "font:15px 'DejaVu Sans'", 400), 400, 1, text)
    receipt, text = rows(RECEIPT)
    head = "<div style='text-align:center'>GREEN CORNER SHOP<br>12 Mill Lane, Ashford<br>18/06/2024 09:41</div><br>"
    yield "receipt", (page(head + receipt, "font:17px/24px 'Liberation Mono'", 380), 380, 1, f"GREEN CORNER SHOP\n12 Mill Lane, Ashford\n18/06/2024 09:41\n\n{text}")
    cells = "".join("<tr>" + "".join(f"<td style='border:1px solid #777;padding:4px 3px;white-space:nowrap'>{cell}</td>" for cell in row) + "</tr>" for row in TABLE)
    table = f"<table style='border-collapse:collapse'>{cells}</table>"
    yield "ruled", (page(table, "font:13px Cabin;background:#f4f1ea", 300), 300, 1, "\n".join(" ".join(row) for row in TABLE))
    rng = random.Random(1)
    specks = "".join(f"<i style='position:absolute;width:2px;height:{rng.choice((2, 3))}px;background:#000;left:{rng.randrange(560)}px;top:{rng.randrange(320)}px'></i>" for _ in range(110))
    letter = "".join(f"<p>{line}</p>" for line in LETTER)
    yield "dirty", (page(specks + letter, "font:20px/26px Vollkorn;position:relative", 560), 560, 1, "\n\n".join(LETTER))
    entries = "".join(f"<div style='display:flex;overflow:hidden;white-space:nowrap'><span>{entry}</span><span style='flex:1;overflow:hidden;margin:0 6px'>{'.' * 200}</span><span>{number}</span></div>" for entry, number in CONTENTS)
    yield "contents", (page(entries, "font:18px/34px 'Liberation Serif'", 560), 560, 1, "\n".join(f"{entry} {number}" for entry, number in CONTENTS))
    amounts = "".join(f"<div>{name} {amount}</div>" for name, amount in AMOUNTS)
    yield "amounts", (page(amounts, "font:16px/26px 'DejaVu Sans'", 300), 300, 1, "\n".join(f"{name} {amount}" for name, amount in AMOUNTS))
    poster = f"<div style='font-size:180px;line-height:220px;font-weight:bold;white-space:nowrap'>{POSTER[0]}</div><div style='font-size:28px;line-height:60px'>{POSTER[1]}</div><div style='font-size:14px;line-height:40px'>{POSTER[2]}</div>"
    yield "poster", (page(poster, "font-family:'Liberation Sans';background:#fff8e0;color:#123", 1400), 1400, 1, "\n\n".join(POSTER))
    yield "signs", (page("<br>".join(SIGNS), "font:19px/34px 'DejaVu Sans'", 620), 620, 1, "\n".join(SIGNS))
    letters = "".join(f"<div style='{style}'>{line}</div>" for style, line in LETTERS)
    text = "\n".join(re.sub("<.*?>", "", line) for _, line in LETTERS)
    yield "letters", (page(letters, "font:18px/36px 'DejaVu Sans Mono'", 620), 620, 1, text)
    bar = "".join(f"<div style='padding:8px 20px'>{entry}</div>" for entry in SIDE_BAR)
    mail = "".join(f"<div style='padding:9px 16px;border-bottom:1px solid #ddd'><b>{name}</b><br>{subject}<br><span style='color:#666'>{text}</span></div>" for name, subject, text in MAIL)
    window = f"<div style='display:flex;margin:-16px'><div style='width:150px;background:#27314a;color:#dfe5f2;padding-top:16px'>{bar}</div><div style='width:250px;border-right:1px solid #ccc'>{mail}</div><div style='flex:1;padding:20px'><h1 style='font-size:20px;margin:0 0 14px'>Two books</h1>{LEFT}<br><br>{RIGHT}</div></div>"
    text = "\n".join([*SIDE_BAR, "\n".join("\n".join(entry) for entry in MAIL), "Two books", LEFT, RIGHT])
    yield "side-bar", (page(window, "font:14px/20px 'DejaVu Sans'", 820), 820, 1, text)
    sizes = {0: "font-size:12px", 1: "font-size:25px;line-height:32px", 2: "font-weight:bold", 3: "font-size:13px", 4: "font-size:20px"}
    main = "".join(f"<div style='margin-bottom:14px;{sizes.get(n, 'font-weight:bold' if n % 2 == 0 else '')}'>{line}</div>" for n, line in enumerate(JOURNAL))
    facts = "".join(f"<div style='margin-bottom:8px'>{line}</div>" for line in FACTS)
    journal = f"<div style='display:flex;gap:24px'><div style='width:180px;font-size:13px;line-height:18px;padding-top:230px'>{facts}</div><div style='flex:1'>{main}</div></div>"
    yield "journal", (page(journal, "font:16px/23px 'Liberation Serif'", 740), 740, 1, "\n\n".join(JOURNAL + FACTS))
    lines = "".join(f"<div>{line}</div>" for line in LETTER[:4])
    yield "askew", (page(f"<div style='height:300px;padding-top:100px'><div style='transform:rotate(-30deg);width:220px;margin:0 auto'>{lines}</div></div>", "font:22px/34px 'Liberation Sans'", 420), 420, 1, "\n".join(LETTER[:4]))
    rng = random.Random(2)
    numbers = [[f"{rng.randrange(10, 20000) / 10:,.1f}" for _ in range(7)] for _ in YEARBOOK]
    name = "<div style='width:150px;overflow:hidden;white-space:nowrap'>{} {}</div>"
    number = "<div style='width:66px;text-align:right'>{}</div>"
    yearbook = "".join("<div style='display:flex'>" + name.format(title, ". " * 60) + "".join(map(number.format, row)) + "</div>" for title, row in zip(YEARBOOK, numbers))
    yield "yearbook", (page(yearbook, "font:11px/13px 'Liberation Sans'", 660), 660, 1, "\n".join(" ".join([title, *row]) for title, row in zip(YEARBOOK, numbers)))
    rule = "<div style='height:2px;margin:14px 0;background:repeating-linear-gradient(90deg,#8c2 0 6px,#fff 6px 12px)'></div>"
    left, right = LEFT.split(". "), RIGHT.split(". ")
    quoted = f"<div style='display:flex;gap:40px'><div>{left[0]}. {rule}<div style='text-align:center;color:#8c2'>{QUOTE}</div>{rule} {'. '.join(left[1:])}</div><div>{RIGHT}</div></div>"
    yield "quoted", (page(quoted, "font:17px/24px 'Liberation Serif'", 620), 620, 1, f"{left[0]}.\n\n{QUOTE}\n\n{'. '.join(left[1:])}\n\n{RIGHT}")

    style = "float:left;font-size:62px;line-height:50px;padding-right:5px"
    letter = "".join(f"<p style='margin:0 0 14px;clear:left'><span style='{style}'>{text[0]}</span>{text[1:]}</p>" for text in (LEFT, RIGHT))
    yield "initials", (page(letter, "font:17px/24px 'Liberation Serif'", 440), 440, 1, f"{LEFT}\n\n{RIGHT}")
    till, text = rows(TILL)
    yield "till", (page(till, "font:16px/26px 'DejaVu Sans'", 320), 320, 1, text)
    labels, text = rows(LABELS)
    yield "labels", (page(labels, "font:18px/36px 'Noto Sans'", 340), 340, 1, text)
    columns = [[LEFT, RIGHT], [RIGHT, LEFT, RIGHT], [LEFT, RIGHT]]
    sections = ""
    for title, texts in zip(SECTIONS, columns):
        body = "".join(f"<div style='flex:1'>{text}</div>" for text in texts)
        sections += f"<h2 style='font-size:24px;margin:18px 0 8px'>{title}</h2><div style='display:flex;gap:32px'>{body}</div>"
    text = "\n\n".join("\n\n".join([title, *texts]) for title, texts in zip(SECTIONS, columns))
    yield "sections", (page(sections, "font:16px/23px 'Liberation Serif'", 760), 760, 1, text)
    table, text = table_of(SHORT_WORDS)
    yield "short-words", (page(table, "font:16px 'Noto Sans'", 300), 300, 1.5, text)
    table, text = table_of(SINGLE_DIGITS)
    dark = "background:#16181d;color:#dde;font:15px 'DejaVu Sans'"
    yield "single-digits", (page(table, dark, 420), 420, 1, text)
    table, text = table_of(SINGLE_LETTERS)
    yield "single-letters", (page(table, "font:16px 'Noto Sans CJK JP'", 380), 380, 1, text)
    table, text = table_of(RUSSIAN_INVOICE, "border:1px solid #888")
    head, company, sum_ = "Счёт № 1087 от 12.03.2025", "Поставщик: ООО «Ромашка»", "Итого: 4 042,50 ₽"
    invoice = f"<h2>{head}</h2><p>{company}</p>{table}<p>{sum_}</p>"
    yield "russian-invoice", (page(invoice, "font:16px 'Noto Sans'", 560), 560, 1, "\n".join([head, company, text, sum_]))
    yield "terminal", (page(f"<pre>{TERMINAL}</pre>", "font:14px 'Liberation Mono'", 480), 480, 1.5, TERMINAL)
    table, text = table_of(LABORATORY)
    yield "laboratory", (page(table, "font:15px 'DejaVu Sans'", 480), 480, 1, text)
    bubble = "padding:6px 12px;margin:4px;border-radius:12px;max-width:60%;background:"
    sides = [("flex-start", "#eee"), ("flex-end", "#cfe9ff")]
    bubbles = "".join(f"<div style='display:flex;justify-content:{side}'><div style='{bubble}{color}'>{text}</div></div>" for text, (side, color) in zip(MESSAGES, sides * 3))
    yield "conversation", (page(bubbles, "font:15px 'DejaVu Sans'", 560), 560, 1, "\n".join(MESSAGES))
    yield "products", products()
    yield "calendar", calendar()
    numbered = "\n".join(f"{number:2}  {line}".rstrip() for number, line in enumerate(CODE.split("\n"), 7))
    escaped = numbered.replace("<", "&lt;").replace("&values", "&amp;values")
    yield "numbered", (page(f"<pre>{escaped}</pre>", "font:15px 'DejaVu Sans Mono'", 620), 620, 1, numbered)
    headings = "".join(f"<p>{line}</p>" for line in CAPITALS)
    yield "capitals", (page(headings, "font:22px 'Liberation Serif'", 760), 760, 1, "\n".join(CAPITALS))
    for name, (country, lines) in VERTICAL.items():
        columns = "".join(f"<div>{line}</div>" for line in lines)
        html = f"<div style='writing-mode:vertical-rl;white-space:nowrap;margin-left:auto'>{columns}</div>"
        yield name, (page(html, f"font:22px/40px 'Noto Serif CJK {country}'", 420), 420, 1, "\n".join(lines))
    yield "listing", (page(f"<pre>{LISTING}</pre>", "font:14px 'Liberation Mono'", 520), 520, 1.5, LISTING)


def products():
    """Cards in rows, whose sides and pictures lie close together."""
    picture = "<div style='height:56px;background:#cbdcd6'></div>"
    button = "<div style='background:#286;color:#fff;border-radius:3px;text-align:center;padding:4px'>Add</div>"
    style = "border:1px solid #bbb;border-radius:6px;padding:10px;width:150px;box-sizing:border-box"
    cards = "".join(
        f"<div style='{style}'>{picture}<div>{name}</div><div style='color:#777;font-size:12px'>{size}</div>"
        f"<div style='font:bold 19px Liberation Sans'>{price}</div>{button}</div>"
        for name, size, price in PRODUCTS
    )
    html = page(f"<div style='display:flex;flex-wrap:wrap;gap:15px'>{cards}</div>", "font:14px 'Liberation Sans'", 520)
    return html, 520, 1, "\n".join("\n".join([*product, "Add"]) for product in PRODUCTS)


def calendar():
    """A month whose days have entries, in a table with lines."""
    days = [*[""] * 2, *range(1, 31), *[""] * 3]
    weeks = [days[at : at + 7] for at in range(0, 35, 7)]
    entry = "<div style='background:#357;color:#fff;padding:1px 4px;border-radius:3px'>{}</div>"
    cell = lambda day: f"<td>{day}{entry.format(ENTRIES[day]) if day in ENTRIES else ''}</td>"
    head = "".join(f"<th>{day}</th>" for day in "Mon Tue Wed Thu Fri Sat Sun".split())
    rows = "".join(f"<tr>{''.join(map(cell, week))}</tr>" for week in weeks)
    style = "<style>table{border-collapse:collapse;table-layout:fixed;width:760px}td,th{border:1px solid #888;padding:5px 8px;height:46px;vertical-align:top;text-align:left}</style>"
    text = ["Mon Tue Wed Thu Fri Sat Sun"]
    text += [" ".join(f"{day} {ENTRIES.get(day, '')}".strip() for day in week if day) for week in weeks]
    return page(f"{style}<table><tr>{head}</tr>{rows}</table>", "font:15px 'DejaVu Sans'", 800), 800, 1, "\n".join(text)


def main():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        for name, (html, width, scale, text) in pictures():
            if sys.argv[1:] and name not in sys.argv[1:]:
                continue
            tab = browser.new_page(viewport={"width": width, "height": 10}, device_scale_factor=scale)
            tab.set_content(html)
            tab.screenshot(path=HERE / f"{name}.png", full_page=True)
            (HERE / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
            tab.close()


if __name__ == "__main__":
    main()
