// @vitest-environment happy-dom
import { ANA, aSummary } from "@shopbell/protocol/testing";
import { act } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { aFakeLine } from "../testing/fake-line.ts";
import { renderAtDesk, the } from "../testing/render.tsx";
import { PaneActions } from "./pane-actions.tsx";

let remove: () => void;
afterEach(() => {
  remove();
  vi.unstubAllGlobals();
});

test.each(["Put back into the queue", "Close conversation"])("%s: pressed twice is done once", async (label) => {
  const answer = Promise.withResolvers<Response>();
  const fetch = vi.fn(() => answer.promise);
  vi.stubGlobal("fetch", fetch);
  const mine = aSummary({ assignee: ANA });
  remove = renderAtDesk(aFakeLine(), <PaneActions row={mine} phone={false} current onAside={vi.fn()} />);
  const sign = the<HTMLButtonElement>(`[aria-label="${label}"]`);

  act(() => sign.click());
  await act(() => vi.waitFor(() => expect(fetch).toHaveBeenCalledOnce()));
  await act(() => vi.waitFor(() => expect(sign.disabled).toBe(true)));
  act(() => sign.click());

  answer.resolve(new Response(null, { status: 204 }));
  await act(() => vi.waitFor(() => expect(sign.disabled).toBe(false)));
  expect(fetch).toHaveBeenCalledOnce();
});
