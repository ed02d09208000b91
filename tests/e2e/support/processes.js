// Processes of the program, as the system tells about them.

import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** The processes that `pid` started, and that these started. */
export function below(pid) {
  const parents = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const children = parents.filter((child) => parentOf(child) === pid);
  return children.flatMap((child) => [child, ...below(child)]);
}

/** The words that a process was started with. */
export function commandLine(pid) {
  return (
    read(pid, "cmdline")
      ?.split("\0")
      .filter((word) => word) ?? []
  );
}

/** A line of what the system tells about a process. */
export function statusOf(pid, name) {
  return read(pid, "status")?.match(new RegExp(`^${name}:\\s*(.*)$`, "m"))?.[1];
}

/** Memory of a process in KiB, shared parts divided among those who share them. */
export function memoryOf(pid) {
  return Number(read(pid, "smaps_rollup")?.match(/^Pss:\s*(\d+) kB$/m)?.[1] ?? 0);
}

/** Whether a process runs; one that ended and that nobody asked about does not. */
export function isAlive(pid) {
  try {
    readlinkSync(`/proc/${pid}/exe`);
    return true;
  } catch {
    return false;
  }
}

function parentOf(pid) {
  const stat = read(pid, "stat");
  // The name of the program stands in parentheses and may hold anything.
  return stat && Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
}

function read(pid, what) {
  try {
    return readFileSync(`/proc/${pid}/${what}`, "utf8");
  } catch {
    return null;
  }
}
