import * as phrases from "../locales/en/panel.ts";
import { Conversation } from "./conversation.tsx";
import { Home } from "./home.tsx";
import type { Panel } from "./panel.tsx";
import { firstName, type Scene } from "./scene.ts";

/** What every part of the panel is drawn from. */
export interface Stage extends Scene {
  readonly panel: Panel;
}

export function Screen(stage: Stage) {
  const { face, view, listed, words } = stage;
  const partner = listed.find(({ id }) => id === view)?.partner;
  const label = partner
    ? words.t(phrases.conversationWith, { name: firstName(partner) })
    : words.t(phrases.chatWith, { shop: face.name });
  return (
    <section class="panel" role="dialog" aria-label={label} lang={words.locale} dir={words.direction} tabIndex={-1}>
      {view ? <Conversation {...stage} /> : <Home {...stage} />}
    </section>
  );
}
