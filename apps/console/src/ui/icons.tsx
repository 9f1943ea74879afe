import styles from "./icons.module.css";

/** The drawings' own symbols: strokes on a 20 px grid, round ends. */
const PATHS = {
  back: "M12 5l-5 5 5 5",
  bell: "M3.5 13.25a6.5 6.5 0 0 1 13 0zM2.25 16.25h15.5M10 6.5V4M8.25 3.75h3.5",
  book: "M10 5.25C8.25 3.9 5.75 3.6 3 3.9v11.2c2.75-.3 5.25 0 7 1.35 1.75-1.35 4.25-1.65 7-1.35V3.9c-2.75-.3-5.25 0-7 1.35zM10 5.25v11.2",
  bold: "M6 3.75h4.5a3 3 0 0 1 0 6H6zM6 9.75h5.25a3.25 3.25 0 0 1 0 6.5H6z",
  callback:
    "M4.5 3.25h2.75l1.25 3.5-1.75 1.5a9 9 0 0 0 5 5l1.5-1.75 3.5 1.25v2.75a1.25 1.25 0 0 1-1.4 1.25C8.9 16.1 3.9 11.1 3.25 4.65A1.25 1.25 0 0 1 4.5 3.25z",
  card: "M2.75 5h14.5v10.5H2.75zM2.75 8.5h14.5M5.5 12.5h3",
  chat: "M3.25 4.25h13.5v9.5H9.5L6 16.75v-3H3.25z",
  check: "M4 10.5l4 4 8-9",
  checks: "M1.75 10.5l3.75 4 7-9M9 13.25l1.25 1.25 7.5-9",
  clip: "M15.5 9.25l-5.9 5.9a3.6 3.6 0 0 1-5.1-5.1l6.4-6.4a2.4 2.4 0 0 1 3.4 3.4l-6.3 6.3a1.2 1.2 0 0 1-1.7-1.7l5.5-5.5",
  clock: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4.25l2.75 1.75",
  close: "M5 5l10 10M15 5L5 15",
  copy: "M7 7h9.25v9.25H7zM13 7V3.75H3.75V13H7",
  done: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM6.75 10.25l2.25 2.25 4.25-4.75",
  down: "M5 8l5 5 5-5",
  email: "M2.75 4.75h14.5v10.5H2.75zM3 5l7 6 7-6",
  form: "M4 3.5h12v8.5L11.5 16.5H4zM16 12h-4.5v4.5M7 7.25h6M7 10.25h3.5",
  gear: "M10 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM10 2.75v2M10 15.25v2M17.25 10h-2M4.75 10h-2M15.1 4.9l-1.4 1.4M6.3 13.7l-1.4 1.4M15.1 15.1l-1.4-1.4M6.3 6.3L4.9 4.9",
  heading: "M5 4v12M15 4v12M5 10h10",
  inbox: "M3 11.5L5 4h10l2 7.5v4.75H3zM3 11.5h4l1 2h4l1-2h4",
  italic: "M8.5 4h6M5.5 16h6M12 4L8 16",
  leave: "M11.5 3.75H4.25v12.5h7.25M8.5 10h8.25M13.5 6.75L16.75 10l-3.25 3.25",
  link: "M8.25 11.75l3.5-3.5M9 6l1.75-1.75a3.2 3.2 0 0 1 4.5 4.5L13.5 10.5M11 14l-1.75 1.75a3.2 3.2 0 0 1-4.5-4.5L6.5 9.5",
  list: "M8 5.5h8.5M8 10h8.5M8 14.5h8.5M4 5.5h.1M4 10h.1M4 14.5h.1",
  more: "M4.25 10h.5M9.75 10h.5M15.25 10h.5",
  numbers: "M8.5 5.5h8M8.5 10h8M8.5 14.5h8M3.5 4.5L4.75 4v4M3.25 12.5c.5-1 2.25-.75 2.25.4 0 1-2.25 1.6-2.25 3.1h2.5",
  offline:
    "M3 3l14 14M2.75 8.25A11 11 0 0 1 6 6.1M9 5a11 11 0 0 1 8.25 3.25M5.5 11.5A7 7 0 0 1 8.6 9.7M12.4 10.1a7 7 0 0 1 2.1 1.4M10 15.25v.1",
  plus: "M10 4v12M4 10h12",
  question: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM8 8.25a2 2 0 1 1 3 1.75c-.75.4-1 .75-1 1.5M10 13.75v.1",
  release: "M7 5L3.5 8.5 7 12M3.5 8.5h8a4 4 0 0 1 0 8H7",
  reopen: "M15.75 8.5A6 6 0 1 0 16 11M16 4.5v4h-4",
  ruler: "M2.5 7h15v6h-15zM5.5 7v2.5M8.5 7v3.5M11.5 7v2.5M14.5 7v3.5",
  search: "M8.75 14a5.25 5.25 0 1 0 0-10.5 5.25 5.25 0 0 0 0 10.5zM12.6 12.6l4.15 4.15",
  shop: "M3.25 8.25L4.5 3.75h11l1.25 4.5M3.25 8.25a2.25 2.25 0 0 0 4.5 0 2.25 2.25 0 0 0 4.5 0 2.25 2.25 0 0 0 4.5 0M4.5 10.5v6h11v-6M8 16.5v-3.25h4v3.25",
  snooze: "M15.75 12.5A6.5 6.5 0 0 1 7.5 4.25a6.5 6.5 0 1 0 8.25 8.25z",
  star: "M10 3.25l2 4.4 4.75.5-3.5 3.2 1 4.75L10 13.75 5.75 16.1l1-4.75-3.5-3.2 4.75-.5z",
  truck:
    "M2.25 5h9.5v8.5h-4M2.25 5v8.5h.9M11.75 8h3.4l2.6 2.75v2.75h-.9M5.25 15.25a1.75 1.75 0 1 0 0-3.5 1.75 1.75 0 0 0 0 3.5zM14.75 15.25a1.75 1.75 0 1 0 0-3.5 1.75 1.75 0 0 0 0 3.5zM7 13.5h6",
  up: "M5 12l5-5 5 5",
  user: "M10 9.75a3.25 3.25 0 1 0 0-6.5 3.25 3.25 0 0 0 0 6.5zM3.75 16.75c.25-3 2.75-4.75 6.25-4.75s6 1.75 6.25 4.75",
  warn: "M10 3.25L17.5 16.5h-15zM10 8v4M10 14.25v.1",
} as const;

export type IconName = keyof typeof PATHS;

/** Arrows that mean a direction in the text turn around with it. */
const DIRECTED: ReadonlySet<IconName> = new Set(["back", "leave", "release"]);

interface IconProps {
  name: IconName;
  size?: "s" | "m";
}

/** A sign beside words, or in a control that has a name: it says nothing by itself. */
export function Icon({ name, size = "m" }: IconProps) {
  return (
    <svg className={styles.icon} data-size={size} data-flip={DIRECTED.has(name)} viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
