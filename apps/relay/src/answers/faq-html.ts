import { type Handler, Parser } from "htmlparser2";

/** No page has elements within so many others; the parser's time grows with the square of it. */
const MAX_DEPTH = 500;

type Reader = Partial<Pick<Handler, "onopentag" | "ontext" | "onclosetag">>;

/** Reads HTML to its end, or to where it is nested more deeply than any page is. Every element that is opened is also closed. */
export function readHtml(html: string, { onopentag, ontext, onclosetag }: Reader): void {
  const open: string[] = [];
  const parser = new Parser({
    ...(ontext && { ontext }),
    onopentag: (name, attributes, isImplied) => {
      open.push(name);
      onopentag?.(name, attributes, isImplied);
      if (open.length > MAX_DEPTH) parser.pause();
    },
    onclosetag: (name, isImplied) => {
      open.pop();
      onclosetag?.(name, isImplied);
    },
  });
  parser.end(html);
  for (const name of open.toReversed()) onclosetag?.(name, true);
}
