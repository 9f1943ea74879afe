import type { OpeningHours, TeamMember } from "@shopbell/protocol";
import { ANA } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { KeptStore } from "../availability/kept-store.ts";
import { SiteDirectory } from "../sites/directory.ts";
import { DEMO_SITE } from "../sites/site.ts";
import { addSite } from "../sites/site-store.ts";
import type { Storage } from "../storage/database.ts";
import { TestClock } from "../testing/test-clock.ts";
import { aPostgresStorage, aSqliteStorage } from "../testing/test-storage.ts";
import { HoursKept } from "./hours-kept.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;

/** Around the clock. */
const ALWAYS: OpeningHours = {
  timeZone: "UTC",
  week: Array.from({ length: 7 }, () => [{ from: 0, until: 1_440 }]),
  exceptions: [],
};

function aMember(changes: Partial<TeamMember> = {}): TeamMember {
  return { agent: ANA, availability: "available", reason: null, load: 0, capacity: 5, ...changes };
}

describe.each([
  ["SQLite", aSqliteStorage],
  ["Postgres", aPostgresStorage],
])("hours kept on %s", (_name, open) => {
  let storage: Storage;
  let clock: TestClock;
  let sites: SiteDirectory;
  let team: TeamMember[];
  let passed: number;
  beforeEach(async () => {
    storage = await open();
    await addSite(storage.db, DEMO_SITE, 1);
    clock = new TestClock();
    team = [];
    passed = 0;
    sites = new SiteDirectory({
      load: async () => [{ ...DEMO_SITE, hours: ALWAYS }],
      demo: true,
      publicUrl: () => "",
      ownOrigins: () => [],
    });
    await sites.refresh();
  });
  afterEach(() => storage.close());

  function aRelay(): HoursKept {
    const roster = {
      get team() {
        return team;
      },
    };
    const minutePassed = async () => {
      passed += 1;
    };
    return new HoursKept({ store: new KeptStore(storage.db), roster, sites, clock, minutePassed });
  }

  async function minutesPass(count: number, relays: readonly HoursKept[]): Promise<void> {
    for (let n = 0; n < count; n += 1) {
      clock.advance(MINUTE_MS);
      await Promise.all(relays.map((relay) => relay.pulse()));
    }
  }

  async function recorded() {
    const days = await new KeptStore(storage.db).days(DEMO_SITE.key, "");
    return days.map(({ announced, kept }) => ({ announced, kept }));
  }

  test("each minute is recorded once, by whichever relay, from now on", async () => {
    const relays = [aRelay(), aRelay()];
    await Promise.all(relays.map((relay) => relay.pulse()));
    await minutesPass(1, relays);
    expect(await recorded()).toEqual([]);

    team = [aMember()];
    await minutesPass(4, relays);

    expect(await recorded()).toEqual([{ announced: 4, kept: 3 }]);
    expect(passed).toBe(4);
  });

  test("who is there and takes no chats keeps no promise", async () => {
    const relay = aRelay();
    team = [aMember({ availability: "away", reason: "chosen" })];
    await relay.pulse();

    await minutesPass(3, [relay]);

    expect(await recorded()).toEqual([{ announced: 2, kept: 0 }]);
  });

  test("what was announced while no relay ran was not kept, and is reckoned for a day at most", async () => {
    team = [aMember()];
    const before = aRelay();
    await before.pulse();
    await minutesPass(2, [before]);
    expect(await recorded()).toEqual([{ announced: 1, kept: 1 }]);

    clock.advance(10 * MINUTE_MS);
    const after = aRelay();
    await after.pulse();
    await minutesPass(1, [after]);
    expect(await recorded()).toEqual([{ announced: 12, kept: 2 }]);

    clock.advance(3 * DAY_MS);
    await after.pulse();
    const days = await recorded();
    expect(days.reduce((sum, { announced }) => sum + announced, 0)).toBe(12 + 1_440);
  });

  test("a relay that comes leaves the minute before to one that has seen it", async () => {
    const seeing = aRelay();
    await seeing.pulse();
    await minutesPass(1, [seeing]);
    team = [aMember()];
    await seeing.pulse();
    clock.advance(MINUTE_MS);

    await aRelay().pulse();
    await seeing.pulse();

    expect(await recorded()).toEqual([{ announced: 1, kept: 1 }]);
  });
});
