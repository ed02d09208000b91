"""Rows with leaders: an entry, dots up to a number at the right, as in contents pages, price lists and forms."""

ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiv xv xvii xviii xix xx xxi xxiv xxix I II III IV V VI VII VIII IX X XI XII".split()


def draw_leaders(canvas, page_renderer, x, y, width):
    """Draws a list with leaders below `y` and returns where it ends."""
    r, texts = page_renderer.random, page_renderer.texts
    chosen = page_renderer.font_for(".0123456789ivxlIVXL_-·…", size=page_renderer.font_size())
    if chosen is None:
        return y
    font, characters = chosen
    pitch = round((font[1] + font[2]) * r.uniform(1.05, 1.8))
    leader = r.choice([".", ".", ".", ". ", ".", ". ", "…", "_", "-", "·", "- "])
    if not set(leader) - {" "} <= characters:
        leader = "."
    number = r.choice([lambda: str(texts.number(600)), lambda: str(r.randint(1, 400)), lambda: r.choice(ROMAN), texts.amount])
    ink, numbering, baseline = canvas_ink(canvas, x, y, r), r.random() < 0.4, y + font[1]
    tail = r.random() > 0.2
    size = font[1] + font[2]
    for row in range(r.randint(3, 14)):
        if baseline + font[2] >= canvas.image.size[1]:
            break
        entry = texts.phrase(r.randint(1, 6))
        if numbering:
            entry = f"{r.randint(1, 12)}{r.choice(['.', '.', f'.{r.randint(1, 9)}', ')'])} {entry}"
        value = number() if tail else ""
        indent = r.choice([0, 0, 0, size]) if numbering else 0
        room = width - indent - font[0].getlength(entry) - font[0].getlength(value) - 1.1 * size
        unit = font[0].getlength(leader)
        if set(entry + value) - {" "} <= characters and room > 3 * unit:
            draw_row(canvas, (entry, leader * max(3, int(room / unit)), value), x + indent, x + width, baseline, font, ink, r)
        baseline += pitch
    return int(baseline - font[1])


def draw_row(canvas, parts, left, right, baseline, font, ink, random):
    """Draws entry, dots and value as one line; the dots end at the value or a little before it."""
    entry, dots, value = parts
    dots = dots.strip()
    size = font[1] + font[2]
    gap = size * random.uniform(0.1, 0.35)
    end = canvas.glyphs(entry, left, baseline, font, ink)
    start = end + gap
    end = canvas.glyphs(dots, start, baseline, font, ink)
    text = f"{entry} {dots}"
    if value:
        start = max(end + 0.1 * size, right - font[0].getlength(value)) if random.random() < 0.8 else end + gap
        text = f"{text} {value}" if start - end > 0.12 * size else text + value
        end = canvas.glyphs(value, start, baseline, font, ink)
    canvas.label(text, left, baseline, end, font)


def canvas_ink(canvas, x, y, random):
    ground = canvas.grey_at(x + 1, y + 1)
    return max(0, ground - random.randint(130, 255)) if ground > 127 else min(255, ground + random.randint(130, 255))
