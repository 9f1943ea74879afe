import { join } from "node:path";
import { openSqlite } from "../../../apps/relay/src/storage/sqlite.ts";

export const DATABASE_FILE = "shopbell.db";

/** A message that the relay has called stored. */
export interface Acknowledged {
  readonly id: string;
  readonly seq: number;
}

/** What is wrong with a database after it was recovered: what is missing of what was acknowledged, and what is broken. */
export function faultsIn(folder: string, acknowledged: readonly Acknowledged[]): string[] {
  const sqlite = openSqlite(join(folder, DATABASE_FILE));
  try {
    const find = sqlite.prepare("SELECT seq FROM entries WHERE message_id = ?");
    const lost = acknowledged.filter(({ id, seq }) => {
      const rows = find.all(id);
      return rows.length !== 1 || rows[0]?.["seq"] !== seq;
    });
    const broken = sqlite.prepare("PRAGMA integrity_check").all();
    const isWhole = broken.length === 1 && broken[0]?.["integrity_check"] === "ok";
    return [
      ...lost.map(({ id, seq }) => `message ${id} was acknowledged as ${seq} and is lost`),
      ...(isWhole ? [] : [`integrity_check: ${JSON.stringify(broken)}`]),
    ];
  } catch (error) {
    return [`the database cannot be read: ${error}`];
  } finally {
    sqlite.close();
  }
}
