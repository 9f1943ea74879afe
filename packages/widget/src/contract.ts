// What the loader and the app say to each other. Types only: the two are built apart and meet in the visitor's page.
import type { SiteFace } from "@shopbell/protocol/types";

/** A command with its arguments, as a page says it: `Shopbell("on", "unread", callback)`. */
export type Call = Iterable<unknown>;
export type Say = (...call: unknown[]) => void;

/** What the loader hands to the app. */
export interface Handover {
  readonly face: SiteFace;
  /** Origin of the relay. */
  readonly relay: string;
  /** The locale that the page asks for with data-locale. */
  readonly locale: string | undefined;
  /** In the corner that bell and panel share, in the open shadow root that holds everything of ours. */
  readonly bell: HTMLButtonElement;
}

/** The app's one export. What it gives back carries out every command from now on. */
export type Mount = (handover: Handover) => Say;
