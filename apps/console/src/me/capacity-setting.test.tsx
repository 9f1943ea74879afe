// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { meQuery } from "../http/queries.ts";
import { useMe } from "../line/use-me.ts";
import { aFakeLine } from "../testing/fake-line.ts";
import { aMe, aQueryClient, renderAtDesk, the, typeInto } from "../testing/render.tsx";
import { CapacitySetting } from "./capacity-setting.tsx";

const fetch = vi.fn(async (_path: string, init: RequestInit) =>
  init.method === "PUT" ? new Response(null, { status: 204 }) : Response.json(aMe({ capacity: 8 })),
);
let queries = aQueryClient();
let remove: () => void;

beforeEach(() => {
  fetch.mockClear();
  vi.stubGlobal("fetch", fetch);
  queries = aQueryClient();
  remove = renderAtDesk(aFakeLine(), <WithWhatIsKept />, { queries });
});
afterEach(() => {
  remove();
  vi.unstubAllGlobals();
});

function WithWhatIsKept() {
  return (
    <>
      <CapacitySetting />
      <output>{useMe().capacity}</output>
    </>
  );
}

function leaveBox() {
  return act(async () => the("input").dispatchEvent(new FocusEvent("focusout", { bubbles: true })));
}

function box() {
  return the<HTMLInputElement>("input");
}

/** What is kept changes; waits until the page knows it. */
function becomeElsewhere(capacity: number) {
  queries.setQueryData(meQuery.queryKey, aMe({ capacity }));
  return act(() => vi.waitFor(() => expect(the("output").textContent).toBe(String(capacity))));
}

test("what is typed is kept when the box is left", async () => {
  typeInto(box(), "8");
  await leaveBox();

  const kept = { method: "PUT", body: JSON.stringify({ capacity: 8 }) };
  await vi.waitFor(() => expect(fetch).toHaveBeenCalledWith("/v1/agent/me", expect.objectContaining(kept)));
  await vi.waitFor(() => expect(queries.getQueryData(meQuery.queryKey)?.capacity).toBe(8));
  await becomeElsewhere(6);
  expect(box().value).toBe("6");
});

test("a number that is none says so, and leaving the box unchanged asks nothing", async () => {
  await leaveBox();
  typeInto(box(), "51");
  await leaveBox();

  expect(document.body.textContent).toContain("A number from 1 to 50.");
  expect(fetch).not.toHaveBeenCalled();
});

test("what was changed elsewhere shows, and leaving the box does not undo it", async () => {
  await becomeElsewhere(9);
  expect(box().value).toBe("9");

  await leaveBox();

  expect(fetch).not.toHaveBeenCalled();
});

test("what is being typed stays, whatever is changed elsewhere", async () => {
  typeInto(box(), "3");

  await becomeElsewhere(7);

  expect(box().value).toBe("3");
});
