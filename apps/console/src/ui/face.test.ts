import { expect, test } from "vitest";
import { initialsOf } from "./face.tsx";

test("initials are of the first and the last name, whatever the script", () => {
  expect(["Ana", "João Maria da Silva", "  ana  ", "森 春香", "🔔 bell", ""].map(initialsOf)).toEqual([
    "A",
    "JS",
    "A",
    "森春",
    "🔔B",
    "",
  ]);
});
