import { aConversationId } from "@shopbell/protocol/testing";
import { expect, test } from "vitest";
import { DEMO_SITE } from "../sites/site.ts";
import { addSite } from "../sites/site-store.ts";
import type { Storage } from "../storage/database.ts";
import { TestDesk } from "../testing/test-desk.ts";
import { aPostgresStorage, aSqliteStorage } from "../testing/test-storage.ts";
import type { StoredFile } from "./file.ts";
import { FileStore } from "./file-store.ts";

const FILE: StoredFile = {
  id: "f",
  name: "Conta nº 1.pdf",
  type: "application/pdf",
  content: Buffer.from([0, 255, 10]),
};

const DATABASES: [string, () => Promise<Storage>][] = [
  ["SQLite", aSqliteStorage],
  ["Postgres", aPostgresStorage],
];

test.each(DATABASES)("on %s a file is stored once, and comes back as it was", async (_, open) => {
  const storage = await open();
  const desk = new TestDesk(storage);
  await addSite(storage.db, DEMO_SITE, 0);
  await desk.send(await desk.aVisitor(), "hello", aConversationId());
  const files = new FileStore(storage.db, desk.clock);

  await files.add(FILE, aConversationId());
  await files.add({ ...FILE, name: "other.pdf" }, aConversationId());
  await files.add({ ...FILE, id: "lost" }, aConversationId(2));

  const found = await files.find("f");
  expect({ ...found, content: [...(found?.content ?? [])] }).toEqual({ ...FILE, content: [0, 255, 10] });
  expect(await files.nameOf("f")).toBe("Conta nº 1.pdf");
  expect(await files.find("lost")).toBeUndefined();
  await storage.close();
});
