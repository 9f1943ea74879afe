// @vitest-environment happy-dom
import { aSiteState, aSummary } from "@shopbell/protocol/testing";
import type { MailState, Me } from "@shopbell/protocol/types";
import { act } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { aFakeLine } from "../testing/fake-line.ts";
import { aMe, renderAtDesk } from "../testing/render.tsx";
import { MailHint } from "./mail-hint.tsx";

const ROW = aSummary({ email: "rui@mail.example" });

let remove: () => void;
afterEach(() => {
  remove();
  vi.unstubAllGlobals();
});

/** What an agent reads of an answer by mail. Owners may look whether mail is set up at all. */
async function hint(mails: boolean, role: Me["role"], out: MailState["out"]["state"]) {
  const fetch = vi.fn(async () => Response.json({ out: { state: out } }));
  vi.stubGlobal("fetch", fetch);
  const site = { key: ROW.site.key, name: "", origins: [], snippet: "", seenAt: null, seenOn: null };
  const me = aMe({ role, sites: [{ ...site, state: aSiteState({ mails }) }] });
  remove = renderAtDesk(aFakeLine(), <MailHint row={ROW} />, { me });
  await act(async () => {});
  return { fetch, words: document.body.textContent };
}

test("where mail works, an answer also goes there, and nobody is asked", async () => {
  const { fetch, words } = await hint(true, "owner", "working");

  expect(words).toBe("Answers also go to rui@mail.example by mail.");
  expect(fetch).not.toHaveBeenCalled();
});

test("where mail is not set up, an answer waits until it is", async () => {
  const { words } = await hint(false, "owner", "off");

  await act(() => vi.waitFor(() => expect(document.body.textContent).toContain("Mail is not set up")));
  expect(words).not.toContain("no answer");
});

test.each(["untested", "failing"] as const)("where mail is %s, an answer goes out once it is taken", async (state) => {
  const { fetch } = await hint(false, "owner", state);

  await act(() => vi.waitFor(() => expect(fetch).toHaveBeenCalled()));
  expect(document.body.textContent).toContain("once the mail server takes them");
});

test("who is no owner is not told more, and asks for no more", async () => {
  const { fetch, words } = await hint(false, "agent", "off");

  expect(words).toContain("once the mail server takes them");
  expect(fetch).not.toHaveBeenCalled();
});
