// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, expect, test } from "vitest";
import { aFakeLine, aMember } from "../testing/fake-line.ts";
import { renderAtDesk, the } from "../testing/render.tsx";
import { AvailabilitySwitch } from "./availability-switch.tsx";

let remove: () => void;
afterEach(() => remove());

test("the switch asks the relay, and turns when the relay says so", () => {
  const line = aFakeLine();
  remove = renderAtDesk(line, <AvailabilitySwitch />);
  const turned = () => the("[role=switch]").getAttribute("aria-checked");
  expect(turned()).toBe("true");

  act(() => the("[role=switch]").click());
  expect(line.calls).toEqual(expect.arrayContaining(["availability away"]));
  expect(turned()).toBe("true");

  act(() => line.become({ team: [aMember({ availability: "away", reason: "chosen" })] }));
  expect(turned()).toBe("false");
});

test("without a connection it can say nothing and do nothing", () => {
  remove = renderAtDesk(aFakeLine({ status: "waiting" }), <AvailabilitySwitch />);

  expect(the<HTMLButtonElement>("[role=switch]").disabled).toBe(true);
});
