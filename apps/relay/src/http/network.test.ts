import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { networkOf } from "./network.ts";

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["::FFFF:cb00:7107", "203.0.113.7"],
  ["0:0:0:0:0:ffff:cb00:7107", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002::1", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["2001:db8:0:1::203.0.113.7", "2001:db8:0:1::/64"],
  ["::1:2:3:4:5:6:7", "0:1:2:3::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["::", "0:0:0:0::/64"],
  ["2001:db8:1:2::/64", "2001:db8:1:2::/64"],
  ["unix:", "unix:"],
  ["", ""],
])("%s is counted as %s", (ip, network) => {
  expect(networkOf(ip)).toBe(network);
});

test("another address of the same line is no other one, and another line's is", () => {
  expect(networkOf("2001:db8:1:2:ffff:ffff:ffff:ffff")).toBe(networkOf("2001:db8:1:2::1"));
  expect(networkOf("2001:db8:1:3::1")).not.toBe(networkOf("2001:db8:1:2::1"));
});

test("no source knows an address otherwise than as its network", () => {
  const root = new URL("../", import.meta.url);
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) =>
    /(?<!\.test)\.ts$/.test(file),
  );
  const sources = files.map((file) => [file, codeOf(readFileSync(new URL(file, root), "utf8"))] as const);

  expect(sources.filter(([, code]) => code.includes("networkOf(request.ip)")).length).toBeGreaterThan(5);
  const others = sources.filter(([, code]) => /\bip\b/.test(code.replaceAll("networkOf(request.ip)", "")));

  expect(others.map(([file]) => file)).toEqual(["http/network.ts"]);
});

/** Without comments. */
function codeOf(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
}
