// @vitest-environment happy-dom
import type { HoursException, SiteHours } from "@shopbell/protocol/types";
import { act } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { button, press, the, typeInto } from "../../testing/render.tsx";
import { choose, click, leave, settled, visit } from "../../testing/visit.tsx";
import { usualHours } from "./week.ts";

vi.mock("../../line/opened-lines.ts");
vi.mock("../../ring/bell-sound.ts"); // there is no sound here

const HOURS = "/v1/agent/sites/lisboa-shoes/hours";

function mondayOpens() {
  return the("[role=slider][aria-label='Monday, opens']");
}

function hoursAnswers(hours: SiteHours["hours"] = usualHours("Europe/Lisbon")) {
  return { [`GET ${HOURS}`]: (): SiteHours => ({ hours }) };
}

afterEach(leave);

test("an edge is moved by arrows, and the whole week is saved", async () => {
  const sent = await visit("/settings/hours", hoursAnswers());
  await settled(() => expect(mondayOpens().getAttribute("aria-valuenow")).toBe("540"));

  press(mondayOpens(), "ArrowRight");
  press(mondayOpens(), "ArrowRight", { shiftKey: true });
  expect(mondayOpens().getAttribute("aria-valuenow")).toBe("615");
  await click(button("Save hours"));

  await settled(() => expect(button("Save hours").disabled).toBe(true));
  const hours = usualHours("Europe/Lisbon");
  const week = [[{ from: 615, until: 1_080 }], ...hours.week.slice(1)];
  expect(sent.filter(({ asked }) => asked === `PUT ${HOURS}`)).toEqual([
    { asked: `PUT ${HOURS}`, body: { hours: { ...hours, week } } },
  ]);
});

test("hours that could not be saved stay on the page, with the reason", async () => {
  const refusal = () => Response.json({ code: "storage-failed", title: "", status: 503 }, { status: 503 });
  await visit("/settings/hours", { ...hoursAnswers(), [`PUT ${HOURS}`]: refusal });
  await settled(() => mondayOpens());

  press(mondayOpens(), "Delete");
  await click(button("Save hours"));

  await settled(() => expect(the("[role=alert]").textContent).toContain("could not store it"));
  expect(document.querySelector("[aria-label='Monday, opens']")).toBeNull();
  expect(button("Save hours").disabled).toBe(false);
});

test("a day is copied to all days after a yes", async () => {
  await visit("/settings/hours", hoursAnswers());
  await settled(() => mondayOpens());

  press(mondayOpens(), "c");
  await settled(() => button("Copy to all days"));
  expect(document.querySelector("[aria-label='Sunday, opens']")).toBeNull();
  await click(button("Copy to all days"));

  await settled(() => expect(document.querySelectorAll("[role=slider]")).toHaveLength(14));
});

test("unsaved hours are not left behind without a yes: not for another page, not for another shop", async () => {
  await visit("/settings/hours", hoursAnswers());
  await settled(() => mondayOpens());
  press(mondayOpens(), "ArrowRight");

  await click(the("a[href^='/settings/mail']"));
  await settled(() => button("Stay here"));
  await click(button("Stay here"));
  expect(mondayOpens().getAttribute("aria-valuenow")).toBe("555");

  await choose(the<HTMLSelectElement>("[aria-label=Shop]"), "porto-hats");
  await settled(() => button("Stay here"));
  await click(button("Stay here"));
  expect(location.href).toMatch(/\/settings\/hours$/);

  await click(the("a[href^='/settings/mail']"));
  await settled(() => button("Leave without saving"));
  await click(button("Leave without saving"));
  await settled(() => expect(location.pathname).toBe("/settings/mail"));
});

test("a shop without hours is told what that means, and begins with a proposal that is not saved yet", async () => {
  await visit("/settings/hours", hoursAnswers(null));
  await settled(() => expect(document.body.textContent).toContain("Your bell is never called closed"));
  expect(button("Save hours").disabled).toBe(true);

  await click(button("Announce hours"));

  expect(document.querySelectorAll("[role=slider]")).toHaveLength(10);
  expect(button("Save hours").disabled).toBe(false);
});

test("whoever is not an owner reads the hours, and cannot change them", async () => {
  await visit("/settings/hours", hoursAnswers(), { role: "agent" });
  await settled(() => expect(mondayOpens().getAttribute("aria-readonly")).toBe("true"));

  press(mondayOpens(), "ArrowRight");

  expect(mondayOpens().getAttribute("aria-valuenow")).toBe("540");
  expect(document.body.textContent).toContain("Only an owner can change this.");
  expect(() => button("Save hours")).toThrow();
});
