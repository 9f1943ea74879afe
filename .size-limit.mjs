import { readFileSync } from "node:fs";

const CONSOLE = "apps/console/dist";

/** The scripts that the console's page names: the first one, and those that it cannot begin without. */
function firstScripts() {
  const page = readFileSync(`${CONSOLE}/index.html`, "utf8");
  return [...page.matchAll(/assets\/[\w-]+\.js/g)].map(([path]) => `${CONSOLE}/${path}`);
}

export default [
  {
    name: "bell on the page (loader)",
    path: "packages/widget/dist/widget.js",
    limit: "1.9 kB",
    brotli: true,
  },
  {
    name: "first message sent and answered (loader, app, client, styles, strings)",
    path: ["packages/widget/dist/widget.js", "packages/widget/dist/widget/app-*.js"],
    limit: "21.3 kB",
    brotli: true,
  },
  {
    name: "every feature opened once",
    path: ["packages/widget/dist/widget.js", "packages/widget/dist/widget/*.js"],
    limit: "36.3 kB",
    brotli: true,
  },
  {
    name: "console, first load",
    path: firstScripts(),
    limit: "170 kB",
    brotli: true,
  },
];
