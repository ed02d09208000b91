"""Photographs: signs, labels, cards and screens in perspective, and text laid over pictures."""

import cv2
import numpy
from PIL import Image

from . import degrade
from .labelled_page import LabelledPage, TextLine
from .page_canvas import PageCanvas, contrasting_ink
from .photo_background import photo_background
from .seven_segment import draw_display

SCENE_SIDES = (320, 900)
"""Sides in pixels of photographs."""

MIN_HEIGHT = 7
"""Lower lines in pixels cannot be read on a photograph."""


class PhotoScene:
    """Draws photographs with the texts, fonts and random numbers of a `PageRenderer`."""

    def __init__(self, renderer):
        self.renderer, self.random, self.rng = renderer, renderer.random, renderer.rng

    def page(self):
        """One photograph."""
        r = self.random
        width, height = r.randint(*SCENE_SIDES), r.randint(*SCENE_SIDES)
        page = LabelledPage(photo_background(width, height, self.rng, calm=r.random() < 0.3), [])
        if r.random() < 0.08:
            # Nothing to read.
            return degrade.photograph(page, self.rng)
        if r.random() < 0.72:
            for _ in range(r.choice([1, 1, 2, 3, 4, 6])):
                page = self.with_sign(page)
        if r.random() < 0.45:
            page = self.with_overlay(page)
        page = degrade.photograph(page, self.rng)
        return LabelledPage(page.image, [line if line.height() > MIN_HEIGHT else TextLine(line.quad, None) for line in page.lines])

    def with_sign(self, page):
        """`page` with a sign pasted in perspective at a place where no text is yet."""
        r = self.random
        sign = self.sign()
        height, width = page.image.shape
        tall, wide = sign.image.shape
        share = min(1.0, (0.95 if r.random() < 0.35 else r.uniform(0.15, 0.8)) * width / wide, 0.95 * height / tall)
        matrix = self.placement((wide, tall), (width, height), share)
        if matrix is None:
            return page
        corners = cv2.perspectiveTransform(numpy.float32([[[0, 0], [wide, 0], [wide, tall], [0, tall]]]), matrix)[0]
        left, top = numpy.maximum(0, numpy.floor(corners.min(0))).astype(int).tolist()
        right, bottom = numpy.minimum((width, height), numpy.ceil(corners.max(0)) + 1).astype(int).tolist()
        area = numpy.zeros((bottom - top, right - left), numpy.float32)
        cv2.fillConvexPoly(area, (corners - [left, top]).astype(numpy.int32), 1.0, cv2.LINE_AA)
        if any(overlaps(line.quad, (left, top, right, bottom)) for line in page.lines):
            return page
        if share < 0.75:
            sign = LabelledPage(cv2.blur(sign.image, (max(1, round(0.7 / share)),) * 2), sign.lines)
        shift = numpy.array([[1, 0, -left], [0, 1, -top], [0, 0, 1]], numpy.float64)
        warped = cv2.warpPerspective(sign.image, shift @ matrix, (right - left, bottom - top), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
        light = 1 + degrade.smooth_noise(area.shape, max(area.shape) // 2, self.rng) * r.uniform(0, 0.2)
        part = page.image[top:bottom, left:right].astype(numpy.float32)
        image = page.image.copy()
        image[top:bottom, left:right] = numpy.clip(part + (warped * light * r.uniform(0.55, 1.0) - part) * area, 0, 255)
        moved = sign.mapped_lines(lambda points: cv2.perspectiveTransform(points[None].astype(numpy.float64), matrix)[0])
        return LabelledPage(image, page.lines + moved)

    def placement(self, size, room, share):
        """A projective map that puts a sign of `size` at a random place of a picture of `room`, or None if it does not fit."""
        r = self.random
        (wide, tall), (width, height) = size, room
        angle = numpy.deg2rad(self.rng.normal(0, 4) if r.random() < 0.7 else self.rng.uniform(-50, 50) if r.random() < 0.7 else r.choice([90, -90, 180]) + self.rng.normal(0, 4))
        turn = numpy.array([[numpy.cos(angle), -numpy.sin(angle)], [numpy.sin(angle), numpy.cos(angle)]])
        corners = numpy.array([[-wide, -tall], [wide, -tall], [wide, tall], [-wide, tall]]) * share / 2
        corners = corners + self.rng.normal(0, r.choice([0.005, 0.03, 0.06]), (4, 2)) * [share * wide, share * tall]
        corners = corners @ turn.T
        reach = numpy.ptp(corners, axis=0)
        if reach[0] > width or reach[1] > height:
            corners = corners * min(width / reach[0], height / reach[1]) * 0.98
        low, high = corners.min(0), corners.max(0)
        corners = corners + [r.uniform(-low[0], width - high[0]), r.uniform(-low[1], height - high[1])]
        if not cv2.isContourConvex(corners.astype(numpy.float32)):
            return None
        return cv2.getPerspectiveTransform(numpy.float32([[0, 0], [wide, 0], [wide, tall], [0, tall]]), corners.astype(numpy.float32))

    def sign(self):
        """A flat thing with text: a board, a label, a card, a sheet, a display."""
        r = self.random
        if r.random() < 0.06:
            return draw_display(self.renderer)
        if r.random() < 0.22:
            return self.renderer.compose((240, 700), (160, 600))
        wide, tall = r.randint(120, 640), r.randint(60, 480)
        ground = r.choice([255, 240, 20, r.randint(0, 255), r.randint(0, 255)])
        canvas = PageCanvas.blank(wide, tall, ground)
        if r.random() < 0.3:
            canvas.image.paste(Image.fromarray(photo_background(wide, tall, self.rng, calm=True)))
        if r.random() < 0.4:
            inside = r.randint(2, 10)
            canvas.draw.rounded_rectangle((inside, inside, wide - inside, tall - inside), r.choice([0, 8, 20]), outline=contrasting_ink(ground, r), width=r.randint(1, 6))
        y, centred = r.randint(8, 30), r.random() < 0.6
        upper = r.random() < 0.5
        size = r.randint(12, 90)
        while y < tall - 10:
            if r.random() < 0.4:
                size = r.randint(9, 100)
            text = self.renderer.texts.phrase(r.choice([1, 2, 3, 5])) if r.random() < 0.65 else self.renderer.texts.short()
            text = text.upper() if upper and len(text.upper()) == len(text) else text
            chosen = self.renderer.font_for(text, size=size)
            if chosen is None:
                size = r.randint(9, 60)
                y += 4
                continue
            font = chosen[0]
            spacing = r.uniform(0.02, 0.5) * size if r.random() < 0.15 else 0.0
            length = font[0].getlength(text) + spacing * (len(text) - 1)
            if length > wide - 24 or y + font[1] + font[2] > tall - 8:
                size, y = int(size * 0.6), y + 2
                if size < 8:
                    break
                continue
            x = (wide - length) / 2 if centred else r.randint(10, 14)
            ink = contrasting_ink(canvas.grey_at(x + length / 2, y + font[1] / 2), r)
            canvas.text(text, round(x), y + font[1], font, ink, spacing)
            y += font[1] + font[2] + r.randint(2, 20)
        return canvas.page()

    def with_overlay(self, page):
        """`page` with text laid over the picture: subtitles with outlines, captions, thin labels, watermarks."""
        r = self.random
        canvas = PageCanvas(Image.fromarray(page.image))
        canvas.lines = list(page.lines)
        height, width = page.image.shape
        size = r.choice([r.randint(9, 16), r.randint(12, 32), r.randint(20, 60)])
        for _ in range(r.randint(1, 7)):
            if r.random() < 0.4:
                size = r.randint(9, 48)
            text = self.renderer.texts.phrase(8) if r.random() < 0.6 else self.renderer.texts.short()
            chosen = self.renderer.font_for(text, size=size)
            if chosen is None:
                continue
            font = chosen[0]
            length = font[0].getlength(text)
            if length > width - 20 or font[1] + font[2] > height - 20:
                continue
            x, y = r.randint(6, int(width - length - 8)), r.randint(6, height - font[1] - font[2] - 8)
            box = (x - 4, y - 4, x + length + 4, y + font[1] + font[2] + 4)
            if any(overlaps(line.quad, box) for line in canvas.lines):
                continue
            self.lay(canvas, text, x, y, length, font, r)
        return canvas.page()

    def lay(self, canvas, text, x, y, length, font, random):
        """Draws a text on a picture so that it can be read there: with an outline, a shadow, a band, or plainly."""
        around = numpy.asarray(canvas.image.crop((x, y, int(x + length) + 1, y + font[1] + font[2])))
        mean, deviation = float(around.mean()), float(around.std())
        light = mean < 128 if random.random() < 0.85 else mean < 170
        kind, baseline = random.random(), y + font[1]
        strong = 255 if light else 0
        if kind < 0.3:
            canvas.text(text, x, baseline, font, strong, stroke_width=max(1, round(font[1] * random.uniform(0.04, 0.12))), stroke_fill=255 - strong)
        elif kind < 0.45:
            canvas.glyphs(text, x + 1 + font[1] // 14, baseline + 1 + font[1] // 14, font, 255 - strong)
            canvas.text(text, x, baseline, font, strong)
        elif kind < 0.6 or deviation > 45:
            band = canvas.image.crop((x - 4, y - 3, int(x + length) + 4, baseline + font[2] + 3))
            shade = Image.new("L", band.size, 255 - strong)
            canvas.image.paste(Image.blend(band, shade, random.uniform(0.55, 1)), (x - 4, y - 3))
            canvas.text(text, x, baseline, font, strong)
        else:
            # Plain, sometimes faint; it must differ from its ground more than the ground does from itself.
            contrast = max(random.uniform(50, 200), 2.2 * deviation + 20)
            ink = int(min(255, mean + contrast)) if light else int(max(0, mean - contrast))
            canvas.text(text, x, baseline, font, ink)


def overlaps(quad, box):
    """Whether the upright rectangle around `quad` meets `box` (left, top, right, bottom)."""
    low, high = quad.min(0), quad.max(0)
    return low[0] < box[2] and high[0] > box[0] and low[1] < box[3] and high[1] > box[1]
