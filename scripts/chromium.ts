// Finds Chromium, or installs Debian's where that is allowed.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const INSTALL = "apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium";

/**
 * The browser for tests and pictures: CHROMIUM_PATH, or the usual places. Root on Debian gets it installed.
 *
 * @throws with the command that would help, where none is there and none may be installed
 */
export function chromiumPath(): string {
  const found = [process.env["CHROMIUM_PATH"], ...PLACES].find((path) => path && existsSync(path));
  if (found) return found;
  const mayInstall = process.getuid?.() === 0 && existsSync("/etc/debian_version");
  if (mayInstall) {
    console.error("Chromium is missing. Installing Debian's package...");
    spawnSync("sh", ["-c", INSTALL], { stdio: ["ignore", "ignore", "inherit"] });
    const installed = PLACES.find((path) => existsSync(path));
    if (installed) return installed;
  }
  throw new Error(
    `Chromium is needed for the browser tests. On Debian: sudo sh -c '${INSTALL}'. Elsewhere set CHROMIUM_PATH.`,
  );
}

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Opens that browser. Playwright turns the back/forward cache off; shops have it on. */
export function openBrowser(): Promise<Browser> {
  const ignoreDefaultArgs = ["--disable-back-forward-cache"];
  return chromium.launch({ executablePath: chromiumPath(), args: FLAGS, ignoreDefaultArgs });
}
