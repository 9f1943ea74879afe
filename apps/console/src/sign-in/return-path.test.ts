import { expect, test } from "vitest";
import { HOME, returnPath } from "./return-path.ts";

test("signing in returns to where somebody was, with the panes that were open", () => {
  expect(returnPath("/?tab=queue&open=a,b")).toBe("/?tab=queue&open=a,b");
  expect(returnPath("/settings")).toBe("/settings");
});

test.each([
  undefined,
  "",
  "settings",
  "https://evil.example/",
  "//evil.example/",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n//evil.example",
  "/..//evil.example",
  "/.//evil.example",
  "javascript:alert(1)",
  "data:text/html,hello",
  "/sign-in?back=/sign-in",
])("an address that is not a page of the console leads to the inbox: %j", (asked) => {
  expect(returnPath(asked)).toBe(HOME);
});
