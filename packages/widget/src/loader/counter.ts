import type { SiteFace } from "@shopbell/protocol/types";
import type { Mount, Say } from "../contract.ts";
import { drawBell, nameBell } from "./bell.ts";
import { makeCorner } from "./corner.ts";

/** The element that holds everything of ours. */
export const HOST = "shopbell-widget";

/**
 * Puts the bell into the page and has the app fetched when somebody comes near it.
 *
 * @param settings the `data-` attributes of the script element
 * @returns carries out a command of the page; what only the app can carry out waits until it is there
 */
export function openCounter(relay: string, face: SiteFace, settings: DOMStringMap): Say {
  const host = document.createElement(HOST);
  const corner = makeCorner(host, face.look, settings);
  const bell = drawBell(corner, face);
  const { launcher, locale } = settings;
  const ring = (launcher && document.querySelector(launcher)) || bell;
  const waiting: unknown[][] = [];
  let app: Say | undefined;
  let loading = false;
  let failures = 0;

  // A dynamic import carries the nonce of the script that says it: the app loads under a policy of nonces alone, and
  // needs no Trusted Type. Browsers may remember a module that failed, so that another attempt needs another address.
  function load(): void {
    if (loading || !host.isConnected) return;
    loading = true;
    import(/* @vite-ignore */ relay + APP_PATH + (failures ? `?${failures}` : ""))
      .then(({ mount }: { mount: Mount }) => {
        app = mount({ face, relay, locale, host, corner, bell });
        for (const call of waiting) app(...call);
      })
      .catch(() => {
        loading = false;
        failures++;
        nameBell(bell, face, "failed");
      })
      .then(() => bell.removeAttribute("aria-busy"));
  }

  function say(...call: unknown[]): void {
    const [command] = call;
    if (app) app(...call);
    else if (command === "show" || command === "hide") corner.hidden = command === "hide";
    else if (command === "destroy") host.remove();
    else if (command === "open" || command === "toggle") {
      waiting.push(["open"]);
      bell.setAttribute("aria-busy", "true");
      load();
    } else waiting.push(call);
  }

  document.body.append(host);
  bell.hidden = ring !== bell;
  ring.addEventListener("pointerover", load);
  ring.addEventListener("focus", load);
  ring.addEventListener("click", (event) => {
    event.preventDefault(); // the shop's own element may be a link to its contact page, for when we are not there
    say("toggle");
  });
  try {
    // Only the app writes this, from the first message on. Safari has no requestIdleCallback.
    if (localStorage[`shopbell:${face.key}:open`]) (window.requestIdleCallback || setTimeout)(load);
  } catch {
    // SecurityError: the visitor allows no storage, so there is no earlier chat
  }
  return say;
}
