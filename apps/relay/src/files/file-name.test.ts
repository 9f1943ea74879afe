import { expect, test } from "vitest";
import { cleanName, nameFor } from "./file-name.ts";

test.each([
  ["../../etc/passwd", "passwd"],
  ["C:\\Users\\maria\\shoe.png", "shoe.png"],
  [".htaccess", "htaccess"],
  ["shoe\0.png", "shoe.png"],
  ["sho\u200be\u202egnp.exe", "shoegnp.exe"],
  ["shoe.png\r\nSet-Cookie: a", "shoe.pngSet-Cookie_ a"],
  ['a"b<c>.png', "a_b_c_.png"],
  ["Café ☕.png", "Café ☕.png"],
  ["", "file"],
  ["../..", "file"],
  ["\ud800.png", "\ufffd.png"],
])("%j is called %j", (name, clean) => {
  expect(cleanName(name)).toBe(clean);
});

test("a name of 4 KB is cut, and keeps its end", () => {
  const name = cleanName(`${"a".repeat(4_096)}.png`);

  expect(name).toHaveLength(100);
  expect(name.endsWith(".png")).toBe(true);
});

test("a name says what the file is", () => {
  expect(nameFor("photo.JPEG", "image/jpeg")).toBe("photo.JPEG");
  expect(nameFor("photo.svg", "image/png")).toBe("photo.svg.png");
  expect(nameFor("png", "image/png")).toBe("png.png");
  expect(nameFor("", "text/plain")).toBe("file.txt");
});
