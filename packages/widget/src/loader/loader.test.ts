// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { aFace } from "../testing/a-handover.ts";
import { HOST } from "./counter.ts";
import { load } from "./loader.ts";

function paste(attributes: Record<string, string> = {}): void {
  const script = document.createElement("script");
  script.type = "text/plain"; // looked at, never fetched
  script.src = "https://chat.example/widget.js";
  Object.assign(script.dataset, { site: "lisboa", ...attributes });
  document.head.append(script);
}

function theRelayAnswers(answer: unknown): void {
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => Response.json(answer)),
  );
}

vi.stubGlobal("APP_PATH", "/widget/app.js");

function bells(): Element[] {
  return [...document.querySelectorAll(HOST)];
}

function theBell(): HTMLButtonElement | null | undefined {
  return bells()[0]?.shadowRoot?.querySelector("button");
}

afterEach(() => {
  window.Shopbell?.("destroy");
  document.head.replaceChildren();
  document.body.replaceChildren();
  localStorage.clear();
  delete window.Shopbell;
});

test.each([
  ["available", "available now"],
  ["busy", "busy"],
  ["away", "nobody at the counter just now"],
  ["closed", "closed"],
] as const)(
  "the bell of a shop that is %s says so in its name and by a sign of its own",
  async (availability, state) => {
    paste();
    theRelayAnswers(aFace({ availability }));

    await load();

    expect(theBell()?.getAttribute("aria-label")).toBe(`Chat with Lisboa Shoes: ${state}`);
    expect(theBell()?.querySelector(".at")?.classList.contains(availability)).toBe(true);
  },
);

test("the only request is for the site's face, without credentials, and nothing is stored", async () => {
  paste();
  theRelayAnswers(aFace());

  await load();

  expect(vi.mocked(fetch).mock.calls).toEqual([["https://chat.example/v1/sites/lisboa", { credentials: "omit" }]]);
  expect(localStorage).toHaveLength(0);
});

test("a snippet that was pasted twice draws one bell", async () => {
  paste();
  paste();
  theRelayAnswers(aFace());

  await Promise.all([load(), load()]);

  expect(bells()).toHaveLength(1);
});

test("an unknown site gets no bell, and the page hears nothing", async () => {
  paste();
  theRelayAnswers({ code: "site-unknown", status: 404 });

  await load();

  expect(bells()).toHaveLength(0);
  expect(window.Shopbell).toBeUndefined();
});

test("a relay that cannot be reached gets no bell, and the page hears nothing", async () => {
  paste();
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));

  await expect(load()).resolves.toBeUndefined();

  expect(bells()).toHaveLength(0);
});

test("what the page said before the loader was there is done in its order", async () => {
  paste();
  theRelayAnswers(aFace());
  window.Shopbell = Object.assign(() => {}, { q: [["hide"], ["show"], ["hide"]] });

  await load();

  expect(theBell()?.parentElement?.hidden).toBe(true);
});

test("a bell that was rung says at once that it is busy", async () => {
  paste();
  theRelayAnswers(aFace());
  await load();

  theBell()?.click();

  expect(theBell()?.getAttribute("aria-busy")).toBe("true");
});

test("the shop's own launcher takes the bell's place", async () => {
  document.body.innerHTML = "<a href='/contact' id='help'>Help</a>";
  paste({ launcher: "#help" });
  theRelayAnswers(aFace());
  await load();

  document.getElementById("help")?.click();

  expect(theBell()?.hidden).toBe(true);
  expect(theBell()?.getAttribute("aria-busy")).toBe("true");
});

test("whatever the page marks leads to a person, whenever it was put there, and to its own address once the bell is gone", async () => {
  paste();
  theRelayAnswers(aFace());
  await load();
  document.body.insertAdjacentHTML("beforeend", "<a href='#contact' data-shopbell='Is it vegan?'><b>Ask</b></a>");
  const press = () => {
    const click = new MouseEvent("click", { bubbles: true, cancelable: true });
    document.querySelector("a[data-shopbell] b")?.dispatchEvent(click);
    return click.defaultPrevented;
  };

  document.dispatchEvent(new MouseEvent("click"));
  expect(theBell()?.getAttribute("aria-busy")).toBeNull();

  expect(press()).toBe(true);
  expect(theBell()?.getAttribute("aria-busy")).toBe("true");

  window.Shopbell?.("destroy");
  expect(press()).toBe(false);
});

test("the shop's own settings go before the site's look", async () => {
  paste({ position: "start", color: "#146b54", z: "7", offset: "8px 40px" });
  theRelayAnswers(aFace());

  await load();

  const [host] = bells();
  const corner = theBell()?.parentElement;
  expect(corner?.style.justifyItems).toBe("start");
  expect(corner?.style.zIndex).toBe("7");
  expect(corner?.style.padding).toBe("8px 40px");
  expect((host as HTMLElement).style.getPropertyValue("--sb-accent")).toBe("#146b54");
});

test("a destroyed bell leaves the page, and the snippet may be pasted again", async () => {
  paste();
  theRelayAnswers(aFace());
  await load();

  window.Shopbell?.("destroy");
  expect(bells()).toHaveLength(0);

  await load();
  expect(bells()).toHaveLength(1);
});
