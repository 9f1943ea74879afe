import type { AwayReason } from "@shopbell/protocol";
import { sql } from "kysely";
import type { Database } from "../storage/schema.ts";
import type { Roster, Standing, Work } from "./roster.ts";

/** Where a conversation is found that was touched lately, in the words of its partial index. */
const LATELY = [
  ["open", "c.last_at"],
  ["snoozed", "c.last_at"],
  ["closed", "c.closed_at"],
] as const;

/** What is stored of agents' availability, and of what there is to do for them. */
export class RosterStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** @param answeredBy chats that wait since then, or longer, should have been answered. */
  async read(answeredBy: number): Promise<Roster> {
    const [standings, work] = await Promise.all([this.#standings(), this.#work(answeredBy)]);
    return { standings, work };
  }

  /** Stores what an agent chose. That they seem idle says nothing new of one who is away already. */
  async choose(agentId: string, reason: AwayReason | null): Promise<void> {
    const change = this.#db.updateTable("agents").set({ away_reason: reason }).where("id", "=", agentId);
    await (reason === "idle" ? change.where("away_reason", "is", null) : change).execute();
  }

  /** Sets agents away who left a chat unanswered, unless they are away already. */
  async setUnanswered(agentIds: readonly string[]): Promise<void> {
    const reason: AwayReason = "unanswered";
    await this.#db
      .updateTable("agents")
      .set({ away_reason: reason })
      .where("id", "in", agentIds)
      .where("away_reason", "is", null)
      .execute();
  }

  /** Those of these agents who did something in any conversation after an instant. */
  async active(agentIds: readonly string[], after: number): Promise<Set<string>> {
    const found = await Promise.all(
      LATELY.map(([state, touchedAt]) =>
        this.#db
          .selectFrom("conversations as c")
          .innerJoin("entries as e", "e.conversation", "c.number")
          .select("e.author")
          .distinct()
          .where("c.state", "=", sql.lit(state))
          .where(touchedAt, ">", after)
          .where("e.at", ">", after)
          .where("e.author", "in", agentIds)
          .execute(),
      ),
    );
    return new Set(found.flat().map(({ author }) => author));
  }

  async #standings(): Promise<Map<string, Standing>> {
    const rows = await this.#db
      .selectFrom("agents")
      .select(["id", "away_reason", "capacity", "disabled_at", "mail_alerts_at"])
      .execute();
    return new Map(
      rows.map(({ id, away_reason, capacity, disabled_at, mail_alerts_at }) => [
        id,
        {
          reason: away_reason as AwayReason | null,
          capacity,
          isDisabled: disabled_at !== null,
          wantsAlerts: mail_alerts_at !== null,
        },
      ]),
    );
  }

  async #work(answeredBy: number): Promise<Work[]> {
    const shouldBeAnswered = sql<number | null>`max(CASE WHEN c.channel = 'chat' AND c.waiting_since <= ${answeredBy}
      THEN c.waiting_since END)`;
    return this.#db
      .selectFrom("conversations as c")
      .where("c.state", "=", sql.lit("open"))
      .select(["c.site_key as siteKey", "c.assignee_id as assigneeId", shouldBeAnswered.as("calledAt")])
      .select(({ fn }) => [fn.countAll<number>().as("open"), fn.count<number>("c.waiting_since").as("waiting")])
      .groupBy(["c.site_key", "c.assignee_id"])
      .execute();
  }
}
