// Strokes on a 20 px grid, as the design draws them.
export const CLOSE = "M5 5l10 10M15 5L5 15";
export const DOWN = "M5 8l5 5 5-5";
export const BACK = "M12 5l-5 5 5 5";
export const SEND = "M10 16.25V4M4.75 9L10 3.75 15.25 9";
export const CHECK = "M4 10.5l4 4 8-9";
export const CHECKS = "M1.75 10.5l3.75 4 7-9M9 13.25l1.25 1.25 7.5-9";
export const CLOCK = "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4.25l2.75 1.75";
export const WARN = "M10 3.25L17.5 16.5h-15zM10 8v4M10 14.25v.1";
export const MORE = "M4.25 10h.5M9.75 10h.5M15.25 10h.5";
export const COPY = "M7 7h9.25v9.25H7zM13 7V3.75H3.75V13H7";
export const OFFLINE =
  "M3 3l14 14M2.75 8.25A11 11 0 0 1 6 6.1M9 5a11 11 0 0 1 8.25 3.25M5.5 11.5A7 7 0 0 1 8.6 9.7M12.4 10.1a7 7 0 0 1 2.1 1.4M10 15.25v.1";

/** @param look `s` small; `flip` where the arrow means a direction of reading */
export function icon(path: string, look = "") {
  return (
    <svg class={`icon ${look}`} viewBox="0 0 20 20" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

/** A square button with an icon and no words on it. */
export function iconButton(path: string, label: string, onClick: () => void, look = "", expanded?: boolean) {
  return (
    <button type="button" class="square" aria-label={label} aria-expanded={expanded} onClick={onClick}>
      {icon(path, look)}
    </button>
  );
}
