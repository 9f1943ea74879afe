// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { the } from "../testing/render.tsx";
import { choose, leave, settled, visit } from "../testing/visit.tsx";

vi.mock("../line/opened-lines.ts");
vi.mock("../ring/bell-sound.ts"); // there is no sound here

afterEach(leave);

test.each(["/settings/ways", "/answers"])("the shop that %s is about stands in the address", async (path) => {
  await visit(`${path}?site=porto-hats`, {});
  const select = () => the<HTMLSelectElement>("[aria-label=Shop]");
  await settled(() => expect(select().value).toBe("porto-hats"));

  await choose(select(), "lisboa-shoes");

  await settled(() => expect(select().value).toBe("lisboa-shoes"));
  expect(location.pathname + location.search).toContain(`${path}?site=lisboa-shoes`);
});
