const OURS = "#1d4f9f";

/** A shop's colour as every mail program reads it; ours where it is none. */
export function opaque(color: string): string {
  return /^#[0-9a-f]{6}$/i.test(color) ? color : OURS;
}

/** Black or white, whichever reads better on a colour: at a luminance of 0.179 both reach 4.58:1 (WCAG 2.2, 1.4.3). */
export function onColor(color: string): string {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(color.slice(at, at + 2), 16) / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b < 0.179 ? "#ffffff" : "#000000";
}

function linear(channel: number): number {
  return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
