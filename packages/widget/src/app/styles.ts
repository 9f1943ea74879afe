import tokens from "../tokens.css?inline";
import base from "./base.css?inline";
import bell from "./bell.css?inline";
import bubbles from "./bubbles.css?inline";
import composer from "./composer.css?inline";
import header from "./header.css?inline";
import home from "./home.css?inline";
import log from "./log.css?inline";
import panel from "./panel.css?inline";

/** Adds the app's rules to the loader's. */
export function adoptStyles(host: HTMLElement): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([tokens, base, bell, panel, header, home, composer, log, bubbles].join(""));
  const root = host.shadowRoot;
  if (root) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
