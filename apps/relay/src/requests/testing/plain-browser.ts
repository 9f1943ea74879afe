import type { TestRelay } from "../../testing/index.ts";

/** A page as somebody without JavaScript has it. */
export interface SeenPage {
  readonly status: number;
  /** Where they are after redirections. */
  readonly path: string;
  readonly html: string;
  /** What is to be read on it. */
  readonly text: string;
  readonly headers: Headers;
}

type Fields = Readonly<Record<string, string>>;

/** For tests: a browser that runs no script. It loads pages, and sends their forms with what is hidden in them. */
export class PlainBrowser {
  readonly #relay: TestRelay;
  readonly #headers: Fields;

  constructor(relay: TestRelay, headers: Fields = { "accept-language": "en-GB" }) {
    this.#relay = relay;
    this.#headers = headers;
  }

  visit(path: string): Promise<SeenPage> {
    return this.#load(path, { headers: this.#headers });
  }

  /** Fills in the form that can be sent to where an address ends like this, and sends all of it, as browsers do from a page without a referrer. */
  send(page: SeenPage, action: string, fields: Fields, headers: Fields = {}): Promise<SeenPage> {
    const goesThere = (goal: string) => goal.split(/[?#]/)[0]?.endsWith(action) === true;
    const form = formsOf(page).find(({ goals }) => goals.some(goesThere));
    const goal = form?.goals.find(goesThere);
    if (form === undefined || goal === undefined) throw new Error(`no form goes to ${action}`);
    return this.post(goal, { ...form.fields, ...fields }, headers);
  }

  post(path: string, fields: Fields, headers: Fields = {}): Promise<SeenPage> {
    const own = { ...this.#headers, origin: "null", "sec-fetch-site": "same-origin", ...headers };
    return this.#load(path, { method: "POST", headers: own, body: new URLSearchParams(fields) });
  }

  async #load(path: string, request: RequestInit): Promise<SeenPage> {
    const response = await fetch(new URL(path, this.#relay.url), request);
    const { pathname, search } = new URL(response.url);
    const html = await response.text();
    return { status: response.status, path: pathname + search, html, text: readable(html), headers: response.headers };
  }
}

/** What is in a field of a page. */
export function fieldOf({ html }: SeenPage, name: string): string | undefined {
  const area = new RegExp(`<textarea[^>]* name="${name}"[^>]*>\n([^<]*)</textarea>`).exec(html)?.[1];
  const input = new RegExp(`<input[^>]* name="${name}"[^>]* value="([^"]*)"`).exec(html)?.[1];
  const found = area ?? input;
  return found === undefined ? undefined : decoded(found);
}

function formsOf({ html }: SeenPage) {
  return [...html.matchAll(/<form[^>]* action="([^"]*)">(.*?)<\/form>/gs)].map(([, action = "", inside = ""]) => {
    const buttons = inside.matchAll(/<button[^>]* formaction="([^"]*)"/g);
    const inputs = inside.matchAll(/<input[^>]* name="([^"]*)"[^>]* value="([^"]*)"/g);
    const areas = inside.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>\n([^<]*)</g);
    return {
      /** Where it goes, by itself or with one of its buttons. */
      goals: [action, ...[...buttons].map(([, goal = ""]) => goal)].map(decoded),
      fields: Object.fromEntries([...inputs, ...areas].map(([, name = "", value = ""]) => [name, decoded(value)])),
    };
  });
}

function readable(html: string): string {
  const inside = html.replace(/.*<body>/s, "").replace(/<[^>]*>/g, " ");
  return decoded(inside).replace(/\s+/g, " ").trim();
}

const SIGNS: Fields = { lt: "<", gt: ">", quot: '"', "#39": "'", "#96": "`", amp: "&" };

function decoded(text: string): string {
  return text.replace(/&(\w+|#\d+);/g, (entity, name: string) => SIGNS[name] ?? entity);
}
