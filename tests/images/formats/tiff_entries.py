"""Changes entries of the first directory of little-endian TIFF files."""

import struct


def ifd_entries(data):
    """(offset, tag, type, count, value) of each entry of the first directory of a little-endian TIFF."""
    directory, = struct.unpack_from("<I", data, 4)
    count, = struct.unpack_from("<H", data, directory)
    for offset in range(directory + 2, directory + 2 + 12 * count, 12):
        yield (offset, *struct.unpack_from("<HHII", data, offset))


def patch(source, name, tag, value, kind):
    """A copy of `source` in which the entry of `tag` has one value of type `kind`."""
    data = bytearray(open(source, "rb").read())
    for offset, found, *_ in ifd_entries(data):
        if found == tag:
            struct.pack_into("<HII", data, offset + 2, kind, 1, value)
    open(name, "wb").write(data)


def reverse_bits(source, name):
    """A copy of `source` with the lowest bit of each data byte first, and a FillOrder (266) entry for it."""
    data = bytearray(open(source, "rb").read())
    found = {tag: entry for _, tag, *entry in ifd_entries(data)}
    start, length = found[273][2], found[279][2]
    assert found[273][1] == 1
    for index in range(start, start + length):
        data[index] = int(f"{data[index]:08b}"[::-1], 2)
    # A new directory at the end of the file, with one entry more.
    entries = sorted([(tag, *entry) for tag, entry in found.items()] + [(266, 3, 1, 2)])
    if len(data) % 2:
        data.append(0)
    struct.pack_into("<I", data, 4, len(data))
    data += struct.pack("<H", len(entries))
    for entry in entries:
        data += struct.pack("<HHII", *entry)
    data += bytes(4)
    open(name, "wb").write(data)
