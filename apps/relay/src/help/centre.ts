import type { ShownWay, SiteState } from "@shopbell/protocol";
import type { SiteShelf } from "../answers/answer.ts";
import type { Site } from "../sites/site.ts";
import type { HelpTongue } from "./help-tongue.ts";

/** What every page of a help centre is made of, whatever it shows. */
export interface Centre {
  readonly site: Site;
  readonly shelf: SiteShelf;
  /** The language of the address: one that the shop writes its answers in. */
  readonly locale: string;
  readonly speech: HelpTongue;
  readonly state: SiteState;
  readonly ways: readonly ShownWay[];
  /** Where the shop itself is, if that is known. */
  readonly shopUrl: string | null;
  /** Where browsers reach the relay. */
  readonly publicUrl: string;
  readonly now: number;
}
