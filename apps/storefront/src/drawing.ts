import { html, type Markup, raw } from "./markup.ts";

export type Shape = "sneaker" | "loafer" | "boot";
export type Colour = "chalk" | "sand" | "slate" | "chestnut" | "ink" | "moss";

/**
 * Draws a shoe. Its colours are classes and not style attributes, so that the page of a shop with a strict
 * content security policy can show it too.
 */
export function drawing(shape: Shape, colour: Colour, label: string): Markup {
  const { viewBox, paths } = SHAPES[shape];
  return html`<svg class="shoe ${colour}" viewBox="${viewBox}" role="img" aria-label="${label}">${raw(paths)}</svg>`;
}

/** The same as a file of its own, which takes its colours along. @param css what `style/drawing.css` says */
export function drawingFile(shape: Shape, colour: Colour, css: string): string {
  const { viewBox, paths } = SHAPES[shape];
  const { markup } = html`<svg xmlns="http://www.w3.org/2000/svg" class="shoe ${colour}" viewBox="${viewBox}">
<style>${css}</style>
${raw(paths)}
</svg>
`;
  return markup;
}

const SHAPES: Record<Shape, { viewBox: string; paths: string }> = {
  sneaker: {
    viewBox: "0 0 200 110",
    paths: `<path d="M20 84c-4-12-3-26 1-42 1-4 5-5 8-3 8 6 20 6 27-1 3-3 7-4 10-1 16 15 34 25 58 29 26 4 45 5 52 14 3 4 3 8 2 11z" class="upper" stroke-width="1.6"/>
<path d="M22 43c-2 12-3 24-1 33 8 1 18 0 25-3 0-12-4-23-10-30-5 1-10 0-14 0z" class="patch" stroke-width="1.3"/>
<path d="M128 67c9 2 10 12 7 18h42c2-4 1-9-3-12-9-5-27-5-46-6z" class="patch" stroke-width="1.3"/>
<path d="M66 37c-6 9-10 17-11 29l72 15c4-5 4-10 1-14" class="seam" stroke-width="1.3"/>
<path d="M70 48l-9 8M80 54l-10 9M91 60l-10 8M102 64l-9 8" class="lace" stroke-width="4" stroke-linecap="round"/>
<path d="M70 48l-9 8M80 54l-10 9M91 60l-10 8M102 64l-9 8" class="seam" stroke-width=".9" stroke-linecap="round" opacity=".55"/>
<path d="M15 84h166c3 0 5 2 4 6-1 5-4 8-9 8H22c-6 0-9-6-7-14z" class="sole" stroke-width="1.6"/>
<path d="M17 91h166" class="seam" stroke-width=".9" opacity=".5"/>`,
  },
  loafer: {
    viewBox: "0 0 200 110",
    paths: `<path d="M20 86c-2-12-2-24 2-36 1-4 6-6 9-3 12 10 34 12 52 8 5-1 9 0 13 3 12 9 30 11 48 12 24 1 40 6 38 16z" class="upper" stroke-width="1.6"/>
<path d="M84 54c-2 10 0 18 8 24 22 2 38-2 46-9-16-1-31-4-42-12-4-3-8-4-12-3z" class="patch" stroke-width="1.3"/>
<path d="M78 60c10 10 26 16 48 17l2-8c-16-1-30-6-40-15z" class="strap" stroke-width="1.2"/>
<path d="M16 86h166c2 0 3 1 3 3v5H62v4H18c-3 0-4-8-2-12z" class="sole" stroke-width="1.6"/>`,
  },
  boot: {
    viewBox: "0 0 200 130",
    paths: `<path d="M34 106c-3-30-3-62 0-92 14 4 34 4 50 0 1 14 3 28 10 38 8 11 26 14 44 18 22 5 36 12 36 36z" class="upper" stroke-width="1.7"/>
<path d="M56 38c-2 10-3 22 0 34h22c4-10 5-22 4-34-8 3-18 3-26 0z" class="patch" stroke-width="1.3"/>
<path d="M132 68c8 8 10 22 6 38" class="seam" stroke-width="1.3"/>
<path d="M32 106h146v8c0 3-2 4-4 4H72v-4H60v4H36c-4 0-5-7-4-12z" class="sole" stroke-width="1.7"/>`,
  },
};
