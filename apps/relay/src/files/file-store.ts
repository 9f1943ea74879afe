import type { ConversationId } from "@shopbell/protocol";
import type { Clock } from "../clock.ts";
import type { Database } from "../storage/schema.ts";
import type { FileType, StoredFile } from "./file.ts";

/** The files that came with messages. They go with their conversation. */
export class FileStore {
  readonly #db: Database;
  readonly #clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /** Adds a file to a conversation, unless it is there. */
  async add({ id, name, type, content }: StoredFile, conversationId: ConversationId): Promise<void> {
    const base64 = Buffer.from(content).toString("base64");
    await this.#db
      .insertInto("files")
      .columns(["id", "conversation", "name", "type", "size", "content", "created_at"])
      .expression(({ selectFrom, val }) =>
        selectFrom("conversations as c")
          .select([val(id).as("id"), "c.number", val(name).as("name"), val(type).as("type")])
          .select([val(content.byteLength).as("size"), val(base64).as("content"), val(this.#clock.now()).as("at")])
          .where("c.id", "=", conversationId),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  /** What a file is called; undefined where there is none. */
  async nameOf(id: string): Promise<string | undefined> {
    const row = await this.#db.selectFrom("files").select("name").where("id", "=", id).executeTakeFirst();
    return row?.name;
  }

  async find(id: string): Promise<StoredFile | undefined> {
    const row = await this.#db
      .selectFrom("files")
      .select(["id", "name", "type", "content"])
      .where("id", "=", id)
      .executeTakeFirst();
    return row && { ...row, type: row.type as FileType, content: Buffer.from(row.content, "base64") };
  }
}
