// @vitest-environment happy-dom
import type { HoursException, SiteHours } from "@shopbell/protocol/types";
import { act } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { aMe, button, press, the, typeInto } from "../../testing/render.tsx";
import { aSite, choose, click, leave, settled, visit } from "../../testing/visit.tsx";
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

const CHRISTMAS: HoursException = { date: "2026-12-25", name: "Christmas", intervals: [] };

function timeField() {
  return the<HTMLInputElement>("[aria-label=Opens]");
}

function nameField() {
  return the<HTMLInputElement>("form input[maxlength]");
}

function alertsBox() {
  return the<HTMLInputElement>("input[type=checkbox]");
}

function goToMail() {
  return click(the("a[href^='/settings/mail']"));
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

  await goToMail();
  await settled(() => button("Stay here"));
  await click(button("Stay here"));
  expect(mondayOpens().getAttribute("aria-valuenow")).toBe("555");

  await choose(the<HTMLSelectElement>("[aria-label=Shop]"), "porto-hats");
  await settled(() => button("Stay here"));
  await click(button("Stay here"));
  expect(location.href).toMatch(/\/settings\/hours$/);

  await goToMail();
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

test("hours that are no longer announced come back as they were when they are announced again", async () => {
  const hours = { ...usualHours("Asia/Tokyo"), exceptions: [CHRISTMAS] };
  await visit("/settings/hours", hoursAnswers(hours));
  await settled(() => mondayOpens());
  press(mondayOpens(), "ArrowRight");

  await click(button("Announce no hours"));
  expect(document.querySelectorAll("[role=slider]")).toHaveLength(0);
  await click(button("Announce hours"));

  expect(mondayOpens().getAttribute("aria-valuenow")).toBe("555");
  expect(the<HTMLSelectElement>("[aria-label='Time zone']").value).toBe("Asia/Tokyo");
  expect(document.body.textContent).toContain("Christmas");
});

test("a form whose answers were changed is not left behind without a yes; one that was only opened is", async () => {
  await visit("/settings/hours", hoursAnswers());
  await settled(() => mondayOpens());

  press(mondayOpens(), "Enter");
  await act(async () => typeInto(timeField(), "07:00"));
  await goToMail();
  await settled(() => button("Stay here"));
  await click(button("Stay here"));
  press(timeField(), "Escape");

  await click(button("Add a day"));
  await act(async () => typeInto(nameField(), "Fair"));
  await goToMail();
  await settled(() => button("Stay here"));
  await click(button("Stay here"));
  await act(async () => typeInto(nameField(), ""));

  await goToMail();
  await settled(() => expect(location.pathname).toBe("/settings/mail"));
});

test("the same time typed twice is refused, and the hours stay as they were", async () => {
  await visit("/settings/hours", hoursAnswers());
  await settled(() => mondayOpens());

  press(mondayOpens(), "Enter");
  await act(async () => typeInto(timeField(), "18:00"));
  await click(button("Done"));

  expect(the("[role=alert]").textContent).toContain("The same time twice.");
  expect(mondayOpens().getAttribute("aria-valuenow")).toBe("540");
});

test("an owner who is not mailed is offered it beside announced hours, and can take it back there", async () => {
  let mailAlerts = false;
  const sent = await visit("/settings/hours", {
    ...hoursAnswers(),
    "GET /v1/agent/me": () => aMe({ sites: [aSite("lisboa-shoes", "Lisboa Shoes")], mailAlerts }),
  });
  await settled(() => expect(document.body.textContent).toContain("You are not mailed then."));

  mailAlerts = true;
  await click(alertsBox());

  await settled(() => expect(document.body.textContent).toContain("You are mailed then."));
  expect(alertsBox().checked).toBe(true);
  expect(sent.filter(({ asked }) => asked.endsWith("/me"))).toEqual([
    { asked: "PUT /v1/agent/me", body: { mailAlerts: true } },
  ]);
});

test.each([
  ["has it switched on", usualHours("Europe/Lisbon"), { mailAlerts: true }],
  ["announces no hours", null, {}],
  ["is not an owner", usualHours("Europe/Lisbon"), { role: "agent" }],
] as const)("mail alerts are not offered to whoever %s", async (_, hours, me) => {
  await visit("/settings/hours", hoursAnswers(hours), me);
  await settled(() => the(hours ? "[aria-label='Time zone']" : "section h2 + p"));

  expect(document.querySelector("input[type=checkbox]")).toBeNull();
});

test("the day of the preview is the shop's, where the visitor's calendar is a day ahead", async () => {
  const tomorrow = { ...CHRISTMAS, date: "2026-12-26" };
  const hours = { ...usualHours("America/Los_Angeles"), exceptions: [CHRISTMAS, tomorrow] };
  await visit("/settings/hours", hoursAnswers(hours));
  await settled(() => mondayOpens());

  await choose(the<HTMLSelectElement>("[aria-label='Where the visitor is']"), "Asia/Tokyo");
  await act(async () => typeInto(the<HTMLInputElement>("[aria-label=Date]"), "2026-12-26"));
  await act(async () => typeInto(the<HTMLInputElement>("[aria-label=Time]"), "09:00"));

  expect(the("[data-previewed=true]").dataset["date"]).toBe("2026-12-25");
});
