import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalOrigin, isAllowedOrigin } from "./allowed-origins.ts";

const ALLOWED = ["https://shop.example", "http://localhost:3000"];

test("[K4] an origin on the list is allowed", () => {
  for (const origin of ALLOWED) expect(isAllowedOrigin(ALLOWED, origin)).toBe(true);
});

test.each([
  undefined,
  "",
  "null",
  "https://shop.example.evil.example",
  "https://evilshop.example",
  "https://shop.example.",
  "https://shop.example:443",
  "https://shop.example:8443",
  "https://SHOP.example",
  "http://shop.example",
  "https://shop.example/",
  "https://shop.example/path",
  "https://user@shop.example",
  "https://shop.example@evil.example",
  "https://sub.shop.example",
  "http://localhost",
  "https://shop.example\0",
  "*",
])("[K4] %j is not", (origin) => expect(isAllowedOrigin(ALLOWED, origin)).toBe(false));

test("[K4] nothing but the listed strings is ever allowed", () => {
  const near = fc.tuple(fc.string(), fc.constantFrom(...ALLOWED), fc.string()).map((parts) => parts.join(""));
  fc.assert(fc.property(near, (origin) => isAllowedOrigin(ALLOWED, origin) === ALLOWED.includes(origin)));
});

test.each([
  ["https://Shop.Example/", "https://shop.example"],
  ["https://shop.example:443/some/page?x", "https://shop.example"],
  ["http://127.0.0.1:4000", "http://127.0.0.1:4000"],
])("an owner may write %s for %s", (written, origin) => expect(canonicalOrigin(written)).toBe(origin));

test.each([
  "shop.example",
  "ftp://shop.example",
  "javascript:alert(1)",
  "https://user:word@shop.example",
  "file:///x",
  "",
])("%j is no origin", (written) => expect(canonicalOrigin(written)).toBeNull());
