import { KeptStore } from "../availability/kept-store.ts";
import { RosterStore } from "../availability/roster-store.ts";
import type { Clock } from "../clock.ts";
import { JobStore } from "../jobs/job-store.ts";
import type { SiteDirectory } from "../sites/directory.ts";
import type { Storage } from "../storage/database.ts";
import type { Attendance } from "./attendance.ts";
import type { Bus } from "./bus.ts";
import { callAgents } from "./call-agents.ts";
import { HoursKept } from "./hours-kept.ts";
import { ReplyTimes } from "./reply-times.ts";
import { RosterFeed } from "./roster-feed.ts";
import { Shopfront } from "./shopfront.ts";

export interface CounterOptions {
  readonly storage: Pick<Storage, "db" | "kind">;
  readonly attendance: Attendance;
  readonly sites: SiteDirectory;
  readonly bus: Bus;
  readonly clock: Clock;
  /** Does mail go out, and was it seen to arrive? */
  readonly mails: () => boolean;
  readonly fault: (error: unknown) => void;
}

/** The shops' counter: who serves there, what is said of it, and whether it is kept. */
export interface Counter {
  readonly shop: Shopfront;
  /** Called with every pulse: each asks the database by itself. */
  pulse(): Promise<void>[];
}

/** Opens the counter. What is stored is known from its first pulse on. */
export function openCounter({ storage, attendance, sites, bus, clock, mails, fault }: CounterOptions): Counter {
  const { db } = storage;
  const jobs = new JobStore(storage, clock);
  const roster = new RosterFeed({ store: new RosterStore(db), attendance, bus, clock, fault });
  const replyTimes = new ReplyTimes({ db, sites, clock });
  const shop = new Shopfront({ roster, replyTimes, sites, clock, mails });
  const minutePassed = () => callAgents({ db, jobs, shop, sites, clock });
  const hoursKept = new HoursKept({ store: new KeptStore(db), roster, sites, clock, minutePassed });
  return {
    shop,
    pulse: () => [roster.pulse(), replyTimes.pulse(), hoursKept.pulse()],
  };
}
