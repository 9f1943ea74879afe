// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { closedQuery, meQuery, signInsQuery } from "../http/queries.ts";
import { Refused } from "../http/relay-http.ts";
import { aFakeLine } from "../testing/fake-line.ts";
import { aQueryClient, renderAtDesk } from "../testing/render.tsx";
import { useSignedOut } from "./use-signed-out.ts";

const signedOut = vi.fn();
let line = aFakeLine();
let queries = aQueryClient();
let remove: () => void;

function Desk() {
  useSignedOut(signedOut);
  return null;
}

beforeEach(() => {
  signedOut.mockClear();
  line = aFakeLine();
  queries = aQueryClient();
  remove = renderAtDesk(line, <Desk />, { queries });
});
afterEach(() => remove());

test("nothing that one agent loaded is left for the next", () => {
  const keys = [meQuery, closedQuery, signInsQuery].map((query) => query.queryKey);
  for (const key of keys) queries.setQueryData(key, {} as never);

  act(() => line.become({ refusal: "unauthorized" }));

  expect(signedOut).toHaveBeenCalledOnce();
  expect(keys.map((key) => queries.getQueryData(key))).toEqual([undefined, undefined, undefined]);
});

test("an end that is heard of twice is told once", async () => {
  act(() => line.become({ refusal: "unauthorized" }));

  const refused = queries.fetchQuery({
    queryKey: ["late"],
    queryFn: () => Promise.reject(new Refused("unauthorized")),
  });

  await expect(refused).rejects.toThrow("unauthorized");
  expect(signedOut).toHaveBeenCalledOnce();
});
