// Files on the disk.

import { readdirSync } from "node:fs";
import { join } from "node:path";

/** The full names of all files below a folder, without folders and sockets. */
export function filesBelow(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory() && !entry.isSocket());
  return files.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort();
}
