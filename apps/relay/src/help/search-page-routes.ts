import { randomUUID } from "node:crypto";
import type { FastifyPluginAsync } from "fastify";
import type { SelfHelp } from "../self-help.ts";
import { type HelpRequest, openCentre } from "./open-centre.ts";
import { findIn, SearchNotes, wordsOf } from "./search-notes.ts";
import { searchPage } from "./search-page.ts";
import { sendHelpPage } from "./send-help-page.ts";

/** What a search in the help centre leads to. The owner learns of it: what was not found is an answer that is missing. */
export function searchPageRoutes(selfHelp: SelfHelp): FastifyPluginAsync {
  const notes = new SearchNotes(selfHelp);
  return async (app) => {
    app.get("/:siteKey/:locale/search", async (request: HelpRequest, reply) => {
      const centre = await openCentre(selfHelp, request);
      const words = wordsOf(request);
      const id = randomUUID();
      const found = await findIn(selfHelp, centre, words);
      await notes.note(request, centre, id, null, found.length);
      const search = { id, words, found };
      return sendHelpPage(request, reply, centre, searchPage(centre, search), { keeping: "never" });
    });
  };
}
