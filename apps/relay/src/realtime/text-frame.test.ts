import { expect, test } from "vitest";
import { textFrame } from "./text-frame.ts";

test.each([
  [0, [0x81, 0]],
  [125, [0x81, 125]],
  [126, [0x81, 126, 0, 126]],
  [65_535, [0x81, 126, 255, 255]],
  [65_536, [0x81, 127, 0, 0, 0, 0, 0, 1, 0, 0]],
])("%d bytes have their length before them as RFC 6455 writes it", (length, header) => {
  const text = "x".repeat(length);

  expect(textFrame(text)).toEqual(Buffer.concat([Buffer.from(header), Buffer.from(text)]));
});

test("the length is that of the bytes, not of the characters", () => {
  expect(textFrame("ção 👋")).toEqual(Buffer.concat([Buffer.from([0x81, 10]), Buffer.from("ção 👋")]));
});
