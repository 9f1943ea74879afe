/** Strokes on a 20 px grid, as the design draws them. */
const PATHS = {
  close: "M5 5l10 10M15 5L5 15",
  right: "M8 5l5 5-5 5",
  down: "M5 8l5 5 5-5",
  back: "M12 5l-5 5 5 5",
  send: "M10 16.25V4M4.75 9L10 3.75 15.25 9",
  check: "M4 10.5l4 4 8-9",
  checks: "M1.75 10.5l3.75 4 7-9M9 13.25l1.25 1.25 7.5-9",
  clock: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4.25l2.75 1.75",
  warn: "M10 3.25L17.5 16.5h-15zM10 8v4M10 14.25v.1",
  more: "M4.25 10h.5M9.75 10h.5M15.25 10h.5",
  lock: "M4.75 9h10.5v7.5H4.75zM7 9V6.5a3 3 0 0 1 6 0V9",
  offline:
    "M3 3l14 14M2.75 8.25A11 11 0 0 1 6 6.1M9 5a11 11 0 0 1 8.25 3.25M5.5 11.5A7 7 0 0 1 8.6 9.7M12.4 10.1a7 7 0 0 1 2.1 1.4M10 15.25v.1",
} as const;

export type IconName = keyof typeof PATHS;

/** @param look `s` small; `flip` where the arrow means a direction of reading */
export function Icon({ name, look = "" }: { name: IconName; look?: string }) {
  return (
    <svg class={`icon ${look}`} viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** A square button with an icon and no words on it. */
export function IconButton(props: {
  icon: IconName;
  label: string;
  look?: string;
  onClick(): void;
  expanded?: boolean;
}) {
  return (
    <button
      type="button"
      class="square"
      aria-label={props.label}
      aria-expanded={props.expanded}
      onClick={props.onClick}
    >
      <Icon name={props.icon} look={props.look ?? ""} />
    </button>
  );
}
