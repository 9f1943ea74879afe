// @vitest-environment happy-dom
import { ANA, aMessage, aSiteState, byAgent, JOAO } from "@shopbell/protocol/testing";
import type { SiteState } from "@shopbell/protocol/types";
import { act } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { asked, aWaitingPage, ID, leavePage, TICKET } from "../../testing/a-waiting-page.ts";
import { knowing } from "../../testing/fake-line.ts";

const ADDRESS = "E-mail address";
const HERE: SiteState = aSiteState({ availability: "available", people: [ANA, JOAO], mails: true });

afterEach(leavePage);

/** Somebody comes to the counter while the visitor is at the form. */
async function aPageWithSomebodyHere(typed = "haruka@") {
  const page = await aWaitingPage({ mails: true });
  act(() => page.panel.getByLabelText(ADDRESS).focus());
  if (typed) page.type(ADDRESS, typed);
  act(() => page.line.know({ site: HERE }));
  return page;
}

test("a form that nobody has touched steps aside for whoever comes", async () => {
  const page = await aWaitingPage({ mails: true });

  act(() => page.line.know({ site: HERE }));

  expect(page.panel.queryByLabelText(ADDRESS)).toBeNull();
});

test("a form that the visitor is at stays, and says who is here", async () => {
  const page = await aPageWithSomebodyHere();

  expect(page.panel.getByText("Ana is here now. You can also just write.")).toBeDefined();
  expect(page.panel.getByLabelText<HTMLInputElement>(ADDRESS).value).toBe("haruka@");
  expect(page.root.activeElement).toBe(page.panel.getByLabelText(ADDRESS));
});

test("it stays when they answer, and names who did", async () => {
  const page = await aPageWithSomebodyHere();

  const entries = [asked(), aMessage({ seq: 2, author: byAgent(JOAO), at: Date.now() })];
  act(() => page.line.know(knowing(ID, { entries })));

  expect(page.panel.getByText("João is here now. You can also just write.")).toBeDefined();
  expect(page.panel.getByLabelText<HTMLInputElement>(ADDRESS).value).toBe("haruka@");
});

test("with something in it, it stays when it is left; emptied and left, it goes", async () => {
  const page = await aPageWithSomebodyHere();
  const composer = page.panel.getByRole("textbox", { name: "Your message" });
  act(() => composer.focus());
  expect(page.panel.getByLabelText(ADDRESS)).toBeDefined();

  act(() => page.panel.getByLabelText(ADDRESS).focus());
  page.type(ADDRESS, "");
  expect(page.panel.getByLabelText(ADDRESS)).toBeDefined();
  act(() => composer.focus());

  expect(page.panel.queryByLabelText(ADDRESS)).toBeNull();
});

test("it goes when it is sent and taken, to the ticket", async () => {
  const page = await aPageWithSomebodyHere("haruka@mail.example");

  page.press("Send me the answer");
  act(() => page.line.know({ requesting: { [ID]: { email: "haruka@mail.example", problem: null } } }));
  expect(page.panel.getByRole("button", { name: "Saving…" })).toBeDefined();
  act(() => page.line.know({ requesting: {}, requests: { [ID]: TICKET } }));

  expect(page.panel.getByText("#1042")).toBeDefined();
  expect(page.panel.queryByLabelText(ADDRESS)).toBeNull();
});

test("it stays where the relay finds something wrong, whoever is here", async () => {
  const page = await aPageWithSomebodyHere("haruka@mail");

  page.press("Send me the answer");
  act(() => page.line.know({ requesting: { [ID]: { email: "haruka@mail", problem: "email-invalid" } } }));

  expect(page.panel.getByRole("alert").textContent).toMatch(/not an e-mail address/);
});

test("whoever wants another address, or whose address is none, is where it is written", async () => {
  const page = await aWaitingPage({ mails: true }, { requests: { [ID]: TICKET } });
  page.press(/Change/);
  expect(page.root.activeElement).toBe(page.panel.getByLabelText(ADDRESS));

  act(() => page.panel.getByRole("textbox", { name: "Your message" }).focus());
  page.type(ADDRESS, "mori");
  page.press("Send me the answer");

  expect(page.root.activeElement).toBe(page.panel.getByLabelText(ADDRESS));
});

test("a shop that can reach nobody any more does not offer to answer elsewhere", async () => {
  const page = await aWaitingPage({}, { requests: { [ID]: TICKET } });

  expect(page.panel.getByText("#1042")).toBeDefined();
  expect(page.panel.queryByRole("button", { name: /Change/ })).toBeNull();
});

test("a form that leads nowhere any more does not stay", async () => {
  const page = await aPageWithSomebodyHere();

  act(() => page.line.know({ site: { ...HERE, mails: false } }));

  expect(page.panel.queryByLabelText(ADDRESS)).toBeNull();
});

test("it can be sent away", async () => {
  const page = await aPageWithSomebodyHere();

  page.press("Never mind");

  expect(page.panel.queryByLabelText(ADDRESS)).toBeNull();
});

test("an address that was wrong and is not wanted any more leaves the ticket as it was", async () => {
  const page = await aWaitingPage({ mails: true }, { requests: { [ID]: TICKET } });
  page.press(/Change/);
  page.type(ADDRESS, "mori@mail");
  page.press("Send me the answer");
  act(() => page.line.know({ requesting: { [ID]: { email: "mori@mail", problem: "email-invalid" } } }));

  page.press("Leave it as it was");

  expect(page.panel.getByText("#1042")).toBeDefined();
});
