"""Boxes close around text: framed words, combs of forms, letter grids, table cells with rules."""

from .page_canvas import contrasting_ink

COMB_TEXTS = "0123456789", "0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


def draw_framed_text(canvas, page_renderer, x, y, width):
    """Draws framed words of random tightness in a row; returns where they end."""
    r = page_renderer.random
    bottom = y
    while True:
        text = page_renderer.texts.short()
        chosen = page_renderer.font_for(text, size=page_renderer.font_size())
        if chosen is None:
            return bottom
        font = chosen[0]
        thickness = max(1, round(font[1] * r.choice([0.03, 0.06, 0.1, 0.16])))
        inside = round(r.uniform(1, 0.35 * font[1])) + thickness
        end = x + font[0].getlength(text) + 2 * inside
        if end > canvas.image.size[0] - 2 or width < end - x or len(text) > 40:
            return bottom
        ground = canvas.grey_at(x, y)
        fill = r.choice([None, None, ground ^ 24, r.randint(0, 255)])
        ink = contrasting_ink(ground if fill is None else fill, r)
        box = (x, y, end, y + font[1] + font[2] + 2 * inside)
        radius = r.choice([0, 0, 0, inside, 3 * inside])
        canvas.draw.rounded_rectangle(box, min(radius, (box[3] - box[1]) // 2), fill=fill, outline=contrasting_ink(ground, r) if fill is None else r.choice([None, ink]), width=thickness)
        canvas.text(text, x + inside, y + inside + font[1], font, ink)
        bottom = max(bottom, int(box[3]) + 3)
        step = end - x + font[1] * 1.6
        x, width = int(x + step), width - step
        if r.random() < 0.4:
            return bottom


def draw_comb(canvas, page_renderer, x, y, width):
    """Draws a label and a comb with one character in each cell, which is one line; returns where it ends."""
    r = page_renderer.random
    letters = r.choice(COMB_TEXTS)
    chosen = page_renderer.font_for(letters, size=page_renderer.font_size())
    if chosen is None:
        return y
    font = chosen[0]
    height = font[1] + font[2]
    cell = round(height * r.uniform(0.75, 1.35))
    count = min(r.randint(4, 14), int(width * 0.9 / cell))
    if count < 3:
        return y
    text = "".join(r.choice(letters) for _ in range(count))
    ink = contrasting_ink(canvas.grey_at(x, y), r)
    rule = contrasting_ink(canvas.grey_at(x, y), r)
    thickness = r.choice([1, 1, 2, max(1, height // 9)])
    top, baseline = y + 1, y + 2 + thickness + font[1] + r.randint(0, max(1, height // 4))
    bottom = baseline + font[2] + r.randint(0, 4)
    whole = r.random() < 0.6
    for index in range(count + 1):
        left = x + index * cell
        # Either full cells, or a base line with short teeth.
        canvas.draw.line((left, top if whole else bottom - height // 3, left, bottom), fill=rule, width=thickness)
    canvas.draw.line((x, bottom, x + count * cell, bottom), fill=rule, width=thickness)
    if whole:
        canvas.draw.line((x, top, x + count * cell, top), fill=rule, width=thickness)
    for index, character in enumerate(text):
        canvas.glyphs(character, x + index * cell + (cell - font[0].getlength(character)) / 2, baseline, font, ink)
    canvas.label(text, x + cell * 0.15, baseline, x + (count - 0.15) * cell, font)
    return bottom + 4


def draw_letter_grid(canvas, page_renderer, x, y, width):
    """Draws a grid with a letter in each cell, far apart, so that each is a line; returns where it ends."""
    r = page_renderer.random
    letters = r.choice(COMB_TEXTS)
    chosen = page_renderer.font_for(letters, size=page_renderer.font_size())
    if chosen is None:
        return y
    font = chosen[0]
    height = font[1] + font[2]
    cell = round(height * r.uniform(2.0, 2.8))
    columns = min(r.randint(3, 12), width // cell)
    rows = min(r.randint(2, 8), (canvas.image.size[1] - y - 4) // cell)
    ink, rule = (contrasting_ink(canvas.grey_at(x, y), r) for _ in range(2))
    for row in range(rows):
        for column in range(columns):
            left, top = x + column * cell, y + row * cell
            canvas.draw.rectangle((left, top, left + cell, top + cell), outline=rule, width=r.choice([1, 1, 2]))
            letter = r.choice(letters)
            canvas.text(letter, left + (cell - font[0].getlength(letter)) / 2, top + (cell + font[1]) // 2, font, ink)
    return y + max(0, rows) * cell + 4


def draw_ruled_table(canvas, page_renderer, x, y, width):
    """Draws a table with rules close to its texts: numbers, lone dashes, percentages; returns where it ends."""
    r, texts = page_renderer.random, page_renderer.texts
    chosen = page_renderer.font_for("0123456789.,%-–—", size=page_renderer.font_size())
    if chosen is None:
        return y
    font, characters = chosen
    height = font[1] + font[2]
    columns = max(2, min(r.randint(2, 8), int(width / (4 * height))))
    widths = [width / columns] * columns
    inside, pitch = r.uniform(0.5, 0.8) * height, height + r.randint(1, height)
    ink, rule = (contrasting_ink(canvas.grey_at(x, y), r) for _ in range(2))
    upright, across = r.random() < 0.6, r.random() < 0.7
    dash = r.choice("-–—")
    right_aligned = r.random() < 0.6
    rows = min(r.randint(3, 14), (canvas.image.size[1] - y - 4) // pitch)
    for row in range(rows):
        top = y + row * pitch
        baseline = top + (pitch - height) // 2 + font[1]
        for column, room in enumerate(widths):
            left = x + sum(widths[:column])
            text = texts.phrase(2) if column == 0 or row == 0 else r.choice([dash, dash, texts.amount(), str(texts.number(10**5)), f"{r.uniform(-99, 99):.1f}", f"{r.randint(0, 100)}%", "N/A", "", str(r.randint(0, 9)), f"({texts.number(999)})", f"− {r.randint(1, 99)}"])
            if not text or not set(text) - {" "} <= characters or font[0].getlength(text) > room - 1.0 * height:
                continue
            at = left + room - inside - font[0].getlength(text) if right_aligned and column else left + inside
            canvas.text(text, at, baseline, font, ink)
        if across:
            canvas.draw.line((x, top, x + width, top), fill=rule, width=1)
    if upright and rows > 0:
        for column in range(columns + 1):
            left = x + sum(widths[:column])
            canvas.draw.line((left, y, left, y + rows * pitch), fill=rule, width=1)
    return y + max(0, rows) * pitch + 2
