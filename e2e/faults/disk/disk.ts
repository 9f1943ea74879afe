import type { Chance } from "../chance.ts";
import type { Step } from "./trace.ts";

type Change = Extract<Step, { kind: "write" | "truncate" }>;

/** What a disk writes whole or not at all: that of old disks, and that of newer ones. */
const SECTOR_SIZES = [512, 4_096];

/**
 * A disk that keeps its promise and no other: what was synced stays, and of what was not, any part may be there after
 * a power cut, in any order, also half of a write.
 */
export class Disk {
  readonly #synced: Map<string, Buffer>;
  readonly #unsynced = new Map<string, Change[]>();

  /** @param files what was there before */
  constructor(files: ReadonlyMap<string, Buffer>) {
    this.#synced = new Map(files);
  }

  apply(step: Step): void {
    if (step.kind === "acknowledge") return;
    const waiting = this.#unsynced.get(step.file) ?? [];
    if (step.kind !== "sync") {
      this.#unsynced.set(step.file, [...waiting, step]);
      return;
    }
    for (const change of waiting) this.#synced.set(step.file, changed(this.#synced.get(step.file), change));
    this.#unsynced.delete(step.file);
  }

  /** The files as they may be found when the power is back. */
  afterPowerLoss(chance: Chance): Map<string, Buffer> {
    const found = new Map(this.#synced);
    for (const [file, changes] of this.#unsynced) {
      for (const part of changes.flatMap((change) => survivors(change, chance))) {
        found.set(file, changed(found.get(file), part));
      }
    }
    return found;
  }
}

/** What is left of a change that was under way: nothing, all, or some of its sectors. */
function survivors(change: Change, chance: Chance): Change[] {
  const fate = chance.pick(["lost", "kept", "torn"]);
  if (fate === "lost") return [];
  if (fate === "kept" || change.kind === "truncate") return [change];
  const size = chance.pick(SECTOR_SIZES);
  const sectors: Change[] = [];
  for (let start = 0; start < change.bytes.length; start += size) {
    const bytes = change.bytes.subarray(start, start + size);
    if (chance.next() < 0.5) sectors.push({ ...change, at: change.at + start, bytes });
  }
  return sectors;
}

function changed(before: Buffer = Buffer.alloc(0), change: Change): Buffer {
  if (change.kind === "truncate") {
    const after = Buffer.alloc(change.size);
    before.copy(after);
    return after;
  }
  const after = Buffer.alloc(Math.max(before.length, change.at + change.bytes.length));
  before.copy(after);
  change.bytes.copy(after, change.at);
  return after;
}
