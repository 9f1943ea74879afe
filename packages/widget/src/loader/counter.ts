import type { SiteFace } from "@shopbell/protocol/types";
import type { Mount, Say } from "../contract.ts";
import { failed } from "../locales/en/bell.ts";
import { drawBell, nameBell } from "./bell.ts";

/** The element that holds everything of ours. */
export const HOST = "shopbell-widget";

/**
 * Puts the bell into the page and has the app fetched when somebody comes near it. From then on `window.Shopbell` carries
 * out what the page says; what only the app can carry out waits until it is there.
 *
 * @param settings the `data-` attributes of the script element
 * @throws SecurityError where the visitor allows no storage: then there is no earlier chat, and all is done
 */
export function openCounter(relay: string, face: SiteFace, settings: DOMStringMap): void {
  const host = document.createElement(HOST);
  const bell = drawBell(host, face, settings);
  const corner = bell.parentElement as HTMLElement;
  const { launcher, locale } = settings;
  const ring = (launcher && document.querySelector(launcher)) || bell;
  const early = window.Shopbell?.q ?? [];
  const waiting: unknown[][] = [];
  let app: Say | undefined;
  let loading = false;
  let again = "";

  // A dynamic import carries the nonce of the script that says it: the app loads under a policy of nonces alone, and
  // needs no Trusted Type. Browsers may remember a module that failed, so that another attempt needs another address.
  function load(): void {
    if (loading || !host.isConnected) return;
    loading = true;
    import(/* @vite-ignore */ relay + APP_PATH + again)
      .then(({ mount }: { mount: Mount }) => {
        if (!host.isConnected) return; // destroyed while it was on its way
        app = mount({ face, relay, locale, bell });
        for (const call of waiting) app(...call);
      })
      .catch(() => {
        loading = false;
        again += "?";
        nameBell(bell, face, failed);
      })
      .then(() => bell.removeAttribute("aria-busy"));
  }

  function say(...call: unknown[]): void {
    const [command] = call;
    if (command === "show" || command === "hide") corner.hidden = command === "hide";
    else if (app) app(...call);
    else if (command === "destroy") host.remove();
    else if (command === "open" || command === "toggle") {
      waiting.push(["open", call[1]]);
      bell.setAttribute("aria-busy", "true");
      load();
    } else waiting.push(call);
  }

  document.body.append(host);
  bell.hidden = ring !== bell;
  ring.addEventListener("pointerover", load);
  ring.addEventListener("focus", load);
  ring.addEventListener("click", (event) => {
    if (!host.isConnected) return;
    event.preventDefault(); // the shop's own element may be a link to its contact page, for when we are not there
    say("toggle");
  });
  // Any element of the page may lead to a person, whenever it comes to be there. What is clicked by a script may be no element.
  document.addEventListener("click", (event) => {
    const way = (event.target as Element).closest?.<HTMLElement>("[data-shopbell]");
    if (!way || !host.isConnected) return;
    event.preventDefault();
    say("open", way.dataset["shopbell"]);
  });
  window.Shopbell = say;
  for (const call of early) say(...call);
  // Only the app writes this, from the first message on. Safari has no requestIdleCallback.
  if (localStorage[`shopbell:${face.key}:open`]) (window.requestIdleCallback || setTimeout)(load);
}
