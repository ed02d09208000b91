// How bright a part of the screen is.

import { fileURLToPath } from "node:url";

const BRIGHTNESS = fileURLToPath(new URL("brightness.py", import.meta.url));

/** The brightness, 0 to 255, of the middle of the screen or of the part at `place`, from now on. */
export function watchBrightness(session, place = []) {
  const frames = [];
  const stdio = ["ignore", "pipe", "pipe"];
  const watcher = session.start("/usr/bin/python3", [BRIGHTNESS, ...place.map(String)], { stdio });
  watcher.stdout.on("data", (lines) =>
    frames.push(...String(lines).trim().split("\n").map(Number)),
  );
  return frames;
}
