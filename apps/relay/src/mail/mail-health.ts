import type { MailState } from "@shopbell/protocol";
import { afresh } from "../afresh.ts";
import type { Clock } from "../clock.ts";
import { errorText } from "../jobs/job.ts";
import type { Outlet } from "./mail.ts";
import type { TrialStore, Trials } from "./trial-store.ts";

/** How often an outlet that fails is tried when nothing is to be sent, so that visitors may leave their address again. */
const CHECK_EVERY_MS = 5 * 60_000;

export interface HealthOptions {
  readonly trials: TrialStore;
  readonly clock: Clock;
  /** Null: mail is off. */
  readonly outlet: Outlet | null;
  /** Follow from the settings: a test is worth nothing for other ones. Null: what goes out needs no test. */
  readonly marks: { readonly out: string | null; readonly in: string };
  readonly ownAddress: string | null;
  readonly via: MailState["in"]["via"];
  /** Told once that nothing goes out any more, and that it does again. */
  readonly turned: (failure: unknown) => Promise<void>;
}

const NONE: Trials = { out: null, in: null, failure: null };

/** Whether mail goes out and comes in: not by what is set up, but by what was seen. */
export class MailHealth {
  readonly #options: HealthOptions;
  #trials = NONE;
  #checkedAt: number | undefined;

  constructor(options: HealthOptions) {
    this.#options = options;
  }

  /** May visitors be promised an answer by mail? */
  get mails(): boolean {
    return this.out.state === "working";
  }

  get out(): MailState["out"] {
    const { outlet, marks, ownAddress: address } = this.#options;
    if (outlet === null) return { state: "off", address, error: null, testedAt: null };
    const { out, failure } = this.#trials;
    const testedAt = out?.mark === marks.out ? (out?.at ?? null) : null;
    if (failure !== null && failure.mark === this.#mark) {
      return { state: "failing", address, error: failure.error, testedAt };
    }
    const isTested = marks.out === null || testedAt !== null;
    return { state: isTested ? "working" : "untested", address, error: null, testedAt };
  }

  /** @param error what is wrong with the mailbox now; null is nothing */
  in(error: string | null): MailState["in"] {
    const { via, marks, ownAddress } = this.#options;
    if (via === null) return { state: "off", address: null, error: null, testedAt: null, via };
    const testedAt = this.#trials.in?.mark === marks.in ? this.#trials.in.at : null;
    const state = error !== null ? "failing" : testedAt === null ? "untested" : "working";
    return { state, address: ownAddress, error, testedAt, via };
  }

  /** Reads what this and other relays have noted. */
  readonly refresh = afresh(async () => {
    this.#trials = await this.#options.trials.read();
  });

  /** The test of a side has arrived, if it bears the mark of what is set up now. */
  async arrived(side: "out" | "in", mark: string): Promise<boolean> {
    const { marks } = this.#options;
    if (mark !== marks[side] && marks[side] !== null) return false;
    await this.#options.trials.noteArrived(side, mark);
    await this.refresh();
    return true;
  }

  /** Mail went out. */
  async wentOut(): Promise<void> {
    if (this.#trials.failure === null) return;
    await this.#options.trials.forgetFailure();
    await this.refresh();
    await this.#options.turned(null);
  }

  /** Nothing goes out. */
  async failed(error: unknown): Promise<void> {
    const isNews = this.#trials.failure?.mark !== this.#mark;
    await this.#options.trials.noteFailure(this.#mark, errorText(error));
    await this.refresh();
    if (isNews) await this.#options.turned(error);
  }

  /** Looks whether an outlet that failed is back, now and then. */
  async checkWhenDue(): Promise<void> {
    const { outlet, clock } = this.#options;
    if (outlet === null || this.out.state !== "failing") return;
    const now = clock.steady();
    this.#checkedAt ??= now;
    if (now - this.#checkedAt < CHECK_EVERY_MS) return;
    this.#checkedAt = now;
    await outlet.check().then(
      () => this.wentOut(),
      (error: unknown) => this.failed(error),
    );
  }

  get #mark(): string {
    return this.#options.marks.out ?? "";
  }
}
