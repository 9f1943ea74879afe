import * as z from "zod";
import type { Clock } from "../../clock.ts";
import type { Job } from "../../conversations/ledger.ts";
import { JobFault, type LeasedJob } from "../../jobs/job.ts";
import type { JobStore } from "../../jobs/job-store.ts";
import type { Desk } from "../../realtime/desk.ts";
import type { SiteDirectory } from "../../sites/directory.ts";
import { alert, alertFrom, stillWaits, type WhoRang } from "./alert.ts";
import type { AlertStore } from "./alert-store.ts";
import type { MailStore } from "./mail-store.ts";
import type { Post } from "./post.ts";

const Rung = z.object({ conversation: z.int() });
const Call = Rung.extend({ site: z.string(), address: z.string() });

export interface AlertOfficeOptions {
  readonly jobs: Pick<JobStore, "ask">;
  readonly alerts: AlertStore;
  readonly store: Pick<MailStore, "matter" | "note">;
  readonly post: Pick<Post, "send">;
  readonly desk: Pick<Desk, "ringsForNobody">;
  readonly sites: Pick<SiteDirectory, "known">;
  readonly clock: Clock;
  readonly ownAddress: string;
  readonly publicUrl: () => string;
}

/**
 * Calls the agents who want to be called, each with a mail of their own: nobody reads the addresses of others, and an
 * address that fails holds up nobody else's. A job about a conversation becomes one for each agent and shop, which brings
 * whoever has rung by the time that it is done.
 */
export class AlertOffice {
  readonly #options: AlertOfficeOptions;

  constructor(options: AlertOfficeOptions) {
    this.#options = options;
  }

  /** @throws JobFault when it did not go out. Whatever is no longer wanted is left out without a word. */
  run({ payload }: LeasedJob): Promise<void> {
    const call = Call.safeParse(payload).data;
    return call ? this.#call(call) : this.#callAll(Rung.parse(payload).conversation);
  }

  async #callAll(number: number): Promise<void> {
    const { alerts, store, jobs, desk, clock } = this.#options;
    const matter = await store.matter(number);
    if (matter === undefined || !stillWaits(matter.conversation)) return;
    const site = matter.conversation.site.key;
    if (!desk.ringsForNobody(site)) return;
    for (const address of await alerts.wantedBy()) {
      await jobs.ask(callJob({ conversation: number, site, address }, clock.now()));
    }
  }

  async #call(call: z.infer<typeof Call>): Promise<void> {
    const { alerts, jobs, desk, clock } = this.#options;
    const { address, site } = call;
    const now = clock.now();
    // Somebody may have come to the counter since this was asked for. Once they leave, it is asked for again.
    if (!desk.ringsForNobody(site) || !(await alerts.wantedBy()).includes(address)) return;
    const told = await alerts.toldTo(address, site);
    const ringing = await alerts.ringing(site, told);
    const [oldest] = ringing;
    const newest = ringing.at(-1);
    if (oldest === undefined || newest === undefined) return;
    const from = alertFrom(told);
    // This one is under way: what is asked for now is done after it.
    if (from > now) await jobs.ask(callJob(call, from));
    else await this.#send(call, { oldest, newest, count: ringing.length }, now);
  }

  async #send({ address: to, site: key }: z.infer<typeof Call>, whoRang: WhoRang, now: number): Promise<void> {
    const { store, post, sites, ownAddress, publicUrl } = this.#options;
    const site = sites.known(key);
    if (site === undefined) throw new JobFault("the site is not known yet");
    const mail = alert({ ...whoRang, site, to, ownAddress, publicUrl: publicUrl(), now });
    await post.send(mail);
    const { number: conversation } = whoRang.newest;
    await store.note({ messageId: mail.messageId, kind: "alert", recipient: to, conversation }, now);
  }
}

/** Of each agent and shop one waits at a time. */
function callJob(call: z.infer<typeof Call>, runAt: number): Job {
  return { kind: "alert", key: `${call.site} ${call.address}`, payload: call, runAt };
}
