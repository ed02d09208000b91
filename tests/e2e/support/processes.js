// Processes of the program, as Linux reports them in /proc.

import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** The processes that `pid` started, and that these started. */
export function descendants(pid) {
  const pids = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const children = pids.filter((child) => parentOf(child) === pid);
  return children.flatMap((child) => [child, ...descendants(child)]);
}

/** The words of the command line of a process. */
export function commandLine(pid) {
  return (
    read(pid, "cmdline")
      ?.split("\0")
      .filter((word) => word) ?? []
  );
}

/** A field of `/proc/PID/status`. */
export function statusOf(pid, name) {
  return read(pid, "status")?.match(new RegExp(`^${name}:\\s*(.*)$`, "m"))?.[1];
}

/** The memory of a process in KiB; shared memory is divided among the processes that share it. */
export function memoryOf(pid) {
  return Number(read(pid, "smaps_rollup")?.match(/^Pss:\s*(\d+) kB$/m)?.[1] ?? 0);
}

/** Whether a process is running. Zombies are not. */
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
  // The name of the program is in parentheses and may contain anything.
  return stat && Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
}

function read(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return null;
  }
}
