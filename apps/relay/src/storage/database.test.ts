import { expect, inject, test } from "vitest";
import { sentenceFor } from "../start-fault.ts";
import { openStorage } from "./database.ts";

test("a folder that cannot be made is one sentence, also where a system claims for ever that it is missing", async () => {
  const fault = await openStorage({ dataDir: "/proc/shopbell/inside", databaseUrl: null }).catch(
    (error: unknown) => error,
  );

  expect(sentenceFor(fault)).toMatch(/^DATA_DIR cannot be written: \S+\.$/);
});

test("a Postgres that is not there, and one that says no, are one sentence without the password", async () => {
  const faultOf = async (url: URL) =>
    sentenceFor(await openStorage({ dataDir: "", databaseUrl: url.href }).catch((error: unknown) => error));
  const missing = new URL(inject("postgresUrl"));
  missing.pathname = "/missing";
  missing.password = "secret";
  const away = new URL("postgres://shop:secret@127.0.0.1:1/shop");

  expect(await faultOf(missing)).toBe(`The Postgres database ${missing.host}/missing does not exist: create it first.`);
  expect(await faultOf(away)).toBe(
    "The Postgres database 127.0.0.1:1/shop cannot be reached: is it running there? (ECONNREFUSED)",
  );
});
