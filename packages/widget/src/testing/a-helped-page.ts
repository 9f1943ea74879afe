import type { LineState } from "@shopbell/client";
import type {
  AnswerId,
  FoundAnswers,
  OrderStatus,
  SearchReport,
  ShopHelp,
  ShownAnswer,
} from "@shopbell/protocol/types";
import { act, fireEvent, within } from "@testing-library/preact";
import { vi } from "vitest";
import { openCounter } from "../app/counter.ts";
import { wordsFor } from "../app/words.ts";
import type { Say } from "../contract.ts";
import { aFace, aHandover } from "./a-handover.ts";
import { aLine } from "./fake-line.ts";

let say: Say | undefined;

export function anAnswerId(n = 1): AnswerId {
  return `00000000-0000-4000-8000-${n.toString().padStart(12, "0")}` as AnswerId;
}

export function someHelp(changes: Partial<ShopHelp> = {}): ShopHelp {
  return {
    locale: "en",
    answers: [
      { id: anAnswerId(1), question: "Does the Alfama run small?" },
      { id: anAnswerId(2), question: "Can I exchange a worn pair?" },
    ],
    searches: true,
    orders: true,
    ways: [],
    centre: "https://help.lisboa.example/en/",
    ...changes,
  };
}

export function anAnswer(changes: Partial<ShownAnswer> = {}): ShownAnswer {
  return {
    id: anAnswerId(1),
    question: "Does the Alfama run small?",
    locale: "en",
    blocks: [{ kind: "paragraph", spans: [{ text: "Half a size." }] }],
    link: "/help/lisboa/en/alfama",
    ...changes,
  };
}

export function anOrder(changes: Partial<OrderStatus> = {}): OrderStatus {
  return {
    number: "LS-20871",
    steps: [
      { kind: "placed", at: 1_000, place: null },
      { kind: "shipped", at: 2_000, place: "Madrid" },
    ],
    items: [],
    expectedOn: null,
    carrier: null,
    ...changes,
  };
}

/** What the relay answers, by the end of the address; a number is a status without a body, nothing is a relay that is away. */
interface Answers {
  help: ShopHelp | number;
  answer: ShownAnswer | number;
  found: FoundAnswers;
  order: { order: OrderStatus } | number;
}

/** The relay's HTTP: answers, and keeps what it was told. */
export function aHelpfulRelay(changes: Partial<Answers> = {}) {
  const answers: Answers = {
    help: someHelp(),
    answer: anAnswer(),
    found: { locale: "en", answers: [] },
    order: { order: anOrder() },
    ...changes,
  };
  const asked: string[] = [];
  const told: { path: string; body: unknown }[] = [];
  const ROUTES = [
    [/\/help$/, "help"],
    [/\/answers$/, "found"],
    [/\/answers\/[^/]+$/, "answer"],
    [/\/orders\/find$/, "order"],
  ] as const;

  async function fetch(address: string, { method, body }: RequestInit = {}): Promise<Response> {
    const { pathname, search } = new URL(address);
    const path = pathname.replace("/v1/sites/lisboa", "");
    if (method === "POST") told.push({ path, body: JSON.parse(String(body)) });
    else asked.push(path + search);
    const [, name] = ROUTES.find(([pattern]) => pattern.test(path)) ?? [];
    const answer = name ? answers[name] : 204;
    return typeof answer === "number" ? new Response(null, { status: answer }) : Response.json(answer);
  }

  const bodies = (end: string) => told.filter(({ path }) => path.endsWith(end)).map(({ body }) => body);
  return {
    answers,
    fetch,
    /** What was fetched, in order. */
    asked,
    told: bodies,
    reports: () => bodies("/searches") as SearchReport[],
  };
}

type HelpfulRelay = ReturnType<typeof aHelpfulRelay>;

/** A page on which the visitor has just opened the panel of a shop where they can help themselves. */
export async function aHelpedPage(
  relay: Pick<HelpfulRelay, "fetch">,
  state: Partial<LineState> = {},
  handover = aHandover(aFace({ helps: true })),
) {
  vi.stubGlobal("fetch", relay.fetch);
  const line = aLine(state);
  act(() => {
    say = openCounter(handover, line, wordsFor(["en-GB"], "ltr"));
  });
  act(() => say?.("open"));
  await vi.dynamicImportSettled();
  await settle();
  const root = handover.bell.getRootNode() as ShadowRoot;
  const panel = within(root.querySelector<HTMLElement>(".sb") as HTMLElement);
  const composer = () => panel.getByLabelText<HTMLTextAreaElement>("Your message");
  return {
    ...handover,
    line,
    root,
    reopen: () => act(() => say?.("open")),
    panel,
    composer,
    type: (value: string) => fireEvent.input(composer(), { target: { value } }),
    fill: (label: string, value: string) => fireEvent.input(panel.getByLabelText(label), { target: { value } }),
    press: async (name: string | RegExp) => {
      fireEvent.click(panel.getByRole("button", { name }));
      await settle();
    },
    pressEscape: () => fireEvent.keyDown(root.activeElement ?? composer(), { key: "Escape" }),
  };
}

/** What the relay was asked is answered, and drawn. */
export async function settle(): Promise<void> {
  await act(async () => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  });
}

/** For the end of a test. */
export function leaveShop(): void {
  act(() => say?.("destroy"));
  say = undefined;
  localStorage.clear();
  vi.unstubAllGlobals();
}
