"""Posters, title pages and signs: letters up to the height of the picture beside small ones."""

from PIL import Image

from .font_choice import same_font
from .page_canvas import PageCanvas, contrasting_ink
from .photo_background import photo_background

SMALLEST = 8
"""Smallest font size on a poster, in pixels."""


def draw_poster(renderer):
    """A labelled page with lines of very different heights."""
    r = renderer.random
    width, height = r.randint(360, 1300), r.randint(240, 1100)
    ground = r.choice([255, 255, r.randint(0, 255), r.randint(0, 60)])
    canvas = PageCanvas.blank(width, height, ground)
    if r.random() < 0.25:
        canvas.image.paste(Image.fromarray(photo_background(width, height, renderer.rng, calm=True)))
    y, centred = r.randint(4, 40), r.random() < 0.5
    while y < height - 20:
        kind = r.random()
        if kind < 0.5:
            text = renderer.texts.word() if r.random() < 0.6 else renderer.texts.phrase(3)
            size = r.uniform(60, 0.95 * height)
        else:
            text = renderer.texts.phrase(6) if r.random() < 0.7 else renderer.texts.short()
            size = r.uniform(SMALLEST, 60)
        if r.random() < 0.4 and len(text.upper()) == len(text):
            text = text.upper()
        y = draw_large_line(canvas, renderer, text, size, y, centred) + r.randint(2, 50)
    return canvas.page()


def draw_large_line(canvas, renderer, text, size, y, centred):
    """Draws `text` in `size` or as large as the page allows; returns where it ends."""
    r, (width, height) = renderer.random, canvas.image.size
    chosen = renderer.font_for(text, size=24)
    if chosen is None:
        return y
    reference, _ = chosen
    fits = min((width - 16) / max(1.0, reference[0].getlength(text)), (height - y - 6) / (reference[1] + reference[2])) * 24
    size = int(min(size, fits))
    if size < SMALLEST:
        return y + 20
    # Large sizes in steps, so that few of them are kept loaded.
    font = same_font(reference, size if size < 64 else size // 16 * 16)
    length = font[0].getlength(text)
    x = (width - length) / 2 if centred else min(r.choice([8, 8, 20, 60]), width - length - 4)
    ink = contrasting_ink(canvas.grey_at(x + length / 2, y + font[1] / 2), r)
    style = {}
    if size > 40 and r.random() < 0.15:
        style = {"stroke_width": max(1, size // 30), "stroke_fill": contrasting_ink(canvas.grey_at(x, y), r)}
    canvas.text(text, round(x), y + font[1], font, ink, **style)
    return y + font[1] + font[2]
