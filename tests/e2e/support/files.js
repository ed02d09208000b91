// Files: those that the program leaves, and bad ones for it to stumble over.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";

/** All files below a folder, by their full names; folders do not count. */
export function filesBelow(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory() && !entry.isSocket());
  return files.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort();
}

/** A PNG that says it is so large; nothing else is in it. */
export function pngOfSize(width, height) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits of grey, nothing special.
  header.set([8, 0, 0, 0, 0], 8);
  const data = deflateSync(Buffer.alloc(1000));
  return file([chunk("IHDR", header), chunk("IDAT", data)]);
}

/** A PNG of 24-bit colour; `rgb` holds rows from the top, three bytes a pixel. */
export function png(width, height, rgb) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Array.from({ length: height }, (_, row) => {
    const start = row * width * 3;
    // Each row begins with its filter: none.
    return Buffer.concat([Buffer.alloc(1), rgb.subarray(start, start + width * 3)]);
  });
  return file([chunk("IHDR", header), chunk("IDAT", deflateSync(Buffer.concat(rows)))]);
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
