// @vitest-environment happy-dom
import type { TeamMember } from "@shopbell/protocol/types";
import { act } from "react";
import { afterEach, expect, test } from "vitest";
import { aFakeLine, aMember } from "../testing/fake-line.ts";
import { button, renderAtDesk, the } from "../testing/render.tsx";
import { AwayBanner } from "./away-banner.tsx";

let remove: () => void;
afterEach(() => remove());

function show(changes: Partial<TeamMember>) {
  const line = aFakeLine({ team: [aMember(changes)] });
  remove = renderAtDesk(line, <AwayBanner />);
  return line;
}

test("who was set away is told why, and comes back by saying so", () => {
  const line = show({ availability: "away", reason: "unanswered" });
  expect(the("[role=status]").textContent).toContain("a chat waited 5 minutes");

  act(() => button("I am here").click());
  expect(line.calls).toContain("availability available");

  act(() => line.become({ team: [aMember()] }));
  expect(the("[role=status]").textContent).toBe("");
});

test("who stepped away themselves is not asked", () => {
  show({ availability: "away", reason: "chosen" });

  expect(the("[role=status]").textContent).toBe("");
});

test("without a connection nothing is claimed", () => {
  const line = show({ availability: "away", reason: "idle" });
  expect(the("[role=status]").textContent).toContain("You seemed to be away");

  act(() => line.become({ status: "waiting" }));

  expect(the("[role=status]").textContent).toBe("");
});
