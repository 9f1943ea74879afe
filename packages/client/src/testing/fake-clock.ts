import type { Clock } from "../clock.ts";

interface Alarm {
  at: number;
  ring: () => void;
}

/** A clock in the hand: time passes when the test says so, and chance always says the same. */
export class FakeClock implements Clock {
  private alarms: Alarm[] = [];
  private time = 0;
  private readonly chance: number;

  constructor(chance = 0.5) {
    this.chance = chance;
  }

  now(): number {
    return this.time;
  }

  wall(): number {
    return 1_700_000_000_000 + this.time;
  }

  random(): number {
    return this.chance;
  }

  after(ms: number, ring: () => void): () => void {
    const alarm = { at: this.time + ms, ring };
    this.alarms.push(alarm);
    return () => {
      this.alarms = this.alarms.filter((other) => other !== alarm);
    };
  }

  /** Lets time pass; alarms ring in the order in which they are due. */
  pass(ms: number): void {
    const end = this.time + ms;
    for (let next = this.nextUntil(end); next; next = this.nextUntil(end)) {
      this.alarms = this.alarms.filter((alarm) => alarm !== next);
      this.time = Math.max(this.time, next.at);
      next.ring();
    }
    this.time = end;
  }

  private nextUntil(end: number): Alarm | undefined {
    return this.alarms.filter((alarm) => alarm.at <= end).sort((a, b) => a.at - b.at)[0];
  }
}
