import type { Header } from "postal-mime";
import type { Origin } from "./letter.ts";

/**
 * What the server that received a mail for us found out about who sent it (RFC 8601).
 *
 * Anybody can write such a header. A server removes those that bear its own name and puts its own on top: so only the one
 * with a name that the owner told us proves anything. Without a name the topmost one is taken, and believed only where it
 * speaks against the mail.
 *
 * @param serverName its authserv-id; null where the owner has told none
 */
export function originOf(headers: readonly Header[], from: string, serverName: string | null): Origin {
  const all = headers.filter(({ key }) => key === "authentication-results").map(({ value }) => readResults(value));
  const results = serverName === null ? all[0] : all.find(({ server }) => server === serverName.toLowerCase());
  if (results === undefined) return "unknown";
  const origin = judge(results, from.slice(from.lastIndexOf("@") + 1));
  return origin === "proved" && serverName === null ? "unknown" : origin;
}

interface Results {
  readonly server: string;
  /** Each `method=result` with the properties behind it. */
  readonly methods: readonly string[];
}

function readResults(value: string): Results {
  const [head = "", ...methods] = plain(value).toLowerCase().split(";");
  return { server: head.trim().split(/\s/, 1)[0] ?? "", methods: methods.map((method) => method.trim()) };
}

/** DMARC is about the address that people see. SPF is not, and can only speak against it. */
function judge({ methods }: Results, domain: string): Origin {
  const dmarc = methods.find((method) => method.startsWith("dmarc="));
  const verdict = dmarc && resultOf(dmarc);
  if (dmarc && verdict === "pass") return isAbout(dmarc, domain) ? "proved" : "doubtful";
  if (verdict !== undefined && verdict !== "none") return "doubtful";
  const spf = methods.map((method) => (method.startsWith("spf=") ? resultOf(method) : undefined)).find(Boolean);
  return spf === undefined || ["pass", "none", "neutral"].includes(spf) ? "unknown" : "doubtful";
}

function resultOf(method: string): string {
  return /=\s*([a-z]+)/.exec(method)?.[1] ?? "";
}

function isAbout(dmarc: string, domain: string): boolean {
  const about = /\sheader\.from=\s*(\S*)/.exec(dmarc)?.[1];
  return about === undefined || about === domain;
}

/** What begins within a stretch of text, and what ends it (RFC 5322, 3.2). Outside of all others nothing does. */
const STRETCHES = { outside: { begins: '("', end: "" }, "(": { begins: "(", end: ")" }, '"': { begins: "", end: '"' } };
type Stretch = keyof typeof STRETCHES;

/** Without what may hold anything: comments, in which others may be, and what is in quotation marks. */
function plain(value: string): string {
  const within: Stretch[] = [];
  let text = "";
  for (let at = 0; at < value.length; at += 1) {
    const character = value.charAt(at);
    const stretch = within.at(-1) ?? "outside";
    const { begins, end } = STRETCHES[stretch];
    if (stretch !== "outside" && character === "\\") at += 1;
    else if (character === end) within.pop();
    else if (begins.includes(character)) within.push(character as Stretch);
    else if (stretch === "outside") text += character;
  }
  return text;
}
