const made: unique symbol = Symbol("made by html``");

/** A piece of HTML that is safe to send: only `html` makes one. */
export interface Html {
  readonly [made]: string;
}

/** What may stand in a piece of HTML. Text is escaped; null, undefined and false are nothing. */
export type Inset = Html | readonly Inset[] | string | number | null | undefined | false;

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
};

/**
 * Puts values into a piece of HTML as text, so that whatever people typed stays text. Between tags and in quoted attributes only: nothing makes a value
 * safe in a tag's name, in a script or in an attribute without quotes.
 */
export function html(pieces: TemplateStringsArray, ...insets: readonly Inset[]): Html {
  return { [made]: pieces.reduce((text, piece, index) => text + written(insets[index - 1]) + piece) };
}

/**
 * A block of JSON-LD for search engines, which no browser runs. Text in a script ends at the first `</script`, whatever quotes it stands in: no `<` is
 * left in it.
 */
export function linkedData(value: object): Html {
  const json = JSON.stringify(value).replaceAll("<", "\\u003c");
  return { [made]: `<script type="application/ld+json">${json}</script>` };
}

/** The HTML as it is sent. */
export function toText(page: Html): string {
  return page[made];
}

function written(inset: Inset): string {
  if (inset === null || inset === undefined || inset === false) return "";
  if (typeof inset === "string") return inset.replace(/[&<>"'`]/g, (sign) => ESCAPES[sign] ?? "");
  if (typeof inset === "number") return String(inset);
  return made in inset ? inset[made] : inset.map(written).join("");
}
