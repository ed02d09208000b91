"""Marks on lines of text that are no text: underlines, strike-through, highlighting, selection, cursors."""


def mark_line(canvas, x, right, baseline, font, ink, random):
    """Draws one random mark over or under the text from `x` to `right`."""
    draw, (_, ascent, descent) = canvas.draw, font
    thickness = max(1, round(ascent * random.uniform(0.03, 0.16)))
    kind = random.random()
    if kind < 0.4:
        # From a thick line that touches the letters to one below their descenders.
        y = baseline + round(descent * random.uniform(0.15, 1.1))
        draw.rectangle((x, y, right, y + thickness - 1), fill=ink)
        if random.random() < 0.15:
            draw.rectangle((x, y + 2 * thickness, right, y + 3 * thickness - 1), fill=ink)
    elif kind < 0.75:
        y = baseline - round(ascent * random.uniform(0.28, 0.46))
        draw.rectangle((x - random.randint(0, 3), y, right + random.randint(0, 3), y + min(thickness, 1 + ascent // 10) - 1), fill=ink)
    elif kind < 0.87:
        # A wavy or dotted line, as under misspelt words.
        y = baseline + max(1, descent // 2)
        step = max(2, ascent // 5)
        points = [(x + step * i, y + (i % 2) * step * 0.6) for i in range(int((right - x) / step))]
        if random.random() < 0.5 and len(points) > 1:
            draw.line(points, fill=ink, width=1)
        else:
            draw.point(points, fill=ink)
    else:
        # A text cursor, seldom between two letters.
        at = right + 1 if random.random() < 0.8 else x - 2
        draw.rectangle((at, baseline - ascent - 2, at + random.randint(0, 1), baseline + descent + 1), fill=ink)


def highlight(canvas, x, right, baseline, font, ground, random):
    """Draws a band behind text that is not drawn yet; returns the grey of the band."""
    shade = ground - random.randint(12, 70) if ground > 127 else ground + random.randint(12, 70)
    margin = random.randint(0, 3)
    canvas.draw.rectangle((x - margin, baseline - font[1] - margin, right + margin, baseline + font[2] + margin), fill=shade)
    return shade
