import type { Clock } from "../clock.ts";
import { JobStore } from "../jobs/job-store.ts";
import type { Storage } from "../storage/database.ts";
import { isPostId, type WrittenPost } from "./post.ts";
import { insertPost, toPost } from "./post-rows-store.ts";

const DAY_MS = 24 * 3_600_000;
/** What nobody has confirmed by then is gone. */
const UNCONFIRMED_KEPT_MS = 2 * DAY_MS;
const EMAILS_KEPT_MS = 30 * DAY_MS;
/** What this many people report is off the page until an agent has looked at it. */
const REPORTS_TO_HOLD = 3;

/** What visitors write publicly: stored, confirmed, reported, and forgotten. */
export class PostStore {
  readonly #storage: Pick<Storage, "db" | "kind">;
  readonly #clock: Clock;

  constructor(storage: Pick<Storage, "db" | "kind">, clock: Clock) {
    this.#storage = storage;
    this.#clock = clock;
  }

  async find(id: string): Promise<WrittenPost | undefined> {
    if (!isPostId(id)) return undefined;
    const row = await this.#db.selectFrom("posts").selectAll().where("id", "=", id).executeTakeFirst();
    return row && toPost(row);
  }

  /**
   * Stores what a visitor wrote, and asks for the mail that has it confirmed, in one transaction. One that is there is left as it is.
   *
   * @param href the path in that mail
   */
  async add(post: WrittenPost, href: string): Promise<void> {
    const { kind } = this.#storage;
    await this.#db.transaction().execute(async (db) => {
      if (!(await insertPost(db, post))) return;
      const payload = { post: post.id, href };
      await new JobStore({ db, kind }, this.#clock).ask({
        kind: "confirmation",
        key: post.id,
        payload,
        runAt: post.at,
      });
    });
  }

  /** Its e-mail address is confirmed. False where somebody was faster. */
  async confirm(id: string, state: "held" | "shown"): Promise<boolean> {
    const confirmed = await this.#db
      .updateTable("posts")
      .set({ state })
      .where("id", "=", id)
      .where("state", "=", "unconfirmed")
      .returning("id")
      .executeTakeFirst();
    return confirmed !== undefined;
  }

  /** Somebody finds that a visitor's post should not be there. The same person again changes nothing. */
  async report(id: string, reporter: string): Promise<void> {
    await this.#db
      .insertInto("post_reports")
      .values({ post_id: id, reporter, at: this.#clock.now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    // A statement of its own: of two who report at once, the later one counts both.
    await this.#db
      .updateTable("posts")
      .set({ state: "held" })
      .where("id", "=", id)
      .where("state", "=", "shown")
      .where(
        (query) =>
          query
            .selectFrom("post_reports")
            .select(({ fn }) => fn.countAll().as("all"))
            .where("post_id", "=", id),
        ">=",
        REPORTS_TO_HOLD,
      )
      .execute();
  }

  /** Forgets what is no longer needed: posts that nobody confirmed, addresses of others, and mails that never went out. */
  async sweep(): Promise<void> {
    const now = this.#clock.now();
    await this.#db
      .deleteFrom("posts")
      .where("state", "=", "unconfirmed")
      .where("at", "<=", now - UNCONFIRMED_KEPT_MS)
      .execute();
    await this.#db
      .updateTable("posts")
      .set({ email: null })
      .where("email", "is not", null)
      .where("at", "<=", now - EMAILS_KEPT_MS)
      .execute();
    await this.#db.deleteFrom("jobs").where("kind", "=", "confirmation").where("dead_at", "is not", null).execute();
  }

  get #db() {
    return this.#storage.db;
  }
}
