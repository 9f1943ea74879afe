import { expect, test } from "vitest";
import { emailFault, nameFault, originFault, originOf, passwordFault } from "./faults.ts";

test("a shop's address is understood as people type it", () => {
  expect(
    ["shop.example", "https://shop.example/", " http://Shop.example:8080/cart?x=1 ", "localhost:4000"].map(originOf),
  ).toEqual(["https://shop.example", "https://shop.example", "http://shop.example:8080", "https://localhost:4000"]);
});

test.each(["", "shop", "ftp://shop.example", "javascript:alert(1)", "https://"])("%j is no shop address", (address) => {
  expect(originOf(address)).toBeNull();
  expect(originFault(address)).not.toBeNull();
});

test("a short password says how many characters are missing", () => {
  expect(passwordFault("correct hor")).toBe("One character more.");
  expect(passwordFault("short")).toBe("7 characters more.");
  expect(passwordFault("correct horse")).toBeNull();
});

test("a name must not be blank, an e-mail address must look like one", () => {
  expect(nameFault("  ")).not.toBeNull();
  expect(nameFault("Ana")).toBeNull();
  expect(["ana", "ana@", "ana@shop", "a b@shop.example"].map(emailFault)).not.toContain(null);
  expect(emailFault(" ana@shop.example ")).toBeNull();
});
