#!/usr/bin/env python3
"""Draws the fixtures of tests/pictures.rs. They are committed; run this only to change them.

    python3 -m venv venv && venv/bin/pip install pillow numpy tifffile imagecodecs
    cd tests/images/formats && ../../../venv/bin/python make.py

Colour fixtures show four quarters of 24 x 16 pixels: red, green over blue, white. Grey ones show
black, grey (128) over white, black. What is different is said beside it.
"""

import io
import struct

import numpy as np
import tifffile
from PIL import Image

W, H = 24, 16
RGB = np.zeros((H, W, 3), np.uint8)
RGB[: H // 2, : W // 2] = (255, 0, 0)
RGB[: H // 2, W // 2 :] = (0, 255, 0)
RGB[H // 2 :, : W // 2] = (0, 0, 255)
RGB[H // 2 :, W // 2 :] = 255
GREY = np.zeros((H, W), np.uint8)
GREY[: H // 2, W // 2 :] = 128
GREY[H // 2 :, : W // 2] = 255
# The two shades only: the grey quarter is black.
BITS = (GREY == 255).astype(np.uint8)
# Red, green and blue are opaque, what would be white is invisible.
ALPHA = np.dstack([RGB, np.full((H, W), 255, np.uint8)])
ALPHA[H // 2 :, W // 2 :, 3] = 0

rgb, grey, alpha = (Image.fromarray(a) for a in (RGB, GREY, ALPHA))
grey_alpha = Image.merge("LA", [grey, alpha.getchannel("A")])
bits = Image.fromarray(BITS * 255).convert("1", dither=Image.Dither.NONE)
palette = rgb.quantize(4)
cmyk = rgb.convert("CMYK")


def exif(number):
    tags = Image.Exif()
    tags[0x0112] = number
    return tags.tobytes()


def wide(array):
    return array.astype(np.uint16) * 257


def jpegs():
    best = {"quality": 100, "subsampling": 0}
    rgb.save("rgb.jpg", **best)
    rgb.save("progressive.jpg", progressive=True, **best)
    rgb.save("subsampled.jpg", quality=95, subsampling=2)
    grey.save("grey.jpg", quality=100)
    cmyk.save("cmyk.jpg", quality=100)
    for number in range(1, 9):
        rgb.save(f"turned-{number}.jpg", exif=exif(number), **best)
    # Pillow writes CMYK with Adobe's mark and inverted; YCCK is the same with the first three
    # channels as YCbCr. JPEG streams are made of those by imagecodecs.
    import imagecodecs

    inverted = 255 - np.asarray(cmyk)
    ycc = np.asarray(Image.fromarray(255 - inverted[..., :3]).convert("YCbCr"))
    ycck = np.dstack([ycc, inverted[..., 3]])
    data = imagecodecs.jpeg8_encode(ycck, level=100, colorspace="CMYK", outcolorspace="CMYK", subsampling="444")
    data = bytes(data)
    mark = b"\xff\xee\x00\x0eAdobe\x00\x64\x00\x00\x00\x00"
    at = data.find(b"\xff\xeeTHE"[:2])
    if at >= 0:
        data = data[:at] + data[at + 16 :]
    open("ycck.jpg", "wb").write(data[:2] + mark + b"\x02" + data[2:])


def pngs():
    rgb.save("rgb.png")
    grey.save("grey.png")
    alpha.save("rgba.png")
    grey_alpha.save("grey-alpha.png")
    bits.save("one-bit.png")
    palette.save("palette.png")
    clear = rgb.quantize(4)
    white = min(range(4), key=lambda i: -sum(clear.getpalette()[i * 3 : i * 3 + 3]))
    clear.save("palette-alpha.png", transparency=white)
    Image.fromarray(wide(GREY)).save("grey-16.png")
    rgb.save("turned-6.png", exif=exif(6))
    import imagecodecs

    open("rgb-16.png", "wb").write(imagecodecs.png_encode(wide(RGB)))
    open("rgba-16.png", "wb").write(imagecodecs.png_encode(wide(ALPHA)))


def others():
    rgb.save("lossless.webp", lossless=True)
    rgb.save("lossy.webp", quality=100)
    alpha.save("lossless-alpha.webp", lossless=True)
    alpha.save("lossy-alpha.webp", quality=100, alpha_quality=100)
    rgb.save("turned-8.webp", lossless=True, exif=exif(8))
    grey.convert("RGB").save("animated.webp", lossless=True, save_all=True, append_images=[rgb])
    rgb.save("rgb.bmp")
    bits.save("one-bit.bmp")
    palette.save("palette.bmp")
    palette.save("palette.gif")
    palette.save("animated.gif", save_all=True, append_images=[rgb.transpose(Image.Transpose.ROTATE_180)])
    bmps()
    # The first frame covers only the lower right quarter of its canvas, in red.
    frame = io.BytesIO()
    Image.new("P", (W // 2, H // 2), 0).save(frame, "GIF")
    data = bytearray(frame.getvalue())
    colours = 3 * 2 ** ((data[10] & 7) + 1)
    data[6:10] = struct.pack("<HH", W, H)
    data[13:16] = b"\xff\0\0"
    at = data.index(b"\x2c", 13 + colours)
    data[at + 1 : at + 5] = struct.pack("<HH", W // 2, H // 2)
    open("part.gif", "wb").write(data)


def bmps():
    flipped = ALPHA[::-1, :, [2, 1, 0, 3]]
    pixels = flipped.tobytes()
    masks = struct.pack("<IIII", 0xFF0000, 0xFF00, 0xFF, 0xFF000000)

    def bmp(name, header, pixels, height=H, bits=32, compression=0, tail=b""):
        size = 40 + len(header)
        dib = struct.pack("<IiiHHIIiiII", size, W, height, 1, bits, compression, len(pixels), 0, 0, 0, 0)
        offset = 14 + size + len(tail)
        file = struct.pack("<2sIHHI", b"BM", offset + len(pixels), 0, 0, offset)
        open(name, "wb").write(file + dib + header + tail + pixels)

    v5 = masks + b"BGRs" + bytes(36 + 12 + 16)
    bmp("alpha.bmp", v5, pixels, compression=3)
    # The fourth byte is padding, and 0 everywhere: in the old header, and as an unused alpha channel.
    empty = flipped.copy()
    empty[..., 3] = 0
    bmp("padded.bmp", b"", empty.tobytes())
    bmp("empty-alpha.bmp", v5, empty.tobytes(), compression=3)
    bmp("top-down.bmp", b"", ALPHA[:, :, [2, 1, 0, 3]].tobytes(), height=-H)
    low = (RGB[::-1].astype(np.uint16) >> 3) @ np.array([1024, 32, 1], np.uint16)
    bmp("555.bmp", b"", low.astype("<u2").tobytes(), bits=16)
    runs = b"".join(bytes([W // 2, a, W // 2, b, 0, 0]) for a, b in [(2, 3)] * (H // 2) + [(0, 1)] * (H // 2)) + b"\0\1"
    colours = bytes([0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0, 0, 255, 255, 255, 0]) + bytes(252 * 4)
    bmp("rle.bmp", b"", runs, bits=8, compression=1, tail=colours)


def tiffs():
    def tiff(name, array, **options):
        options = {"photometric": "rgb" if array.ndim == 3 else "minisblack", "metadata": None} | options
        tifffile.imwrite(name, array, **options)

    tiff("rgb.tif", RGB)
    tiff("lzw.tif", RGB, compression="lzw", predictor=True)
    tiff("deflate.tif", RGB, compression="zlib")
    tiff("packbits.tif", RGB, compression="packbits")
    tiff("big-endian.tif", RGB, byteorder=">")
    tiff("big.tif", RGB, bigtiff=True)
    tiff("tiles.tif", RGB, tile=(16, 16))
    tiff("strips.tif", RGB, rowsperstrip=5)
    tiff("planar.tif", np.moveaxis(RGB, 2, 0), planarconfig="separate")
    tiff("rgb-16.tif", wide(RGB))
    tiff("rgba.tif", ALPHA, extrasamples=["unassalpha"])
    multiplied = ALPHA.copy()
    multiplied[ALPHA[..., 3] == 0] = 0
    tiff("rgba-premultiplied.tif", multiplied, extrasamples=["assocalpha"])
    tiff("grey.tif", GREY)
    tiff("grey-16.tif", wide(GREY))
    tiff("white-is-zero.tif", 255 - GREY, photometric="miniswhite")
    tiff("grey-alpha.tif", np.dstack([GREY, ALPHA[..., 3]]), photometric="minisblack", extrasamples=["unassalpha"])
    tiff("float.tif", (GREY / 255).astype(np.float32))
    tiff("float-rgb.tif", RGB.astype(np.float32))
    tiff("half.tif", (GREY / 255).astype(np.float16))
    tiff("int-32.tif", GREY.astype(np.uint32) * 0x01010101)
    tiff("cmyk.tif", np.asarray(cmyk), photometric="separated")
    rgb.save("ycbcr-jpeg.tif", compression="jpeg", quality=100)
    ycc = np.asarray(rgb.convert("YCbCr"))
    best = {"compression": "jpeg", "compressionargs": {"level": 100}}
    tiff("ycbcr-jpeg-2.tif", ycc, subsampling=(1, 1), photometric="ycbcr", tile=(16, 16), **best)
    tiff("grey-jpeg.tif", GREY, compression="jpeg", compressionargs={"level": 100})
    colours = np.zeros((3, 256), np.uint16)
    colours[:, :4] = np.array([[255, 0, 0], [0, 255, 0], [0, 0, 255], [255] * 3]).T * 257
    index = np.zeros((H, W), np.uint8)
    index[: H // 2, W // 2 :] = 1
    index[H // 2 :, : W // 2] = 2
    index[H // 2 :, W // 2 :] = 3
    tiff("palette.tif", index, photometric="palette", colormap=colours)
    tiff("palette-lzw.tif", index, photometric="palette", colormap=colours, compression="lzw", byteorder=">")
    four = Image.fromarray(index, "P")
    four.putpalette([255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255])
    four.save("palette-4.tif", bits=4)
    bits.save("one-bit.tif")
    bits.save("group4.tif", compression="group4")
    bits.save("group3.tif", compression="group3")
    patch("group4.tif", "group4-endless.tif", 278, 0xFFFFFFFF, kind=4)
    reverse("group4.tif", "group4-reversed.tif")
    reverse("one-bit.tif", "one-bit-reversed.tif")
    # Pages: red, a thumbnail, grey lying on its side (8), one bit, a mask.
    with tifffile.TiffWriter("pages.tif") as file:
        one = {"metadata": None, "contiguous": False}
        file.write(np.full((6, 9, 3), (255, 0, 0), np.uint8), photometric="rgb", **one)
        file.write(np.full((2, 3), 9, np.uint8), photometric="minisblack", subfiletype=1, **one)
        file.write(GREY, photometric="minisblack", extratags=[(274, 3, 1, 8, True)], **one)
        file.write(BITS.astype(bool), photometric="minisblack", **one)
        file.write(BITS.astype(bool), photometric="minisblack", subfiletype=4, **one)
    for number in range(1, 9):
        tiff(f"turned-{number}.tif", RGB, extratags=[(274, 3, 1, number, True)])


def entries(data):
    at, = struct.unpack_from("<I", data, 4)
    count, = struct.unpack_from("<H", data, at)
    for place in range(at + 2, at + 2 + 12 * count, 12):
        yield (place, *struct.unpack_from("<HHII", data, place))


def patch(source, name, tag, value, kind):
    data = bytearray(open(source, "rb").read())
    for place, this, *_ in entries(data):
        if this == tag:
            struct.pack_into("<HII", data, place + 2, kind, 1, value)
    open(name, "wb").write(data)


def reverse(source, name):
    """The same picture, each byte of the data with its lowest bit first. FillOrder takes the place
    of a tag that nobody needs here, which keeps the order of the tags: 266 for 262's successors."""
    data = bytearray(open(source, "rb").read())
    found = {this: (place, kind, count, value) for place, this, kind, count, value in entries(data)}
    start, length = found[273][3], found[279][3]
    assert found[273][2] == 1
    for at in range(start, start + length):
        data[at] = int(f"{data[at]:08b}"[::-1], 2)
    # A new directory at the end of the file, with one entry more.
    rows = sorted([(this, *rest[1:]) for this, rest in found.items()] + [(266, 3, 1, 2)])
    rows = [(tag, kind, count, value) for tag, kind, count, value in rows]
    if len(data) % 2:
        data.append(0)
    struct.pack_into("<I", data, 4, len(data))
    data += struct.pack("<H", len(rows))
    for row in rows:
        data += struct.pack("<HHII", *row)
    data += bytes(4)
    open(name, "wb").write(data)


jpegs()
pngs()
others()
tiffs()
