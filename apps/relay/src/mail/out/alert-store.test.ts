import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Storage } from "../../storage/database.ts";
import { aPostgresStorage, aSqliteStorage } from "../../testing/test-storage.ts";
import { AlertStore } from "./alert-store.ts";

describe.each([
  ["SQLite", aSqliteStorage],
  ["Postgres", aPostgresStorage],
])("alerts, in %s", (_name, open) => {
  let storage: Storage;
  let alerts: AlertStore;
  beforeEach(async () => {
    storage = await open();
    alerts = new AlertStore(storage.db);
  });
  afterEach(() => storage.close());

  test("nobody is alerted who did not ask for it, or has left", async () => {
    const agent = { name: "x", role: "agent", password_hash: "x", created_at: 1 };
    const rows = [
      { id: "1", email: "ana@shop.example", mail_alerts_at: 1 },
      { id: "2", email: "joao@shop.example", mail_alerts_at: null },
      { id: "3", email: "rui@shop.example", mail_alerts_at: 1, disabled_at: 2 },
    ];
    await storage.db
      .insertInto("agents")
      .values(rows.map((row) => ({ ...agent, ...row })))
      .execute();

    expect(await alerts.wantedBy()).toEqual(["ana@shop.example"]);
  });

  test("before the first alert nobody rings and nobody was told", async () => {
    expect(await alerts.ringing("demo")).toEqual([]);
    expect(await alerts.toldTo("ana@shop.example", "demo")).toBeUndefined();
  });
});
