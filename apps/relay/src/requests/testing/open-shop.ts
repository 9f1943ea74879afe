import type { OpeningHours, Promises, SiteState } from "@shopbell/protocol";
import { vi } from "vitest";
import { Shopfront } from "../../realtime/shopfront.ts";
import type { TestRelay } from "../../testing/index.ts";

/** For tests: Monday to Friday from nine to six in Lisbon. */
export const LISBON_HOURS: OpeningHours = {
  timeZone: "Europe/Lisbon",
  week: Array.from({ length: 7 }, (_, day) => (day < 5 ? [{ from: 540, until: 1_080 }] : [])),
  exceptions: [],
};

/** For tests: the demo shop announces hours and promises. */
export async function announce(relay: TestRelay, hours: OpeningHours, promises: Partial<Promises>): Promise<void> {
  const row = { hours: JSON.stringify(hours), promises: JSON.stringify(promises) };
  await relay.parts.storage.db.updateTable("sites").set(row).where("key", "=", "demo").execute();
  await relay.parts.context.sites.refresh();
}

/** For tests: the shop says this of itself, beside what is true. */
export function pretend(relay: TestRelay, changes: Partial<SiteState>): void {
  const { shop } = relay.parts.context;
  const truth = Shopfront.prototype.stateOf;
  vi.spyOn(shop, "stateOf").mockImplementation((siteKey) => ({ ...truth.call(shop, siteKey), ...changes }));
}
