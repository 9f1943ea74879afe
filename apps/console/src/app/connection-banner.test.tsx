// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, expect, test } from "vitest";
import { aFakeLine } from "../testing/fake-line.ts";
import { renderAtDesk, the } from "../testing/render.tsx";
import { ConnectionBanner } from "./connection-banner.tsx";

let remove: () => void;
afterEach(() => remove());

test("nothing is said while the line is live; a lost one says what becomes of what is written", () => {
  const line = aFakeLine({ status: "live" });
  remove = renderAtDesk(line, <ConnectionBanner />);
  expect(the("[role=status]").textContent).toBe("");

  act(() => line.become({ status: "waiting" }));

  expect(the("[role=status]").textContent).toContain("What you write is kept");
});

test("a page that is too old offers to load itself again", () => {
  remove = renderAtDesk(aFakeLine({ status: "refused", refusal: "unsupported" }), <ConnectionBanner />);

  expect(the("button").textContent).toBe("Load again");
});
