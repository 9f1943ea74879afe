import { expect, test } from "vitest";
import { checkPassword, hashPassword, isStrongPassword } from "./password.ts";

test("the right password belongs to its hash and another does not", async () => {
  const stored = await hashPassword("a bell that rings");

  expect(await checkPassword("a bell that rings", stored)).toBe(true);
  expect(await checkPassword("a bell that ringS", stored)).toBe(false);
});

test("the same password is stored differently each time, and never itself", async () => {
  const [first, second] = await Promise.all([hashPassword("a bell that rings"), hashPassword("a bell that rings")]);

  expect(first).not.toBe(second);
  expect(first).toMatch(/^argon2id\$m=19456,t=2,p=1\$/);
  expect(first).not.toContain("bell");
});

test("where nothing is stored, no password is right", async () => {
  expect(await checkPassword("a bell that rings", undefined)).toBe(false);
  expect(await checkPassword("", undefined)).toBe(false);
});

test("short and common passwords are refused", () => {
  expect(isStrongPassword("elevenchars")).toBe(false);
  expect(isStrongPassword("Password1234")).toBe(false);
  expect(isStrongPassword("a bell that rings")).toBe(true);
});
