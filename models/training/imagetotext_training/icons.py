"""Small pictures that are no text: icons, check boxes, arrows, bullets, badges, cursors, as windows show them."""

import math


def draw_icon(draw, x, y, size, ink, random):
    """Draws one random icon of `size` pixels with its top left corner at (x, y)."""
    random.choice(SHAPES)(draw, x, y, max(4, size), ink, random)


def check_box(draw, x, y, size, ink, random):
    draw.rounded_rectangle((x, y, x + size, y + size), random.choice([0, 2, size // 4]), outline=ink, width=max(1, size // 12))
    if random.random() < 0.5:
        check_mark(draw, x + size * 0.1, y, size * 0.8, ink, random)


def radio_button(draw, x, y, size, ink, random):
    draw.ellipse((x, y, x + size, y + size), outline=ink, width=max(1, size // 12))
    if random.random() < 0.5:
        draw.ellipse((x + size * 0.3, y + size * 0.3, x + size * 0.7, y + size * 0.7), fill=ink)


def switch(draw, x, y, size, ink, random):
    at = random.choice([0, 0.8]) * size
    draw.rounded_rectangle((x, y + size * 0.2, x + 1.6 * size, y + size), size // 2, fill=random.choice([None, ink]), outline=ink)
    draw.ellipse((x + at, y + size * 0.2, x + at + 0.8 * size, y + size), fill=255 - ink if random.random() < 0.7 else ink)


def check_mark(draw, x, y, size, ink, random):
    draw.line([(x + size * 0.15, y + size * 0.55), (x + size * 0.4, y + size * 0.82), (x + size * 0.9, y + size * 0.2)], fill=ink, width=max(1, size_width(size, random)))


def chevron(draw, x, y, size, ink, random):
    points = [(0.3, 0.15), (0.7, 0.5), (0.3, 0.85)]
    turned = random.randrange(4)
    for _ in range(turned):
        points = [(1 - b, a) for a, b in points]
    corners = [(x + a * size, y + b * size) for a, b in points]
    if random.random() < 0.5:
        draw.polygon(corners, fill=ink)
    else:
        draw.line(corners, fill=ink, width=size_width(size, random))


def cross(draw, x, y, size, ink, random):
    width = size_width(size, random)
    draw.line((x, y, x + size, y + size), fill=ink, width=width)
    draw.line((x + size, y, x, y + size), fill=ink, width=width)
    if random.random() < 0.3:
        draw.ellipse((x - size * 0.3, y - size * 0.3, x + size * 1.3, y + size * 1.3), outline=ink, width=width)


def plus(draw, x, y, size, ink, random):
    width = size_width(size, random)
    draw.rectangle((x, y + size / 2, x + size, y + size / 2 + width), fill=ink)
    if random.random() < 0.6:
        draw.rectangle((x + size / 2, y, x + size / 2 + width, y + size), fill=ink)
    if random.random() < 0.4:
        draw.rectangle((x - 2, y - 2, x + size + 3, y + size + 3), outline=ink)


def menu(draw, x, y, size, ink, random):
    width = size_width(size, random)
    for row in range(3):
        draw.rectangle((x, y + row * size * 0.35, x + size, y + row * size * 0.35 + width), fill=ink)


def dots(draw, x, y, size, ink, random):
    radius = max(1, size // 10)
    across = random.random() < 0.5
    for index in range(3):
        a, b = (x + index * size * 0.4, y + size / 2) if across else (x + size / 2, y + index * size * 0.4)
        draw.ellipse((a, b, a + 2 * radius, b + 2 * radius), fill=ink)


def magnifier(draw, x, y, size, ink, random):
    width = size_width(size, random)
    draw.ellipse((x, y, x + size * 0.7, y + size * 0.7), outline=ink, width=width)
    draw.line((x + size * 0.6, y + size * 0.6, x + size, y + size), fill=ink, width=width + 1)


def gear(draw, x, y, size, ink, random):
    centre = x + size / 2, y + size / 2
    teeth = random.choice([6, 8, 10])
    points = []
    for index in range(teeth * 4):
        angle, radius = math.pi * index / (2 * teeth), size / 2 * (1 if index % 4 < 2 else 0.75)
        points.append((centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)))
    draw.polygon(points, fill=ink)
    draw.ellipse((centre[0] - size * 0.17, centre[1] - size * 0.17, centre[0] + size * 0.17, centre[1] + size * 0.17), fill=255 - ink)


def person(draw, x, y, size, ink, random):
    draw.ellipse((x + size * 0.28, y, x + size * 0.72, y + size * 0.44), fill=ink)
    draw.pieslice((x + size * 0.08, y + size * 0.5, x + size * 0.92, y + size * 1.4), 180, 360, fill=ink)


def folder(draw, x, y, size, ink, random):
    outline = random.random() < 0.5
    draw.polygon([(x, y + size * 0.2), (x + size * 0.4, y + size * 0.2), (x + size * 0.5, y + size * 0.35), (x + size, y + size * 0.35), (x + size, y + size * 0.9), (x, y + size * 0.9)], fill=None if outline else ink, outline=ink)


def sheet(draw, x, y, size, ink, random):
    draw.polygon([(x + size * 0.15, y), (x + size * 0.6, y), (x + size * 0.85, y + size * 0.25), (x + size * 0.85, y + size), (x + size * 0.15, y + size)], outline=ink)
    for row in range(random.randint(0, 3)):
        draw.line((x + size * 0.3, y + size * (0.45 + 0.15 * row), x + size * 0.7, y + size * (0.45 + 0.15 * row)), fill=ink)


def lock(draw, x, y, size, ink, random):
    draw.arc((x + size * 0.25, y, x + size * 0.75, y + size * 0.8), 180, 360, fill=ink, width=size_width(size, random))
    draw.rectangle((x + size * 0.12, y + size * 0.42, x + size * 0.88, y + size), fill=ink)


def bell(draw, x, y, size, ink, random):
    draw.pieslice((x + size * 0.15, y, x + size * 0.85, y + size * 1.3), 180, 360, fill=ink)
    draw.rectangle((x, y + size * 0.66, x + size, y + size * 0.76), fill=ink)
    draw.ellipse((x + size * 0.38, y + size * 0.78, x + size * 0.62, y + size), fill=ink)


def star(draw, x, y, size, ink, random):
    points = []
    for index in range(10):
        angle, radius = math.pi * index / 5 - math.pi / 2, size / 2 * (1 if index % 2 == 0 else 0.42)
        points.append((x + size / 2 + radius * math.cos(angle), y + size / 2 + radius * math.sin(angle)))
    draw.polygon(points, fill=random.choice([None, ink]), outline=ink)


def circle(draw, x, y, size, ink, random):
    draw.ellipse((x, y, x + size, y + size), fill=random.choice([ink, None]), outline=ink, width=size_width(size, random))


def tile(draw, x, y, size, ink, random):
    for column in range(2):
        for row in range(2):
            box = (x + column * size * 0.55, y + row * size * 0.55, x + column * size * 0.55 + size * 0.45, y + row * size * 0.55 + size * 0.45)
            draw.rectangle(box, fill=random.choice([ink, None]), outline=ink)


def strokes(draw, x, y, size, ink, random):
    """Any strokes and arcs: the icon of a program that nobody has seen."""
    for _ in range(random.randint(2, 5)):
        a, b, c, d = (random.random() * size for _ in range(4))
        box = (x + min(a, c), y + min(b, d), x + max(a, c) + 1, y + max(b, d) + 1)
        kind, width = random.random(), size_width(size, random)
        if kind < 0.4:
            draw.line((x + a, y + b, x + c, y + d), fill=ink, width=width)
        elif kind < 0.7:
            draw.arc(box, random.randint(0, 360), random.randint(0, 360), fill=ink, width=width)
        else:
            draw.rectangle(box, outline=ink, width=min(width, 2))


def size_width(size, random):
    """Width of strokes of an icon of `size` pixels."""
    return max(1, round(size * random.choice([0.06, 0.1, 0.15])))


SHAPES = [check_box, check_box, radio_button, switch, check_mark, chevron, chevron, cross, plus, menu, dots, magnifier, gear, person, folder, sheet, lock, bell, star, circle, tile, strokes, strokes]
