import { Setup } from "@shopbell/protocol";
import { expect, test } from "vitest";
import { NO_ANSWERS, NO_FAULTS, refusedFaults, setUpBody, setUpFaults } from "./set-up-answers.ts";

const ANSWERS = {
  name: " Ana ",
  email: "ana@shop.example",
  password: "correct horse battery",
  shopName: "Lisboa Shoes",
  shopOrigin: "lisboashoes.example/",
};

test("complete answers have no faults, and make what the relay asks for", () => {
  expect(setUpFaults(ANSWERS, true)).toEqual(NO_FAULTS);
  expect(Setup.parse(setUpBody("t0ken", ANSWERS, true))).toMatchObject({
    name: "Ana",
    shop: { name: "Lisboa Shoes", origin: "https://lisboashoes.example" },
  });
});

test("where a shop was seeded, none is asked for and none is sent", () => {
  const withoutShop = { ...ANSWERS, shopName: "", shopOrigin: "" };

  expect(setUpFaults(withoutShop, true)).not.toEqual(NO_FAULTS);
  expect(setUpFaults(withoutShop, false)).toEqual(NO_FAULTS);
  expect(Setup.parse(setUpBody("t0ken", withoutShop, false)).shop).toBeUndefined();
});

test("an empty form has a fault at every question", () => {
  expect(Object.values(setUpFaults(NO_ANSWERS, true))).not.toContain(null);
});

test("a password that the relay refuses is a common one, and nothing else is a fault of an answer", () => {
  expect(refusedFaults("password-weak")).toEqual({
    ...NO_FAULTS,
    password: "This password is too common. Choose another.",
  });
  expect(refusedFaults("too-fast")).toBeNull();
});
