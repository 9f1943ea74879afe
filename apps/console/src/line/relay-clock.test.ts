import { expect, test } from "vitest";
import { aFakeLine, aWelcome } from "../testing/fake-line.ts";
import { relayClock } from "./relay-clock.ts";

test("a device that is an hour slow counts on the relay's clock after the first welcome", () => {
  const line = aFakeLine();
  const clock = relayClock(line, () => 1_000);
  expect(clock.now()).toBe(1_000);

  line.hear(aWelcome({ at: 3_601_000 }));

  expect(clock.now()).toBe(3_601_000);
});
