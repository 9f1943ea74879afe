import { expect, test } from "vitest";
import { ConfigFault, readConfig } from "./config.ts";

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigFault) return error.faults;
    throw error;
  }
  return [];
}

test("nothing set is demo mode on this machine alone", () => {
  expect(readConfig({})).toMatchObject({ publicUrl: null, host: "127.0.0.1", port: 4000, trustProxy: false });
});

test("a public address makes it an installation that others may reach", () => {
  const config = readConfig({
    PUBLIC_URL: "https://Chat.Example.com/",
    HOST: "0.0.0.0",
    TRUST_PROXY: "10.0.0.0/8, loopback",
  });

  expect(config).toMatchObject({ publicUrl: "https://chat.example.com", host: "0.0.0.0" });
  expect(config.trustProxy).toEqual(["10.0.0.0/8", "loopback"]);
});

test("all faults are told at once, each with its variable", () => {
  const faults = faultsOf({ PUBLIC_URL: "foo", PORT: "70000", LOG_LEVEL: "loud", TRUST_PROXY: "everybody" });

  expect(faults.map((fault) => fault.split(" ")[0])).toEqual(["PUBLIC_URL", "PORT", "LOG_LEVEL", "TRUST_PROXY"]);
});

test.each(["https://a.example/path", "https://u@a.example", "ftp://a.example", "https://a.example/?x", "//a.example"])(
  "%s is no public address",
  (PUBLIC_URL) => expect(faultsOf({ PUBLIC_URL })).toHaveLength(1),
);

test("demo mode refuses to be reached by others", () => {
  expect(faultsOf({ HOST: "0.0.0.0" })).toEqual([expect.stringMatching(/^HOST 0\.0\.0\.0 .*PUBLIC_URL/)]);
  expect(faultsOf({ HOST: "0.0.0.0", PUBLIC_URL: "https://a.example" })).toEqual([]);
});

test("a variable that is set to nothing counts as unset", () => {
  expect(readConfig({ PUBLIC_URL: "", PORT: "" })).toEqual(readConfig({}));
});
