import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { World } from "./world.ts";

let world: World;

beforeAll(async () => {
  world = await World.open();
});
afterEach(async () => expect(await world.everybodyLeaves()).toEqual([]));
afterAll(() => world?.close());

/** What a checker of WCAG 2.2 AA finds wrong, in words. */
async function faults(page: Page, part = "body"): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include(part)
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 120)}`),
  );
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`[E2] widget and console have no fault that a checker finds, ${colorScheme}`, async () => {
    const ana = await world.agent();
    const visitor = await world.visitor();
    await Promise.all([ana.page.emulateMedia({ colorScheme }), visitor.page.emulateMedia({ colorScheme })]);
    await visitor.ring();
    expect(await faults(visitor.page)).toEqual([]);

    await visitor.says("Can you read this?");
    await visitor.sign(/^Sent/);
    const pane = await ana.opens("Can you read this?");
    await ana.answers(pane, "Every word.");
    await visitor.sees("Every word.");

    expect(await faults(visitor.page)).toEqual([]);
    expect(await faults(ana.page)).toEqual([]);
  });
}

test("[E2] a right-to-left page gets a right-to-left panel at its own end corner", async () => {
  world.shop.page("/ar", {
    html: `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>متجر</title></head><body><main>أهلا</main>${world.snippet}</body></html>`,
  });
  const visitor = await world.visitor("/ar");

  await visitor.ring();

  const box = await visitor.panel.boundingBox();
  expect(box?.x).toBeLessThan(100);
  expect(await visitor.panel.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
});

test("[E2] on a phone the panel is the whole viewport, and what fingers touch is large enough", async () => {
  const visitor = await world.visitor();
  await visitor.page.setViewportSize({ width: 390, height: 844 });
  await visitor.page.reload();
  expect(await visitor.bell.boundingBox()).toMatchObject({ width: 48, height: 48 });

  await visitor.ring();

  const place = async () => Object.values((await visitor.panel.boundingBox()) ?? {}).map(Math.round);
  await expect.poll(place).toEqual([0, 0, 390, 844]);
  for (const button of await visitor.panel.getByRole("button").all()) {
    // Layout pixels: what is measured on the screen has fractions while the panel comes in.
    const inside = await button.evaluate(({ clientWidth, clientHeight }) => Math.min(clientWidth, clientHeight));
    expect(inside, (await button.textContent()) ?? "").toBeGreaterThanOrEqual(44);
  }
  expect(await visitor.composer.evaluate((element) => getComputedStyle(element).fontSize)).toBe("16px");
});
