import { expect, test } from "vitest";
import { sentenceFor } from "../start-fault.ts";
import { openStorage } from "./database.ts";

test("a folder that cannot be made is one sentence, also where a system claims for ever that it is missing", async () => {
  const fault = await openStorage("/proc/shopbell/inside").catch((error: unknown) => error);

  expect(sentenceFor(fault)).toMatch(/^DATA_DIR cannot be written: \S+\.$/);
});
