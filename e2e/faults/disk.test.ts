import { expect, test } from "vitest";
import { ACKNOWLEDGE_WITHOUT_STORING, SYNCHRONOUS_NORMAL } from "./broken/parts.ts";
import { killedWriter } from "./disk/killed-writer.ts";
import { powerLoss } from "./disk/power-loss.ts";

const TIMEOUT_MS = 180_000;

test("F9: everything acknowledged is there after each kill -9", { timeout: TIMEOUT_MS }, async () => {
  expect((await killedWriter({ seed: 1, kills: 30 })).faults).toEqual([]);
});

test("F9 bites: a writer that acknowledges without storing is found out", { timeout: TIMEOUT_MS }, async () => {
  const { faults } = await killedWriter({ seed: 1, kills: 30, broken: ACKNOWLEDGE_WITHOUT_STORING });

  expect(faults).not.toEqual([]);
});

test("F10: everything acknowledged is there after a power cut at any of 100 moments", {
  timeout: TIMEOUT_MS,
}, async () => {
  const { faults, messages } = await powerLoss({ seed: 1, points: 100 });

  expect(messages).toBeGreaterThan(0);
  expect(faults).toEqual([]);
});

test("F10 bites: with synchronous=NORMAL acknowledged messages are lost", { timeout: TIMEOUT_MS }, async () => {
  const { faults } = await powerLoss({ seed: 1, points: 20, preload: [SYNCHRONOUS_NORMAL] });

  expect(faults).not.toEqual([]);
});
