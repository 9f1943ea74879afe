/** A text box: what is in it, and what is chosen in it. */
export interface Box {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** What is put into a text box in place of a part of it, and what is chosen afterwards. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly choose: readonly [number, number];
}

export type Mark = "bold" | "italic" | "link" | "heading" | "list" | "numbers";

/** Marks what is chosen, or takes the mark off where it has it already. */
export function marked(box: Box, mark: Mark): Change {
  switch (mark) {
    case "bold":
      return wrapped(box, "**");
    case "italic":
      return wrapped(box, "_");
    case "link":
      return linked(box);
    case "heading":
      return eachLine(box, /^#+ /, () => "## ");
    case "list":
      return eachLine(box, /^- /, () => "- ");
    case "numbers":
      return eachLine(box, /^\d+\. /, (index) => `${index + 1}. `);
  }
}

function wrapped({ text, from, to }: Box, sign: string): Change {
  const chosen = text.slice(from, to);
  const [before, after] = [from - sign.length, to + sign.length];
  if (text.slice(Math.max(0, before), from) === sign && text.slice(to, after) === sign) {
    return { from: before, to: after, text: chosen, choose: [before, before + chosen.length] };
  }
  const begin = from + sign.length;
  return { from, to, text: `${sign}${chosen}${sign}`, choose: [begin, begin + chosen.length] };
}

/** The address is chosen next, where there is a text for it; else the text is. */
function linked({ text, from, to }: Box): Change {
  const chosen = text.slice(from, to);
  const address = "https://";
  const begin = chosen === "" ? from + 1 : from + chosen.length + 3;
  return { from, to, text: `[${chosen}](${address})`, choose: [begin, chosen === "" ? begin : begin + address.length] };
}

/** Begins each line that is chosen in part with a sign; where all have it, takes it off. */
function eachLine({ text, from, to }: Box, sign: RegExp, begin: (index: number) => string): Change {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const next = text.indexOf("\n", to);
  const end = next === -1 ? text.length : next;
  const lines = text.slice(start, end).split("\n");
  const takesOff = lines.every((line) => sign.test(line));
  const changed = lines.map((line, index) => (takesOff ? "" : begin(index)) + line.replace(sign, "")).join("\n");
  return { from: start, to: end, text: changed, choose: [start + changed.length, start + changed.length] };
}

/** The mark behind a key, with Ctrl or Cmd. */
export function markOf({
  key,
  ctrlKey,
  metaKey,
  altKey,
}: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">) {
  if (!(ctrlKey || metaKey) || altKey) return null;
  return KEYS[key.toLowerCase()] ?? null;
}

const KEYS: Readonly<Record<string, Mark | undefined>> = { b: "bold", i: "italic", k: "link" };
