import type { LineState } from "@shopbell/client";
import type { AgentFace, Availability } from "@shopbell/protocol/types";
import type { ComponentChildren } from "preact";
import { Face } from "./face.tsx";
import { IconButton } from "./icon.tsx";
import { Menu } from "./menu.tsx";
import { counterOf, firstName, useShop } from "./shop.ts";

/** Most faces that the first screen shows beside each other. */
const MOST_FACES = 3;

/** Who is here, and one line of truth about it. */
function Who({ name, sign, truth }: { name: string; sign: Availability; truth: string }) {
  return (
    <div class="who">
      <span class="name clip">{name}</span>
      <span class="truth">
        <span class={`sign ${sign}`} />
        <span class="clip">{truth}</span>
      </span>
    </div>
  );
}

export function HomeHeader({ state, onClose }: { state: LineState; onClose(): void }) {
  const { face, words } = useShop();
  const { t } = words;
  const { availability, people } = counterOf(face, state);
  const here = availability === "available" ? people.slice(0, MOST_FACES) : [];
  const names = words.list(here.map(firstName));
  return (
    <header class="top">
      <span class="faces">
        {here.length ? here.map((agent) => <Face key={agent.id} of={agent} />) : <Face of={null} large />}
      </span>
      <Who
        name={here.length ? t("areHere", { names, count: here.length }) : face.name}
        sign={availability}
        truth={t(availability === "available" ? "availableNow" : "nobodyHere")}
      />
      <IconButton icon="close" label={t("close")} onClick={onClose} />
    </header>
  );
}

interface ConversationHeaderProps {
  state: LineState;
  partner: AgentFace | null;
  onBack(): void;
  onClose(): void;
  onForget(): void;
}

export function ConversationHeader({ state, partner, onBack, onClose, onForget }: ConversationHeaderProps) {
  const { face, words } = useShop();
  const { t } = words;
  return (
    <header class="top conv">
      <IconButton icon="back" look="flip" label={t("back")} onClick={onBack} />
      <Face of={partner} />
      <Who name={partner ? firstName(partner) : face.name} {...useTruth(state, partner)} />
      <Menu onForget={onForget} />
      <IconButton icon="close" label={t("close")} onClick={onClose} />
    </header>
  );
}

/** Without a connection nothing is claimed about who is there. */
function useTruth(state: LineState, partner: AgentFace | null): { sign: Availability; truth: string } {
  const { face, words } = useShop();
  const { t } = words;
  if (state.status !== "live")
    return { sign: "away", truth: t(state.status === "waiting" ? "connectingAgain" : "connecting") };
  const { availability, people } = counterOf(face, state);
  if (partner && people.some((agent) => agent.id === partner.id)) return { sign: "available", truth: t("hereNow") };
  if (availability === "available") return { sign: "available", truth: t("availableNow") };
  return { sign: "away", truth: t(partner ? "awayNow" : "nobodyHere") };
}

/** Something that the visitor should know before reading on. */
export function Banner({ bad = false, children }: { bad?: boolean; children: ComponentChildren }) {
  return (
    <div class={bad ? "banner bad" : "banner"} role="status">
      {children}
    </div>
  );
}
