#!/usr/bin/env python3
"""Generates the fixtures of crates/imagetotext/tests/decoding. Run this only to change them.

    python3 -m venv venv && venv/bin/pip install pillow numpy tifffile imagecodecs
    cd tests/images/formats && ../../../venv/bin/python make.py

Colour fixtures are 24 x 16 pixels with four quarters: red and green above, blue and white below. Grey
ones have black and grey (128) above, white and black below. Comments name the exceptions.
"""

import io
import os
import struct
import subprocess

import numpy as np
import tifffile
from PIL import Image
from tiff_entries import patch, reverse_bits

W, H = 24, 16
RGB = np.zeros((H, W, 3), np.uint8)
RGB[: H // 2, : W // 2] = (255, 0, 0)
RGB[: H // 2, W // 2 :] = (0, 255, 0)
RGB[H // 2 :, : W // 2] = (0, 0, 255)
RGB[H // 2 :, W // 2 :] = 255
GREY = np.zeros((H, W), np.uint8)
GREY[: H // 2, W // 2 :] = 128
GREY[H // 2 :, : W // 2] = 255
# Black and white only: the grey quarter is black.
BITS = (GREY == 255).astype(np.uint8)
# Red, green and blue are opaque, the white quarter is transparent.
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


def to_16_bit(array):
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
    # Pillow writes CMYK inverted, with an Adobe marker. YCCK is the same with the first three
    # channels as YCbCr; imagecodecs encodes it.
    import imagecodecs

    inverted = 255 - np.asarray(cmyk)
    ycbcr = np.asarray(Image.fromarray(255 - inverted[..., :3]).convert("YCbCr"))
    ycck = np.dstack([ycbcr, inverted[..., 3]])
    data = imagecodecs.jpeg8_encode(ycck, level=100, colorspace="CMYK", outcolorspace="CMYK", subsampling="444")
    data = bytes(data)
    adobe_marker = b"\xff\xee\x00\x0eAdobe\x00\x64\x00\x00\x00\x00"
    marker = data.find(b"\xff\xee")
    if marker >= 0:
        data = data[:marker] + data[marker + 16 :]
    open("ycck.jpg", "wb").write(data[:2] + adobe_marker + b"\x02" + data[2:])


def pngs():
    rgb.save("rgb.png")
    grey.save("grey.png")
    alpha.save("rgba.png")
    grey_alpha.save("grey-alpha.png")
    bits.save("one-bit.png")
    palette.save("palette.png")
    transparent = rgb.quantize(4)
    white = min(range(4), key=lambda i: -sum(transparent.getpalette()[i * 3 : i * 3 + 3]))
    transparent.save("palette-alpha.png", transparency=white)
    Image.fromarray(to_16_bit(GREY)).save("grey-16.png")
    rgb.save("turned-6.png", exif=exif(6))
    import imagecodecs

    open("rgb-16.png", "wb").write(imagecodecs.png_encode(to_16_bit(RGB)))
    open("rgba-16.png", "wb").write(imagecodecs.png_encode(to_16_bit(ALPHA)))


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
    palette_size = 3 * 2 ** ((data[10] & 7) + 1)
    data[6:10] = struct.pack("<HH", W, H)
    data[13:16] = b"\xff\0\0"
    descriptor = data.index(b"\x2c", 13 + palette_size)
    data[descriptor + 1 : descriptor + 5] = struct.pack("<HH", W // 2, H // 2)
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
    # The fourth byte is 0 everywhere: padding in the old header, an unused alpha channel in the new one.
    empty = flipped.copy()
    empty[..., 3] = 0
    bmp("padded.bmp", b"", empty.tobytes())
    bmp("empty-alpha.bmp", v5, empty.tobytes(), compression=3)
    bmp("top-down.bmp", b"", ALPHA[:, :, [2, 1, 0, 3]].tobytes(), height=-H)
    rgb555 = (RGB[::-1].astype(np.uint16) >> 3) @ np.array([1024, 32, 1], np.uint16)
    bmp("555.bmp", b"", rgb555.astype("<u2").tobytes(), bits=16)
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
    tiff("rgb-16.tif", to_16_bit(RGB))
    tiff("rgba.tif", ALPHA, extrasamples=["unassalpha"])
    premultiplied = ALPHA.copy()
    premultiplied[ALPHA[..., 3] == 0] = 0
    tiff("rgba-premultiplied.tif", premultiplied, extrasamples=["assocalpha"])
    tiff("grey.tif", GREY)
    tiff("grey-16.tif", to_16_bit(GREY))
    tiff("white-is-zero.tif", 255 - GREY, photometric="miniswhite")
    tiff("grey-alpha.tif", np.dstack([GREY, ALPHA[..., 3]]), photometric="minisblack", extrasamples=["unassalpha"])
    tiff("float.tif", (GREY / 255).astype(np.float32))
    tiff("float-rgb.tif", RGB.astype(np.float32))
    tiff("half.tif", (GREY / 255).astype(np.float16))
    tiff("int-32.tif", GREY.astype(np.uint32) * 0x01010101)
    tiff("cmyk.tif", np.asarray(cmyk), photometric="separated")
    rgb.save("ycbcr-jpeg.tif", compression="jpeg", quality=100)
    ycbcr = np.asarray(rgb.convert("YCbCr"))
    best = {"compression": "jpeg", "compressionargs": {"level": 100}}
    tiff("ycbcr-jpeg-2.tif", ycbcr, subsampling=(1, 1), photometric="ycbcr", tile=(16, 16), **best)
    tiff("grey-jpeg.tif", GREY, compression="jpeg", compressionargs={"level": 100})
    colours = np.zeros((3, 256), np.uint16)
    colours[:, :4] = np.array([[255, 0, 0], [0, 255, 0], [0, 0, 255], [255] * 3]).T * 257
    index = np.zeros((H, W), np.uint8)
    index[: H // 2, W // 2 :] = 1
    index[H // 2 :, : W // 2] = 2
    index[H // 2 :, W // 2 :] = 3
    tiff("palette.tif", index, photometric="palette", colormap=colours)
    tiff("palette-lzw.tif", index, photometric="palette", colormap=colours, compression="lzw", byteorder=">")
    four_bit = Image.fromarray(index, "P")
    four_bit.putpalette([255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255])
    four_bit.save("palette-4.tif", bits=4)
    bits.save("one-bit.tif")
    bits.save("group4.tif", compression="group4")
    bits.save("group3.tif", compression="group3")
    patch("group4.tif", "group4-endless.tif", 278, 0xFFFFFFFF, kind=4)
    reverse_bits("group4.tif", "group4-reversed.tif")
    reverse_bits("one-bit.tif", "one-bit-reversed.tif")
    bits.save("group3-2d.tif", compression="group3", tiffinfo={292: 1})
    bits.save("huffman.tif", compression="tiff_ccitt")
    tiff("zstd.tif", RGB, compression="zstd", predictor=True, rowsperstrip=5)
    tiff("zstd-tiles.tif", to_16_bit(RGB), compression="zstd", tile=(16, 16), byteorder=">")
    tiff("lzma.tif", np.moveaxis(RGB, 2, 0), compression="lzma", planarconfig="separate")
    tiff("webp.tif", RGB, compression="webp", compressionargs={"lossless": True, "level": 100})
    tiff("grey-12.tif", to_16_bit(GREY) >> 4, bitspersample=12)
    tiff("rgb-12.tif", to_16_bit(RGB) >> 4, bitspersample=12, rowsperstrip=7)
    lab = np.array([[138, 81, 70], [224, 256 - 79, 81], [75, 68, 256 - 112], [255, 0, 0]], np.uint8)
    tiff("lab.tif", lab[index], photometric="cielab")
    icc = lab + np.array([0, 128, 128], np.uint8)
    tiff("lab-icc.tif", icc[index], photometric="icclab", compression="zlib", predictor=True)
    # Pages: red, a thumbnail, grey with orientation 8, one bit, a mask.
    with tifffile.TiffWriter("pages.tif") as file:
        one = {"metadata": None, "contiguous": False}
        file.write(np.full((6, 9, 3), (255, 0, 0), np.uint8), photometric="rgb", **one)
        file.write(np.full((2, 3), 9, np.uint8), photometric="minisblack", subfiletype=1, **one)
        file.write(GREY, photometric="minisblack", extratags=[(274, 3, 1, 8, True)], **one)
        file.write(BITS.astype(bool), photometric="minisblack", **one)
        file.write(BITS.astype(bool), photometric="minisblack", subfiletype=4, **one)
    for number in range(1, 9):
        tiff(f"turned-{number}.tif", RGB, extratags=[(274, 3, 1, number, True)])


def rarer_formats():
    """Formats with a cargo feature each."""
    import imagecodecs

    rgb.save("rgb.ico", sizes=[(W, H)])
    rgb.convert("RGBA").save("bitmap.ico", sizes=[(W, H)], bitmap_format="bmp")
    rgb.save("rgb.ppm")
    grey.save("grey.pgm")
    bits.save("one-bit.pbm")
    rgb.save("rgb.tga")
    rgb.save("rle.tga", compression="tga_rle")
    grey.save("grey.tga")
    rgb.save("rgb.qoi")
    alpha.save("rgba.qoi")
    rgb.save("rgb.jp2", irreversible=False)
    grey.save("grey.jp2", irreversible=False)
    rgb.save("rgb.j2k", irreversible=False, no_jp2=True)
    rgb.save("rgb.avif", quality=100, subsampling="4:4:4")
    rgb.save("subsampled.avif", quality=95, subsampling="4:2:0")
    grey.save("grey.avif", quality=100, subsampling="4:0:0")
    alpha.save("rgba.avif", quality=100, subsampling="4:4:4")
    # Four tiles of 64 × 64, cut at the right and below.
    large = rgb.resize((120, 96), Image.Resampling.NEAREST)
    canvas = Image.new("RGB", (128, 128), "white")
    canvas.paste(large)
    for number, corner in enumerate([(0, 0), (64, 0), (0, 64), (64, 64)]):
        canvas.crop((*corner, corner[0] + 64, corner[1] + 64)).save(f"tile-{number}.png")
    tiles = [f"tile-{number}.png" for number in range(4)]
    subprocess.run(["avifenc", "--grid", "2x2", "--min", "0", "--max", "0", "-y", "444", *tiles, "grid.avif"], check=True)
    data = open("grid.avif", "rb").read()
    for wide in (2, 4):
        before, after = ((128).to_bytes(wide, "big") * 2), (120).to_bytes(wide, "big") + (96).to_bytes(wide, "big")
        data = data.replace(before, after)
    open("grid.avif", "wb").write(data)
    rgb.transpose(Image.Transpose.ROTATE_270).save("turned.png")
    subprocess.run(["avifenc", "--irot", "1", "--min", "0", "--max", "0", "-y", "444", "turned.png", "turned.avif"], check=True)
    for name in [*tiles, "turned.png"]:
        os.remove(name)
    for name, array in (("rgb.jxl", RGB), ("grey.jxl", GREY), ("rgba.jxl", ALPHA)):
        with open(name, "wb") as file:
            file.write(imagecodecs.jpegxl_encode(array, lossless=True))
    # heif-enc and cjxl of Debian 12.
    subprocess.run(["heif-enc", "-L", "-p", "chroma=444", "rgb.png", "-o", "rgb.heic"], check=True)
    subprocess.run(["heif-enc", "-q", "90", "rgb.png", "-o", "subsampled.heic"], check=True)
    subprocess.run(["cjxl", "-q", "95", "rgb.png", "lossy.jxl"], check=True)
    for name, array, mode in (("rgb.psd", RGB, 3), ("grey.psd", GREY[..., None], 1)):
        photoshop(name, array, mode)
    photoshop("packed.psd", RGB, 3, packed=True)
    photoshop("rgb-16.psd", RGB, 3, bits=16)


def resolutions():
    """Of 300 dots an inch, if the name does not say otherwise."""
    rgb.save("resolution.png", dpi=(300, 300))
    rgb.save("resolution.bmp", dpi=(300, 300))
    rgb.save("resolution.jpg", dpi=(300, 300))
    rgb.save("resolution.tif", dpi=(300, 300))
    # Written as a matter of form.
    rgb.save("resolution-72.jpg", dpi=(72, 72))
    rgb.save("resolution-96.png", dpi=(96, 96))
    # 120 and 40 dots a centimetre, on its side: 101.6 across and 304.8 down.
    rgb.save("resolution-turned.tif", tiffinfo={274: 6, 282: 120.0, 283: 40.0, 296: 3})
    bits.save("resolution-fax.tif", compression="group3", dpi=(204, 98))
    tags = Image.Exif()
    tags[274], tags[282], tags[283], tags[296] = 6, 600.0, 300.0, 2
    rgb.save("resolution-exif.jpg", exif=tags.tobytes())
    rgb.save("resolution-exif.webp", exif=tags.tobytes(), lossless=True)


def photoshop(name, array, mode, bits=8, packed=False):
    """Without a palette, resources and layers."""
    planes = array.transpose(2, 0, 1)
    if bits == 16:
        planes = to_16_bit(planes).astype(">u2")
    data = planes.tobytes()
    if packed:
        # Rows of two halves, each of one value.
        rows = [bytes([245, row[0], 245, row[-1]]) for plane in planes for row in plane]
        data = struct.pack(f">{len(rows)}H", *map(len, rows)) + b"".join(rows)
    with open(name, "wb") as file:
        file.write(b"8BPS" + struct.pack(">H6xHIIHH", 1, len(planes), H, W, bits, mode))
        file.write(bytes(12) + struct.pack(">H", int(packed)) + data)


jpegs()
pngs()
others()
tiffs()
rarer_formats()
resolutions()
