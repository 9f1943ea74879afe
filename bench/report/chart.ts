/** One bar of the chart: a figure beside bare ws, which is 1. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly ours: boolean;
  /** Where we want to be. */
  readonly target?: number;
}

const WIDTH = 760;
const NAMES = 270;
const FIGURES = 60;
const SCALE = WIDTH - NAMES - FIGURES;
const TOP = 48;
const ROW = 32;
const BAR = 18;

// The picture stands in pages that are light or dark; it cannot see which, but the reader's system says what they like.
const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #1f2328 }
  .title { font-weight: 600; font-size: 15px }
  .figure { font-variant-numeric: tabular-nums }
  .peer { fill: #8c959f }
  .ours { fill: #b35900 }
  .target { stroke: #1f2328; stroke-width: 2 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .peer { fill: #6e7681 }
    .ours { fill: #f0883e }
    .target { stroke: #e6edf3 }
  }`;

/** A bar chart as SVG, with a dash where each target is. */
export function barChart(title: string, bars: readonly Bar[]): string {
  const longest = Math.max(1, ...bars.map(({ value, target = 0 }) => Math.max(value, target)));
  const x = (value: number) => NAMES + (value / longest) * SCALE;
  const height = TOP + bars.length * ROW + 8;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(title)}">
<style>${STYLE}
</style>
<text class="title" x="0" y="20">${escaped(title)}</text>
${bars.map((bar, index) => row(bar, TOP + index * ROW, x)).join("\n")}
</svg>
`;
}

function row({ name, value, ours, target }: Bar, top: number, x: (value: number) => number): string {
  const middle = top + BAR / 2;
  const parts = [
    `<text x="${NAMES - 10}" y="${middle + 5}" text-anchor="end">${escaped(name)}</text>`,
    `<rect class="${ours ? "ours" : "peer"}" x="${NAMES}" y="${top}" width="${(x(value) - NAMES).toFixed(1)}" height="${BAR}" rx="2"/>`,
    `<text class="figure" x="${(x(Math.max(value, target ?? 0)) + 8).toFixed(1)}" y="${middle + 5}">${value.toFixed(2)}</text>`,
  ];
  if (target !== undefined) {
    const at = x(target).toFixed(1);
    parts.push(
      `<line class="target" x1="${at}" y1="${top - 4}" x2="${at}" y2="${top + BAR + 4}"><title>target</title></line>`,
    );
  }
  return parts.join("");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
