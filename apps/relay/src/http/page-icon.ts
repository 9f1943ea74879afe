import { OUR_COLOR } from "./page-style.ts";

export const ICON_PATH = "/page-icon.svg";

/** The path of the icon in a shop's colour; null is ours. */
export function iconPath(color: string | null): string {
  return `${ICON_PATH}?accent=${(color ?? OUR_COLOR).slice(1)}`;
}

/** The bell in a shop's colour, as browsers show it beside a page's title. @param color #rrggbb */
export function pageIcon(color: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><rect width="20" height="20" rx="4.4" fill="${color}"/>
<path d="M5.6 12a4.4 4.4 0 0 1 8.8 0zM4.8 14h10.4M10 7.6V6M8.8 5.8h2.4" fill="none" stroke="#fff" stroke-width="1.1" stroke-linecap="round" stroke-linejoin="round"/></svg>
`;
}
