import type { Promises } from "@shopbell/protocol/types";
import { expect, test } from "vitest";
import { answersOf, faultsOf, isUnsaved, promisesOf } from "./promise-answers.ts";

function somePromises(changes: Partial<Promises> = {}): Promises {
  return { chatMinutes: 5, requestMinutes: 240, requestsPerDay: 20, callsBack: false, ...changes };
}

test("promises that are only looked at stay as they are", () => {
  for (const promises of [
    somePromises(),
    somePromises({ chatMinutes: null, requestMinutes: null }),
    somePromises({ chatMinutes: 90, requestMinutes: 90 }),
  ]) {
    expect(promisesOf(answersOf(promises))).toEqual(promises);
  }
});

test("requests are promised in hours, as far as they are whole", () => {
  expect(answersOf(somePromises()).request).toEqual({ figure: "4", unit: "hours" });
  expect(answersOf(somePromises({ requestMinutes: 90 })).request).toEqual({ figure: "90", unit: "minutes" });
});

test("an empty field promises nothing, and is no fault", () => {
  const answers = { ...answersOf(somePromises()), chat: { figure: " ", unit: "minutes" as const } };

  expect(faultsOf(answers).chat).toBeNull();
  expect(promisesOf(answers).chatMinutes).toBeNull();
});

test.each(["0", "-5", "1.5", "soon", "169"])("%s hours cannot be promised", (figure) => {
  const answers = { ...answersOf(somePromises()), request: { figure, unit: "hours" as const } };

  expect(faultsOf(answers).request).toContain("168");
});

test("what is no promise is not the same as none, and other words for the same promise are no change", () => {
  const saved = somePromises({ chatMinutes: null });
  const unsaved = (figure: string) => isUnsaved({ ...answersOf(saved), chat: { figure, unit: "minutes" } }, saved);
  const inMinutes = { figure: "240", unit: "minutes" } as const;

  expect(["soon", "1.5", "5", "", " "].map(unsaved)).toEqual([true, true, true, false, false]);
  expect(isUnsaved({ ...answersOf(saved), request: inMinutes }, saved)).toBe(false);
});

test("visitors can always begin at least one conversation", () => {
  const limited = (requestsPerDay: string) => faultsOf({ ...answersOf(somePromises()), requestsPerDay }).requestsPerDay;

  expect(["", "0", "1001"].map(limited)).not.toContain(null);
  expect(["1", "1000"].map(limited)).toEqual([null, null]);
});
