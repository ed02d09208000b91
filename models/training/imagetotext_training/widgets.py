"""Parts of program windows drawn around text and touching it: buttons, fields, tabs, menus, trees, lists, toolbars."""

from .icons import check_box, chevron, draw_icon, plus, radio_button
from .page_canvas import contrasting_ink


def draw_widgets(canvas, page_renderer, x, y, width):
    """Draws one random group of widgets below `y` and returns where it ends."""
    r = page_renderer.random
    size = r.choice([9, 10, 11, 12, 12, 13, 13, 14, 15, 16, 18, 20, 24])
    group = r.choice([toolbar, button_row, fields, options, tree, item_list, tabs, badges])
    return group(canvas, page_renderer, x, y, width, size)


def toolbar(canvas, page_renderer, x, y, width, size):
    """Icons in a row without text, or a menu bar with texts."""
    r = page_renderer.random
    ink = contrasting_ink(canvas.grey_at(x, y), r)
    icon, at = round(size * r.uniform(1, 2)), x
    if r.random() < 0.4:
        canvas.draw.rectangle((x - 3, y, x + width + 3, y + icon + 8), fill=canvas.grey_at(x, y) ^ r.choice([8, 24, 60]))
    while at + icon < x + width:
        draw_icon(canvas.draw, at, y + 4, icon, ink, r)
        at += icon + r.randint(3, icon)
        if r.random() < 0.15:
            canvas.draw.line((at, y + 2, at, y + icon + 4), fill=ink)
            at += 6
        if r.random() < 0.15:
            at = label_right(canvas, page_renderer, at + 2, y + 4, x + width, size, icon) + size
    return y + icon + 10


def label_right(canvas, page_renderer, x, y, limit, size, height, text=None, mono=False):
    """Draws a text right of `x`, centred on `height`; returns its right end, or `x` if there is no room."""
    text = text or page_renderer.texts.short()
    chosen = page_renderer.font_for(text, size=size, mono=mono)
    if chosen is None or x + chosen[0][0].getlength(text) > limit:
        return x
    font = chosen[0]
    baseline = round(y + (height + font[1]) / 2)
    if baseline + font[2] >= canvas.image.size[1]:
        return x
    return canvas.text(text, round(x), baseline, font, contrasting_ink(canvas.grey_at(x, y + height / 2), page_renderer.random))


def button_row(canvas, page_renderer, x, y, width, size):
    """Buttons with texts, icons beside the texts, or a small arrow."""
    r = page_renderer.random
    ground, height, at = canvas.grey_at(x, y), round(size * r.uniform(1.4, 2.4)), x
    for _ in range(r.randint(1, 5)):
        text = page_renderer.texts.short() if r.random() < 0.7 else page_renderer.texts.word()
        chosen = page_renderer.font_for(text, size=size)
        if chosen is None or len(text) > 24:
            continue
        font = chosen[0]
        icon = size if r.random() < 0.4 else 0
        inside = r.randint(3, size)
        end = at + font[0].getlength(text) + 2 * inside + (icon + 4 if icon else 0)
        if end > x + width:
            break
        fill = r.choice([None, ground ^ 16, r.randint(0, 255)])
        ink = contrasting_ink(ground if fill is None else fill, r)
        canvas.draw.rounded_rectangle((at, y, end, y + height), min(height // 2, r.choice([0, 2, 4, height // 2])), fill=fill, outline=r.choice([ink, ground ^ 48]))
        left = at + inside
        if icon:
            draw_icon(canvas.draw, left, y + (height - icon) // 2, icon, ink, r)
            left += icon + r.randint(2, 4)
        canvas.text(text, round(left), round(y + (height + font[1] - 0.15 * font[1]) / 2), font, ink)
        at = end + r.randint(4, 3 * size)
    return y + height + 6


def fields(canvas, page_renderer, x, y, width, size):
    """Labels and input fields, with an arrow, a spinner or an icon at the end of a field."""
    r = page_renderer.random
    height, split = round(size * r.uniform(1.4, 2.0)), round(width * r.uniform(0.25, 0.5))
    for _ in range(r.randint(1, 6)):
        if y + height + 4 > canvas.image.size[1]:
            break
        label_right(canvas, page_renderer, x, y, x + split - 6, size, height)
        ground, ink = canvas.grey_at(x, y), contrasting_ink(canvas.grey_at(x, y), r)
        canvas.draw.rounded_rectangle((x + split, y, x + width, y + height), r.choice([0, 2, 4]), fill=r.choice([None, ground ^ 12]), outline=r.choice([ink, ground ^ 64]))
        end = x + split + r.randint(2, 8)
        if r.random() < 0.8:
            end = label_right(canvas, page_renderer, end, y, x + width - 2 * height, size, height)
        if r.random() < 0.2:
            canvas.draw.line((end + 1, y + 2, end + 1, y + height - 2), fill=ink)
        if r.random() < 0.6:
            draw_icon(canvas.draw, x + width - height + 2, y + height // 4, height // 2, ink, r)
        y += height + r.randint(3, 12)
    return y


def options(canvas, page_renderer, x, y, width, size):
    """Check boxes and radio buttons close to their texts."""
    r = page_renderer.random
    shape, gap = r.choice([check_box, radio_button]), r.randint(2, 9)
    box, at = round(size * r.uniform(0.8, 1.2)), x
    for _ in range(r.randint(2, 9)):
        if y + 2 * size > canvas.image.size[1]:
            break
        shape(canvas.draw, at, y + size // 6, box, contrasting_ink(canvas.grey_at(x, y), r), r)
        end = label_right(canvas, page_renderer, at + box + gap, y, x + width, size, box + size // 3)
        if r.random() < 0.25 and end + 8 * size < x + width:
            at = round(end + 2 * size)
        else:
            at, y = x, y + round(size * r.uniform(1.4, 1.9))
    return y + 2 * size if at > x else y


def tree(canvas, page_renderer, x, y, width, size):
    """Rows with indentation, an arrow or box, an icon and a text; some are selected."""
    r = page_renderer.random
    pitch, level, arrow = round(size * r.uniform(1.3, 1.8)), 0, r.choice([chevron, plus])
    ground = canvas.grey_at(x, y)
    for _ in range(r.randint(3, 10)):
        if y + pitch > canvas.image.size[1]:
            break
        level = max(0, min(4, level + r.choice([-1, 0, 0, 1])))
        if r.random() < 0.15:
            canvas.draw.rectangle((x, y, x + width, y + pitch - 1), fill=r.choice([ground ^ 40, r.randint(0, 255)]))
        left, ink = x + level * size, contrasting_ink(canvas.grey_at(x + 1, y + 1), r)
        if r.random() < 0.6:
            arrow(canvas.draw, left, y + pitch * 0.3, size * 0.5, ink, r)
        draw_icon(canvas.draw, left + size, y + (pitch - size) // 2, size, ink, r)
        label_right(canvas, page_renderer, left + 2 * size + r.randint(2, 6), y, x + width, size, pitch)
        y += pitch
    return y + 2


def item_list(canvas, page_renderer, x, y, width, size):
    """Rows of a list: icon, title, a smaller second line, a value at the right."""
    r = page_renderer.random
    pitch, small = round(size * r.uniform(2.4, 3.4)), max(8, round(size * 0.8))
    for _ in range(r.randint(2, 7)):
        if y + pitch > canvas.image.size[1]:
            break
        ink = contrasting_ink(canvas.grey_at(x, y), r)
        if r.random() < 0.8:
            draw_icon(canvas.draw, x, y + size // 2, round(size * 1.4), ink, r)
        left = x + 2 * size + r.randint(0, 6)
        label_right(canvas, page_renderer, left, y, x + width * 0.7, size, round(size * 1.4))
        label_right(canvas, page_renderer, left, y + round(size * 1.3), x + width * 0.7, small, round(size * 1.3), page_renderer.texts.phrase())
        value = r.choice([page_renderer.texts.amount, page_renderer.texts.date, lambda: str(r.randint(1, 99))])()
        label_right(canvas, page_renderer, x + width * 0.76, y, x + width, small, pitch, value)
        if r.random() < 0.4:
            canvas.draw.line((x, y + pitch - 1, x + width, y + pitch - 1), fill=canvas.grey_at(x, y) ^ 32)
        y += pitch
    return y + 2


def tabs(canvas, page_renderer, x, y, width, size):
    """Tabs, or a path with arrows between the names."""
    r = page_renderer.random
    height, at, path = round(size * r.uniform(1.6, 2.2)), x, r.random() < 0.3
    ground = canvas.grey_at(x, y)
    for _ in range(r.randint(2, 6)):
        end = label_right(canvas, page_renderer, at + size // 2, y, x + width - size, size, height, page_renderer.texts.phrase(2))
        if end == at + size // 2:
            break
        if path:
            chevron(canvas.draw, end + 2, y + height // 4, height // 2, contrasting_ink(ground, r), r)
            at = round(end + height // 2 + 2)
        else:
            canvas.draw.line([(at, y + height), (at, y), (end + size // 2, y), (end + size // 2, y + height)], fill=ground ^ 64)
            at = round(end + size // 2 + size * r.uniform(0.6, 1.2))
    if not path:
        canvas.draw.line((x, y + height, x + width, y + height), fill=ground ^ 64)
    return y + height + 4


def badges(canvas, page_renderer, x, y, width, size):
    """Short words and numbers on round filled grounds."""
    r = page_renderer.random
    at, height = x, round(size * 1.7)
    for _ in range(r.randint(2, 8)):
        text = r.choice([lambda: str(r.randint(0, 99)), page_renderer.texts.word, lambda: r.choice("ABCDEFGH123456789!?i")])()
        chosen = page_renderer.font_for(text, size=size)
        if chosen is None:
            continue
        font = chosen[0]
        wide = max(height, round(font[0].getlength(text) + size * 0.9))
        if at + wide > x + width:
            break
        fill = r.choice([r.randint(0, 120), r.randint(120, 255)])
        ink = 255 if fill < 120 else 0 if fill > 150 else r.choice([0, 255])
        canvas.draw.rounded_rectangle((at, y, at + wide, y + height), height // 2, fill=fill)
        canvas.text(text, round(at + (wide - font[0].getlength(text)) / 2), round(y + (height + font[1]) / 2), font, ink)
        at += wide + r.randint(size, 3 * size)
    return y + height + 4
