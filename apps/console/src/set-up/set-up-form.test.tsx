// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { aQueryClient, renderWith, the, typeInto } from "../testing/render.tsx";
import { SetUpForm } from "./set-up-form.tsx";

let remove: () => void;
afterEach(() => {
  remove();
  vi.unstubAllGlobals();
});

test("a common password is refused under its own field", async () => {
  const problem = { code: "password-weak", title: "", status: 422 };
  vi.stubGlobal("fetch", async () => Response.json(problem, { status: 422 }));
  const form = <SetUpForm token="t0ken" needsShop={false} onDone={vi.fn()} onUsed={vi.fn()} />;
  remove = renderWith(aQueryClient(), form);
  typeInto(the("[name=name]"), "Ana");
  typeInto(the("[name=email]"), "ana@shop.example");
  typeInto(the("[name=password]"), "password1234");

  act(() => the<HTMLFormElement>("form").requestSubmit());

  const password = the("[name=password]");
  await act(() => vi.waitFor(() => expect(password.getAttribute("aria-invalid")).toBe("true")));
  const note = document.getElementById(password.getAttribute("aria-describedby") ?? "");
  expect(note?.textContent).toBe("This password is too common. Choose another.");
  expect(document.querySelector("[role=alert]")).toBeNull();
});
