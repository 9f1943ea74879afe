import type { Block } from "@shopbell/protocol";

/** What blocks say, without their marks: a line for each. */
export function plainText(blocks: readonly Block[]): string {
  return blocks.map(textOf).join("\n");
}

/** The beginning of it on one line, cut between words. @param length in UTF-16 code units, with the dots that tell of the cut. */
export function excerptOf(blocks: readonly Block[], length: number): string {
  const text = plainText(blocks).replace(/\s+/g, " ").trim();
  if (text.length <= length) return text;
  const beginning = text.slice(0, length - 1);
  const lastSpace = beginning.lastIndexOf(" ");
  const words = lastSpace > length / 2 ? beginning.slice(0, lastSpace) : beginning;
  return `${words.replace(/[\uD800-\uDBFF]$/, "").trimEnd()}…`;
}

/** Is there nothing that anybody could read? */
export function saysNothing(blocks: readonly Block[]): boolean {
  return plainText(blocks).trim() === "";
}

function textOf(block: Block): string {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return block.spans.map(({ text }) => text).join("");
    case "list":
      return block.items.map(plainText).join("\n");
    case "quote":
      return plainText(block.blocks);
    case "code":
      return block.text;
  }
}
