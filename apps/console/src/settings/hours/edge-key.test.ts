import { expect, test } from "vitest";
import { edgeAct } from "./edge-key.ts";

function pressed(key: string, held: Partial<Record<"shiftKey" | "ctrlKey" | "metaKey" | "altKey", boolean>> = {}) {
  return { key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held };
}

test("arrows move an edge by a quarter of an hour, with Shift by an hour", () => {
  expect(edgeAct(pressed("ArrowRight"), "ArrowRight")).toEqual({ kind: "move", minutes: 15 });
  expect(edgeAct(pressed("ArrowDown"), "ArrowRight")).toEqual({ kind: "move", minutes: -15 });
  expect(edgeAct(pressed("ArrowLeft", { shiftKey: true }), "ArrowRight")).toEqual({ kind: "move", minutes: -60 });
});

test("where pages are read from right to left, later is to the left", () => {
  expect(edgeAct(pressed("ArrowLeft"), "ArrowLeft")).toEqual({ kind: "move", minutes: 15 });
  expect(edgeAct(pressed("ArrowUp"), "ArrowLeft")).toEqual({ kind: "move", minutes: 15 });
});

test("Enter types, Delete removes, C copies, and what the browser means by a key stays the browser's", () => {
  expect(["Enter", "Delete", "c", "x"].map((key) => edgeAct(pressed(key), "ArrowRight")?.kind)).toEqual([
    "type",
    "remove",
    "copy",
    undefined,
  ]);
  expect(edgeAct(pressed("c", { ctrlKey: true }), "ArrowRight")).toBeNull();
  expect(edgeAct(pressed("c", { metaKey: true }), "ArrowRight")).toBeNull();
});
