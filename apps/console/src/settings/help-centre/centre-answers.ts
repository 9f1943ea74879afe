import type { HelpCentre } from "@shopbell/protocol/types";
import { originOf } from "../../ui/faults.ts";
import { say } from "../words.ts";

/** What was typed about the help centre. */
export interface CentreAnswers extends Omit<HelpCentre, "url" | "shopUrl"> {
  url: string;
  shopUrl: string;
}

export type CentreFaults = Record<"url" | "shopUrl", string | null>;

export function answersOf(centre: HelpCentre): CentreAnswers {
  return { ...centre, url: centre.url ?? "", shopUrl: centre.shopUrl ?? "" };
}

export function centreOf(answers: CentreAnswers): HelpCentre {
  return { ...answers, url: ownAddress(answers.url), shopUrl: shopAddress(answers.shopUrl) };
}

export function faultsOf({ url, shopUrl }: CentreAnswers): CentreFaults {
  return {
    url: url.trim() !== "" && ownAddress(url) === null ? say("centre.urlFault") : null,
    shopUrl: shopUrl.trim() !== "" && shopAddress(shopUrl) === null ? say("centre.shopFault") : null,
  };
}

/** The help centre has an address to itself: a path of another site cannot lead here. */
function ownAddress(typed: string): string | null {
  const address = webAddress(typed);
  return address?.pathname === "/" && address.search === "" && address.hash === "" ? address.origin : null;
}

function shopAddress(typed: string): string | null {
  return webAddress(typed)?.href.replace(/\/$/, "") ?? null;
}

/** An address as people type it, with or without its scheme. */
function webAddress(typed: string): URL | null {
  const origin = originOf(typed);
  if (typed.trim() === "" || origin === null) return null;
  const scheme = /^[a-z]+:\/\//i.test(typed.trim()) ? "" : "https://";
  return new URL(scheme + typed.trim());
}
