import { join } from "node:path";

function script(name: string): string {
  return join(import.meta.dirname, name);
}

// Scripts that Node runs before a relay. Those that change something while it runs wait for a SIGUSR2.
export const ACKNOWLEDGE_WITHOUT_STORING = script("acknowledge-without-storing.ts");
export const DIE_AFTER_COMMIT = script("die-after-commit.ts");
export const FULL_DISK = script("full-disk.ts");
export const NO_GAP_DETECTION = script("no-gap-detection.ts");
export const SKEWED_CLOCK = script("skewed-clock.ts");
export const SYNCHRONOUS_NORMAL = script("synchronous-normal.ts");
