import type { LookupFunction } from "node:net";
import { afterEach, expect, test } from "vitest";
import { canonicalHost } from "./allowed-hosts.ts";
import { Egress } from "./egress.ts";
import { aServer, closeServers, faultOf, leadsTo } from "./test-servers.ts";

afterEach(closeServers);

/** Names of a test's own. */
function names(addresses: Record<string, () => string>): LookupFunction {
  return (name, _options, found) => {
    const address = addresses[name]?.() ?? "";
    found(null, [{ address, family: address.includes(":") ? 6 : 4 }]);
  };
}

const NOTHING_PRIVATE = new Egress({ allow: [] });

test("a host and port that the owner allows may be private, and no other port of it", async () => {
  const [server, other] = [await aServer(), await aServer()];
  const egress = new Egress({ allow: [server.host] });

  const received = await egress.get(`${server.url}/orders?number=1`);

  expect(received).toMatchObject({ status: 200, url: `${server.url}/orders?number=1` });
  expect(received.body.toString()).toBe("hello");
  expect(await faultOf(egress.get(other.url))).toMatch(/private address/);
  expect(other.asked).toEqual([]);
});

test.each([
  ["127.0.0.1", "127.0.0.1:80"],
  ["its number in hexadecimal", "0x7f000001:80"],
  ["its number in decimal", "2130706433:80"],
  ["a short form", "127.1:80"],
  ["nothing at all", "0.0.0.0:80"],
  ["IPv6's loopback", "[::1]:80"],
  ["IPv4 within IPv6", "[::ffff:127.0.0.1]:80"],
  ["a private network", "10.0.0.1:80"],
  ["a cloud's own data about the machine", "169.254.169.254"],
  ["a name of this machine", "localhost:80"],
])("%s is no public address", async (_, host) => {
  expect(await faultOf(NOTHING_PRIVATE.get(`http://${host}/`))).toMatch(/private address/);
  expect(await faultOf(NOTHING_PRIVATE.post(`http://${host}/`, "{}"))).toMatch(/private address/);
  expect(await faultOf(NOTHING_PRIVATE.get(`https://${host.replace(":80", ":443")}/`))).toMatch(/private address/);
});

test("a name that leads to this machine is refused, whatever it is called", async () => {
  const server = await aServer();
  const lookup = names({ "shop.example": () => "127.0.0.1" });
  const url = `http://shop.example:${server.port}/`;

  await new Egress({ allow: [`shop.example:${server.port}`], lookup }).get(url);
  expect(server.asked).toHaveLength(1);

  expect(await faultOf(new Egress({ allow: [], lookup }).get(url))).toMatch(/private address/);
  expect(server.asked).toHaveLength(1);
});

test("a name is looked up once for each connection, so that it cannot move between check and connect", async () => {
  const server = await aServer();
  const nowhere = "4000::1"; // public by its form, and nobody's
  const answers = [nowhere, "127.0.0.1"];
  let looked = 0;
  const lookup = names({ "shop.example": () => answers[looked++] ?? "127.0.0.1" });

  const fault = await faultOf(
    new Egress({ allow: [], lookup }).get(`http://shop.example:${server.port}/`, { timeoutMs: 300 }),
  );

  expect(fault).toMatch(/^shop\.example:\d+ (cannot be reached|did not answer|broke)/);
  expect(looked).toBe(1);
  expect(server.asked).toEqual([]);
});

test.each([301, 302, 303, 307, 308])(
  "a redirect (%i) is followed, and its target checked like any other",
  async (status) => {
    const [inside, target] = [await aServer(), await aServer()];
    const [toInside, toTarget] = [
      await aServer(leadsTo(inside.url, status)),
      await aServer(leadsTo(target.url, status)),
    ];
    const egress = new Egress({ allow: [toInside.host, toTarget.host, target.host] });

    expect((await egress.get(toTarget.url)).body.toString()).toBe("hello");
    expect(await faultOf(egress.get(toInside.url))).toMatch(/private address/);
    expect(inside.asked).toEqual([]);
  },
);

test("a redirect leads into a private network only on the host that was named", async () => {
  const [inside, moved] = [await aServer(), await aServer()];
  const outside = await aServer((request, response) => {
    const location = request.url === "/in" ? inside.url : `http://shop.example:${moved.port}/`;
    response.writeHead(302, { location }).end();
  });
  const lookup = names({ "shop.example": () => "127.0.0.1" });
  const [here, there] = [`shop.example:${outside.port}`, `shop.example:${moved.port}`];
  const egress = new Egress({ allow: [here, there, inside.host], lookup });

  expect((await egress.get(inside.url)).status).toBe(200); // which may be asked by whoever names it
  expect((await egress.get(`http://${here}/`)).url).toBe(`http://${there}/`);
  expect(await faultOf(egress.get(`http://${here}/in`))).toMatch(/private address/);
  expect(inside.asked).toHaveLength(1);
});

test("a redirect within the same place may be relative, and keeps the headers", async () => {
  const server = await aServer((request, response) =>
    request.url === "/old" ? leadsTo("/new")(request, response) : response.end("here"),
  );

  const received = await new Egress({ allow: [server.host] }).get(`${server.url}/old`, { headers: { "x-key": "k" } });

  expect(received).toMatchObject({ status: 200, url: `${server.url}/new` });
  expect(server.asked.map(({ headers }) => headers["x-key"])).toEqual(["k", "k"]);
});

test("what was sent to one place is sent to no other, nor back where that one leads", async () => {
  const other = await aServer((request, response) => leadsTo(`${first.url}/back`)(request, response));
  const first = await aServer((request, response) =>
    request.url === "/" ? leadsTo(other.url)(request, response) : response.end("back"),
  );
  const egress = new Egress({ allow: [first.host, other.host] });

  const received = await egress.get(`${first.url}/`, { headers: { authorization: "Basic c2VjcmV0" } });

  expect(received.body.toString()).toBe("back");
  const shown = [...first.asked, ...other.asked].map(({ path, headers }) => [path, headers["authorization"]]);
  expect(shown).toEqual([
    ["/", "Basic c2VjcmV0"],
    ["/back", undefined],
    ["/", undefined],
  ]);
});

test("whoever leads in circles is left after three redirects", async () => {
  const server = await aServer(leadsTo("/again"));

  expect(await faultOf(new Egress({ allow: [server.host] }).get(server.url))).toMatch(/more than 3 times/);
  expect(server.asked).toHaveLength(4);
});

test.each(["file:///etc/passwd", "ftp://shop.example/", "gopher://shop.example/"])(
  "neither an owner nor a redirect leads to %s",
  async (address) => {
    const server = await aServer(leadsTo(address));

    expect(await faultOf(NOTHING_PRIVATE.get(address))).toMatch(/no http or https address/);
    expect(await faultOf(new Egress({ allow: [server.host] }).get(server.url))).toMatch(/no http or https address/);
  },
);

test("an address with a password in it is refused, and the password not repeated", async () => {
  const server = await aServer(leadsTo("http://ana:hunter2@shop.example/"));

  for (const asking of [
    NOTHING_PRIVATE.get("http://ana:hunter2@shop.example/"),
    new Egress({ allow: [server.host] }).get(server.url),
  ]) {
    const fault = await faultOf(asking);
    expect(fault).toMatch(/name or a password/);
    expect(fault).not.toContain("hunter2");
  }
});

test("what is posted goes where it was meant to, and no further", async () => {
  const other = await aServer();
  const server = await aServer(leadsTo(other.url, 307));

  const received = await new Egress({ allow: [server.host, other.host] }).post(server.url, "{}");

  expect(received.status).toBe(307);
  expect(other.asked).toEqual([]);
});

test("a body is posted whole, with its headers", async () => {
  const server = await aServer((request, response) => request.pipe(response));

  const received = await new Egress({ allow: [server.host] }).post(server.url, '{"é":1}', {
    headers: { "content-type": "application/json" },
  });

  expect(received.body.toString()).toBe('{"é":1}');
  expect(server.asked[0]?.headers["content-type"]).toBe("application/json");
});

test("a header with a line break in it is never sent", async () => {
  const server = await aServer();

  const fault = await faultOf(
    new Egress({ allow: [server.host] }).get(server.url, { headers: { "x-key": "a\r\nx-more: secret" } }),
  );

  expect(fault).toMatch(/header/);
  expect(fault).not.toContain("secret");
  expect(server.asked).toEqual([]);
});

test("a name that nobody has, and a port where nobody listens, are said so", async () => {
  const unused = "127.0.0.1:1";
  const unknown: LookupFunction = (_name, _options, found) =>
    found(Object.assign(new Error("no such name"), { code: "ENOTFOUND" }), []);

  expect(await faultOf(new Egress({ allow: [unused] }).get(`http://${unused}/`))).toMatch(/refuses connections/);
  expect(await faultOf(new Egress({ allow: [], lookup: unknown }).get("http://shop.example/"))).toMatch(/name right/);
});

test("a host is compared however it was written, and always with its port", () => {
  expect(canonicalHost("Orders.Internal:8080")).toBe("orders.internal:8080");
  expect(canonicalHost("0x7f000001:80")).toBe("127.0.0.1:80");
  expect(canonicalHost("[::1]:443")).toBe("[::1]:443");
  expect(["orders", "orders:", ":80", "a@b:80", "a/b:80", "a:99999", "a b:1"].map(canonicalHost)).toEqual(
    Array(7).fill(null),
  );
});
