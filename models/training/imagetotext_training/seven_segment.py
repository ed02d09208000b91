"""Numbers on seven-segment displays, as of meters, clocks and scales."""

from .page_canvas import PageCanvas

SEGMENTS = {"0": "abcdef", "1": "bc", "2": "abged", "3": "abgcd", "4": "fgbc", "5": "afgcd", "6": "afgedc", "7": "abc", "8": "abcdefg", "9": "abcdfg", "-": "g", " ": "", "E": "afged", "A": "abcefg", "C": "afed", "F": "afge", "H": "fbgec", "L": "fed", "P": "abfge"}
"""The lit segments of each sign: `a` at the top, then clockwise to `f`, `g` in the middle."""


def draw_display(renderer):
    """A labelled page with one or more rows of digits on a display."""
    r = renderer.random
    tall = r.randint(24, 120)
    wide, gap, thick = round(tall * r.uniform(0.45, 0.62)), round(tall * r.uniform(0.14, 0.28)), max(2, round(tall * r.uniform(0.07, 0.16)))
    slant = r.choice([0, 0, 0.08, 0.16])
    ground = r.choice([r.randint(0, 40), r.randint(120, 220)])
    ink = min(255, ground + r.randint(120, 255)) if ground < 90 else max(0, ground - r.randint(90, 200))
    unlit = ground + (ink - ground) * r.choice([0, 0, 0.06, 0.12])
    rows = [number(r) for _ in range(r.choice([1, 1, 2, 3]))]
    margin = r.randint(6, 40)
    canvas = PageCanvas.blank(max(len(t) for t in rows) * (wide + gap) + 2 * margin + tall // 4, len(rows) * (tall + margin) + margin, int(ground))
    for row, text in enumerate(rows):
        x, y = margin, margin + row * (tall + margin)
        end = x
        for sign in text:
            if sign in ".:,":
                at = x - gap * 0.75
                for level in (0.3, 0.7) if sign == ":" else (1.0,):
                    centre = at + slant * tall * (1 - level), y + tall * level - (thick if level == 1.0 else 0)
                    canvas.draw.ellipse((centre[0], centre[1], centre[0] + thick, centre[1] + thick), fill=int(ink))
                x += gap * (0.8 if sign == ":" else 0.3)
                continue
            for name in "abcdefg":
                lit = name in SEGMENTS[sign]
                if lit or unlit != ground:
                    canvas.draw.polygon(segment(name, x, y, wide, tall, thick, slant), fill=int(ink if lit else unlit))
            end = x + wide
            x += wide + gap
        words = text.strip()
        if words:
            start = margin + (len(text) - len(text.lstrip())) * (wide + gap)
            # Displays have no descenders: the line ends a little below the digits.
            canvas.label(words, start, y + tall, end, (None, tall, max(1, round(0.25 * tall))))
    return canvas.page()


def number(random):
    return random.choice(
        [
            lambda: f"{random.randint(0, 23):02d}:{random.randint(0, 59):02d}",
            lambda: f"{random.randint(0, 9999):04d}",
            lambda: f"{random.uniform(0, 999):05.1f}",
            lambda: f"{random.uniform(-99, 99):.2f}",
            lambda: str(random.randint(0, 10**6)),
            lambda: random.choice(["HELP", "E-01", "88.8", "F1", "CAL", "LO", "PA55"]).replace("O", "0"),
        ]
    )()


def segment(name, x, y, wide, tall, thick, slant):
    """The corners of a segment of the sign whose top left corner is (x, y)."""
    half, end = thick / 2, thick * 0.6
    places = {"a": (0, 0, 1, 0), "b": (1, 0, 1, 0.5), "c": (1, 0.5, 1, 1), "d": (0, 1, 1, 1), "e": (0, 0.5, 0, 1), "f": (0, 0, 0, 0.5), "g": (0, 0.5, 1, 0.5)}
    left, top, right, bottom = places[name]
    ax, ay, bx, by = x + half + left * (wide - thick), y + half + top * (tall - thick), x + half + right * (wide - thick), y + half + bottom * (tall - thick)
    if top == bottom:
        corners = [(ax + end * 0.3, ay), (ax + end, ay - half), (bx - end, by - half), (bx - end * 0.3, by), (bx - end, by + half), (ax + end, ay + half)]
    else:
        corners = [(ax, ay + end * 0.3), (ax + half, ay + end), (bx + half, by - end), (bx, by - end * 0.3), (bx - half, by - end), (ax - half, ay + end)]
    return [(px + slant * (y + tall - py), py) for px, py in corners]
