// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { aFace, aHandover } from "../testing/a-handover.ts";
import { mount } from "./mount.ts";

beforeEach(() => vi.stubGlobal("fetch", async () => Response.json(aFace({ availability: "closed", people: [] }))));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  document.documentElement.lang = "";
  document.body.replaceChildren();
});

/** The language of the panel on a page, for a visitor whose browser has these. */
function spoken(page: string, languages: readonly string[], locale?: string): string | null | undefined {
  document.documentElement.lang = page;
  vi.spyOn(navigator, "languages", "get").mockReturnValue(languages);
  const handover = aHandover();
  const say = mount({ ...handover, locale });
  say("open");
  const language = (handover.bell.getRootNode() as ShadowRoot).querySelector("[role=dialog]")?.getAttribute("lang");
  say("destroy");
  return language;
}

test("a page that names a language is read with the visitor's own way to write times", () => {
  expect(spoken("en", ["pt-PT", "en-GB"])).toBe("en-GB");
  expect(spoken("en-US", ["en-GB"])).toBe("en-US");
  expect(spoken("", ["en-GB"])).toBe("en-GB");
  expect(spoken("en", ["pt-PT"])).toBe("en");
  expect(spoken("pt", ["en-GB"], "en")).toBe("en-GB");
});
