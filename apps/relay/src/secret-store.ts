import { randomBytes } from "node:crypto";
import type { Database } from "./storage/schema.ts";

const NAME = "links";

/** The secret that private links follow from: made at the first start, and copied with everything else. */
export async function installationSecret(db: Database): Promise<Buffer> {
  await db
    .insertInto("settings")
    .values({ name: NAME, value: randomBytes(32).toString("base64url") })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { value } = await db.selectFrom("settings").select("value").where("name", "=", NAME).executeTakeFirstOrThrow();
  return Buffer.from(value, "base64url");
}
