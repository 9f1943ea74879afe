import { newConversationId } from "@shopbell/client";
import type { ConversationId } from "@shopbell/protocol/types";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { BellState } from "./bell.ts";
import { Conversation } from "./conversation.tsx";
import { conversationsOf } from "./conversations.ts";
import { Home } from "./home.tsx";
import { Panel } from "./panel.tsx";
import { counterOf, firstName, type Shop, ShopContext, useLine } from "./shop.ts";
import { useDraft } from "./use-draft.ts";
import { useWatchedThreads } from "./use-watched-threads.ts";

interface AppProps {
  shop: Shop;
  open: boolean;
  /** Whether the visitor asked for the panel just now, so that it may take the focus. */
  focus: boolean;
  /** The conversation that was on the screen when the last page was left. */
  place: ConversationId | null;
  onClose(): void;
  onBell(state: BellState): void;
}

/** Bell and panel, as the line's state has them. */
export function App({ shop, open, focus, place, onClose, onBell }: AppProps) {
  const { line, face, keep, words } = shop;
  const state = useLine(line);
  const [view, setView] = useState(place);
  const [draft, setDraft] = useDraft(keep);
  const input = useRef<HTMLTextAreaElement>(null);
  const mayFocus = useRef(focus);
  mayFocus.current ||= focus;
  const listed = conversationsOf(state);
  const unread = listed.reduce((sum, conversation) => sum + conversation.unread, 0);
  const news = listed.find((conversation) => conversation.unread);
  const { availability } = counterOf(face, state);

  useWatchedThreads(line, state, view);

  useLayoutEffect(() => onBell({ availability, unread, open }), [availability, unread, open]);

  useEffect(() => {
    if (open && news) setView(news.id);
  }, [open]);

  useLayoutEffect(() => {
    if (listed.length) keep.keepPlace(open ? (view ?? "1") : "0");
  }, [open, view, listed.length > 0]);

  useEffect(() => {
    if (open && mayFocus.current) takeFocus(input.current);
  }, [open, view]);

  function go(to: ConversationId | null): void {
    mayFocus.current = true;
    setView(to);
  }

  function send(text: string): void {
    const id = view ?? newConversationId();
    const known = state.threads[id]?.entries.length || state.conversations.some((head) => head.id === id);
    const page = { url: location.href.slice(0, 2_000), title: document.title.slice(0, 300) };
    line.start();
    line.send(id, text, known ? {} : { start: true, page });
    setDraft("");
    go(id);
  }

  function forget(): void {
    line.forget();
    keep.keepPlace("");
    setDraft("");
    go(null);
  }

  if (!open) return null;
  const composer = { draft, input, onDraft: setDraft, onSend: send };
  const partner = listed.find((conversation) => conversation.id === view)?.partner;
  const label = partner
    ? words.t("conversationWith", { name: firstName(partner) })
    : words.t("chatWith", { shop: face.name });
  return (
    <ShopContext.Provider value={shop}>
      <Panel label={label}>
        {view ? (
          <Conversation
            {...composer}
            id={view}
            state={state}
            onBack={() => go(null)}
            onClose={onClose}
            onForget={forget}
          />
        ) : (
          <Home {...composer} state={state} onOpen={go} onClose={onClose} />
        )}
      </Panel>
    </ShopContext.Provider>
  );
}

/** On a touch screen the panel takes the focus itself: a keyboard that jumps up would hide what there is to read. */
function takeFocus(box: HTMLTextAreaElement | null): void {
  const touch = matchMedia("(pointer: coarse)").matches;
  (touch ? box?.closest<HTMLElement>(".panel") : box)?.focus();
}
