import { expect, test } from "vitest";
import { comparedEmail, isSameEmail } from "./order-email.ts";

test("an address is compared without case and the spaces around it", () => {
  expect(comparedEmail("  Maria@Example.com ")).toBe("maria@example.com");
  expect(isSameEmail(" Maria@Example.com", "maria@example.com")).toBe(true);
});

test.each([
  "",
  "maria",
  "maria@",
  "@example.com",
  "maria@example.com\0",
  "a b@example.com",
  `${"a".repeat(250)}@example.com`,
])("%j is no address", (typed) => {
  expect(comparedEmail(typed)).toBeNull();
});

test.each(["maria+shop@example.com", "maria@example.com.evil.example", "mari@example.com", "", "m.aria@example.com"])(
  "%j is not maria@example.com",
  (other) => {
    expect(isSameEmail("maria@example.com", other)).toBe(false);
  },
);
