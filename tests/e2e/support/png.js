// Writes PNG files.

import { crc32, deflateSync } from "node:zlib";

/** A PNG of 24-bit colour. `rgb` contains the rows from the top, three bytes for each pixel. */
export function png(width, height, rgb) {
  const rows = Array.from({ length: height }, (_, row) => {
    const start = row * width * 3;
    // Each row begins with the number of its filter: none.
    return Buffer.concat([Buffer.alloc(1), rgb.subarray(start, start + width * 3)]);
  });
  const data = deflateSync(Buffer.concat(rows));
  return file([chunk("IHDR", header(width, height, 2)), chunk("IDAT", data)]);
}

/** A PNG whose header claims this size, without the pixels for it. */
export function pngClaimingSize(width, height) {
  const data = deflateSync(Buffer.alloc(1000));
  return file([chunk("IHDR", header(width, height, 0)), chunk("IDAT", data)]);
}

/** The header of a picture of eight bits for each channel. */
function header(width, height, colourType) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, colourType, 0, 0, 0], 8);
  return header;
}

function file(chunks) {
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, ...chunks, chunk("IEND", "")]);
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name), Buffer.from(data)]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length - 4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
