import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

test("Postgres and Redis are named by their addresses, and Redis by several where it is a cluster", () => {
  const config = readConfig({
    DATABASE_URL: "postgres://shop:secret@db.example/shop",
    REDIS_URL: "redis://one.example:6379, rediss://two.example:6380",
    METRICS_TOKEN: "sixteen letters!",
  });

  expect(config).toMatchObject({
    databaseUrl: "postgres://shop:secret@db.example/shop",
    redisUrls: ["redis://one.example:6379", "rediss://two.example:6380"],
    metricsToken: "sixteen letters!",
  });
  expect(readConfig({})).toMatchObject({ databaseUrl: null, redisUrls: null, metricsToken: null });
});

test("an address that is none is told without the password in it", () => {
  const faults = faultsOf({
    DATABASE_URL: "mysql://shop:secret@db.example/shop",
    REDIS_URL: "http://:secret@one.example",
    METRICS_TOKEN: "short secret",
  });

  expect(faults.map((fault) => fault.split(" ")[0])).toEqual(["DATABASE_URL", "REDIS_URL", "METRICS_TOKEN"]);
  expect(faults.join()).not.toContain("secret");
});

test("mail comes in from a mailbox, or from whoever shows the secret", () => {
  const config = readConfig({
    IMAP_URL: "imaps://help%40shop.example:secret@imap.example/Support",
    INBOUND_EMAIL_SECRET: "sixteen letters!",
    MAIL_AUTHSERV_ID: "mx.shop.example",
  });

  expect(config).toMatchObject({
    imapUrl: "imaps://help%40shop.example:secret@imap.example/Support",
    inboundEmailSecret: "sixteen letters!",
    mailAuthservId: "mx.shop.example",
  });
  const faults = faultsOf({ IMAP_URL: "pop3://help:secret@imap.example", INBOUND_EMAIL_SECRET: "short secret" });
  expect(faults.map((fault) => fault.split(" ")[0])).toEqual(["IMAP_URL", "INBOUND_EMAIL_SECRET"]);
  expect(faults.join()).not.toContain("secret");
});

test("a database of Redis has a number, if any", () => {
  const place = { DATABASE_URL: "postgres://db.example/shop" };

  expect(faultsOf({ ...place, REDIS_URL: "redis://one.example/3" })).toEqual([]);
  expect(faultsOf({ ...place, REDIS_URL: "redis://one.example/shop" })).toEqual([expect.stringMatching(/^REDIS_URL /)]);
});

test("nothing private is asked but what the owner names, with its port", () => {
  expect(readConfig({}).egressAllow).toEqual([]);
  expect(readConfig({ EGRESS_ALLOW: "Orders.Internal:8080, [::1]:80" }).egressAllow).toEqual([
    "orders.internal:8080",
    "[::1]:80",
  ]);
  for (const EGRESS_ALLOW of ["orders.internal", "http://orders.internal:80", "10.0.0.0/8", "*:80,,"]) {
    expect(faultsOf({ EGRESS_ALLOW })).toEqual([expect.stringMatching(/^EGRESS_ALLOW /)]);
  }
});

test("the demo shop's orders are those of the demo alone", () => {
  const orders = { DEMO_ORDERS_URL: "http://127.0.0.1:4100/orders", DEMO_ORDERS_SECRET: "s".repeat(32) };

  expect(readConfig(orders).demoOrders).toEqual({ url: "http://127.0.0.1:4100/orders", secret: "s".repeat(32) });
  expect(readConfig({ ...orders, PUBLIC_URL: "https://a.example" }).demoOrders).toBeNull();
  expect(readConfig({}).demoOrders).toBeNull();
});

test("several relays need one database", () => {
  expect(faultsOf({ REDIS_URL: "redis://one.example" })).toEqual([expect.stringMatching(/^REDIS_URL .*DATABASE_URL/)]);
  expect(faultsOf({ REDIS_URL: "redis://one.example", DATABASE_URL: "postgres://db.example/shop" })).toEqual([]);
});

test("mail goes out by a server and from an address of the shop's own, and either of them alone is a fault or nothing", () => {
  const server = { SMTP_URL: "smtps://shop:secret@mail.example" };

  expect(readConfig({ ...server, MAIL_FROM: "help@shop.example" })).toMatchObject({
    smtpUrl: "smtps://shop:secret@mail.example",
    mailFrom: "help@shop.example",
  });
  expect(readConfig({})).toMatchObject({ smtpUrl: null, mailFrom: null });
  expect(faultsOf(server)).toEqual([expect.stringMatching(/^SMTP_URL .*MAIL_FROM/)]);
  expect(faultsOf({ SMTP_URL: "https://shop:secret@mail.example" })).toEqual([
    expect.stringMatching(/^SMTP_URL (?!.*secret)/),
  ]);
});

test.each([
  "Shop <help@shop.example>",
  "help",
  "help+desk@shop.example",
  `${"a".repeat(28)}@shop.example`,
  "a@b\r\nBcc: c@d.example",
])("%j is no address that replies come back to", (MAIL_FROM) =>
  expect(faultsOf({ MAIL_FROM })).toEqual([expect.stringMatching(/^MAIL_FROM /)]),
);

test("a secret may be in a file, in one place only", () => {
  const folder = mkdtempSync(join(tmpdir(), "shopbell-"));
  const file = join(folder, "database-url");
  writeFileSync(file, "postgres://db.example/shop\n");

  expect(readConfig({ DATABASE_URL_FILE: file }).databaseUrl).toBe("postgres://db.example/shop");
  expect(faultsOf({ DATABASE_URL_FILE: file, DATABASE_URL: "postgres://db.example/other" })).toEqual([
    expect.stringMatching(/^DATABASE_URL and DATABASE_URL_FILE /),
  ]);
  expect(faultsOf({ REDIS_URL_FILE: join(folder, "missing") })).toEqual([expect.stringMatching(/^REDIS_URL_FILE /)]);
  rmSync(folder, { recursive: true });
});
