/** What may happen to a frame on its way. */
const FRAME_FAULTS = ["suppress", "duplicate", "reorder", "truncate", "replay"] as const;
export type FrameFault = (typeof FRAME_FAULTS)[number];

/** What the network does to what it carries. */
export interface Weather {
  /** One way. */
  readonly delayMs: number;
  /** Up to so much more or less. */
  readonly jitterMs: number;
  /** Share of packets that are lost. TCP sends them again, so that what is lost is late, and all behind it too. */
  readonly loss: number;
  readonly bytesPerSecond: number;
  /** Share of text frames that each fault happens to. */
  readonly frames: Readonly<Partial<Record<FrameFault, number>>>;
}

export const FAIR: Weather = { delayMs: 0, jitterMs: 0, loss: 0, bytesPerSecond: Number.POSITIVE_INFINITY, frames: {} };

/** RFC 6298 (2.4) says 1 s; Linux waits 200 ms beyond the round trip. */
const RESEND_AFTER_MS = [200, 1_000] as const;

/** How long a packet takes. @param chance drawn from twice, whatever the weather, so that a seed replays */
export function delayOf(weather: Weather, chance: { between(low: number, high: number): number }): number {
  const swing = chance.between(-1, 1) * weather.jitterMs;
  const draw = chance.between(0, 1);
  const [soonest, latest] = RESEND_AFTER_MS;
  const resend = draw < weather.loss ? soonest + (draw / weather.loss) * (latest - soonest) : 0;
  return Math.max(0, weather.delayMs + swing + resend);
}

/** What happens to one frame, by one draw from [0, 1). */
export function faultFor({ frames }: Weather, draw: number): FrameFault | undefined {
  let below = 0;
  return FRAME_FAULTS.find((fault) => {
    below += frames[fault] ?? 0;
    return draw < below;
  });
}
