import type { WayKind } from "@shopbell/protocol/types";
import { expect, test } from "vitest";
import { wayFault } from "./way-faults.ts";

test.each([
  ["phone", "+351 21 000 0142"],
  ["whatsapp", "+351912345678"],
  ["email", "hello@shop.example"],
  ["messenger", "https://m.me/lisboashoes"],
  ["instagram", "@lisboashoes"],
  ["instagram", "https://www.instagram.com/lisboa.shoes?igsh=MXg5&utm_source=qr"],
  ["telegram", "lisboa_shoes"],
] as [WayKind, string][])("%s takes %s", (kind, value) => {
  expect(wayFault({ kind, value })).toBeNull();
});

test.each([
  ["phone", "21 000 0142"],
  ["phone", ""],
  ["whatsapp", "lisboashoes"],
  ["email", "hello"],
  ["instagram", "our shop"],
  ["instagram", ".."],
  ["instagram", "https://www.instagram.com/"],
  ["telegram", "javascript:alert(1)"],
] as [WayKind, string][])("%s says what is wrong with %j", (kind, value) => {
  expect(wayFault({ kind, value })).not.toBeNull();
});
