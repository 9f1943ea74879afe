// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aFakeLine } from "../testing/fake-line.ts";
import { aMe, renderAtDesk, the, typeInto } from "../testing/render.tsx";
import { CapacitySetting } from "./capacity-setting.tsx";

const fetch = vi.fn(async (_path: string, init: RequestInit) =>
  init.method === "PUT" ? new Response(null, { status: 204 }) : Response.json(aMe({ capacity: 8 })),
);
let remove: () => void;

beforeEach(() => {
  fetch.mockClear();
  vi.stubGlobal("fetch", fetch);
  remove = renderAtDesk(aFakeLine(), <CapacitySetting />);
});
afterEach(() => {
  remove();
  vi.unstubAllGlobals();
});

function leaveBox() {
  return act(async () => the("input").dispatchEvent(new FocusEvent("focusout", { bubbles: true })));
}

test("what is typed is kept when the box is left", async () => {
  typeInto(the<HTMLInputElement>("input"), "8");
  await leaveBox();

  const kept = { method: "PUT", body: JSON.stringify({ capacity: 8 }) };
  await vi.waitFor(() => expect(fetch).toHaveBeenCalledWith("/v1/agent/me", expect.objectContaining(kept)));
});

test("a number that is none says so, and leaving the box unchanged asks nothing", async () => {
  await leaveBox();
  typeInto(the<HTMLInputElement>("input"), "51");
  await leaveBox();

  expect(document.body.textContent).toContain("A number from 1 to 50.");
  expect(fetch).not.toHaveBeenCalled();
});
