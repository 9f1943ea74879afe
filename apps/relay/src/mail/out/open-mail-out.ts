import type { Address } from "../../address.ts";
import type { Clock } from "../../clock.ts";
import type { Config } from "../../config.ts";
import { DeadJobStore } from "../../jobs/dead-job-store.ts";
import { JobStore } from "../../jobs/job-store.ts";
import { wake } from "../../jobs/wake.ts";
import { JobWorker } from "../../jobs/worker.ts";
import { PostStore } from "../../questions/post-store.ts";
import type { Desk } from "../../realtime/desk.ts";
import type { Links } from "../../requests/links.ts";
import type { SiteDirectory } from "../../sites/directory.ts";
import type { Storage } from "../../storage/database.ts";
import { DemoMailbox } from "../demo/mailbox.ts";
import type { Outlet } from "../mail.ts";
import { MailHealth } from "../mail-health.ts";
import { SmtpOutlet } from "../smtp-outlet.ts";
import { TrialStore } from "../trial-store.ts";
import { AlertOffice } from "./alert-office.ts";
import { AlertStore } from "./alert-store.ts";
import { ConfirmationOffice } from "./confirmation-office.ts";
import { ALL_MAIL_KINDS, MailOffice } from "./mail-office.ts";
import { MailStore } from "./mail-store.ts";
import { Post } from "./post.ts";

/** Mails under way at once, and conversations that wake. */
const MAILS_AT_ONCE = 4;
const WAKES_AT_ONCE = 4;
/** Where the demo shop writes from. */
const DEMO_ADDRESS = "ola@lisboa-shoes.example";

type MailConfig = Pick<Config, "publicUrl" | "smtpUrl" | "mailFrom" | "imapUrl" | "inboundEmailSecret">;

export interface MailOutOptions {
  readonly config: MailConfig;
  readonly storage: Storage;
  readonly clock: Clock;
  readonly desk: Desk;
  readonly links: Links;
  readonly sites: SiteDirectory;
  readonly address: Address;
  readonly fault: (error: unknown) => void;
}

/** Mail that goes out, and everything else that is done at a later time. */
export interface MailOut {
  readonly jobs: JobStore;
  readonly deadJobs: DeadJobStore;
  readonly health: MailHealth;
  /** What mail goes out from, and replies come to; null where there is none. */
  readonly ownAddress: string | null;
  /** What goes nowhere; null where mail does go out. */
  readonly mailbox: DemoMailbox | null;
  /** What a test message bears, for each side. */
  readonly marks: { readonly out: string; readonly in: string };
  pulse(): Promise<void>[];
  /** Waits a moment for what is under way. */
  close(): Promise<void>;
}

export function openMailOut({ config, storage, clock, desk, links, sites, address, fault }: MailOutOptions): MailOut {
  const jobs = new JobStore(storage, clock);
  const isDemo = config.publicUrl === null && config.smtpUrl === null;
  const mailbox = isDemo ? new DemoMailbox(clock) : null;
  const outlet: Outlet | null =
    config.smtpUrl === null ? mailbox : new SmtpOutlet(config.smtpUrl, { atOnce: MAILS_AT_ONCE });
  const ownAddress = config.mailFrom ?? (isDemo ? DEMO_ADDRESS : null);
  const marks = marksOf(config, links);
  const health = new MailHealth({
    ...{ clock, outlet, ownAddress },
    trials: new TrialStore(storage.db, clock),
    marks: { ...marks, out: isDemo ? null : marks.out },
    via: viaOf(config),
    turned: async (failure) => (failure === null ? jobs.hurry(ALL_MAIL_KINDS) : fault(failure)),
  });
  const shared = { jobs, random: Math.random, fault };
  const workers = [new JobWorker({ ...shared, kinds: ["wake"], atOnce: WAKES_AT_ONCE, run: (job) => wake(job, desk) })];
  if (outlet !== null && ownAddress !== null) {
    const store = new MailStore(storage.db, clock);
    const publicUrl = () => address.publicUrl;
    const post = new Post({ store, outlet, health, desk, clock });
    const office = { jobs, store, post, desk, sites, clock, ownAddress, publicUrl };
    const alertOffice = new AlertOffice({ ...office, alerts: new AlertStore(storage.db) });
    const confirmationOffice = new ConfirmationOffice({ ...office, posts: new PostStore(storage, clock) });
    const mailOffice = new MailOffice({ ...office, alertOffice, confirmationOffice, links });
    const run = mailOffice.run.bind(mailOffice);
    workers.push(new JobWorker({ ...shared, kinds: ALL_MAIL_KINDS, atOnce: MAILS_AT_ONCE, run }));
  }
  return {
    ...{ jobs, health, ownAddress, mailbox, marks },
    deadJobs: new DeadJobStore(storage, clock),
    pulse: () => [health.refresh(), health.checkWhenDue(), ...workers.map((worker) => worker.pulse())],
    close: async () => {
      await Promise.all(workers.map((worker) => worker.close()));
      outlet?.close();
    },
  };
}

/** Other settings are other marks: what was tested of these says nothing about those. */
function marksOf({ smtpUrl, mailFrom, imapUrl, inboundEmailSecret }: MailConfig, links: Links) {
  return {
    out: links.testToken(JSON.stringify(["out", smtpUrl, mailFrom])),
    in: links.testToken(JSON.stringify(["in", imapUrl, inboundEmailSecret, mailFrom])),
  };
}

function viaOf({ imapUrl, inboundEmailSecret }: MailConfig): "imap" | "webhook" | null {
  if (imapUrl !== null) return "imap";
  return inboundEmailSecret === null ? null : "webhook";
}
