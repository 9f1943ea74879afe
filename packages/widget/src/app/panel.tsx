import { newConversationId } from "@shopbell/client";
import type { ConversationId } from "@shopbell/protocol/types";
import { render } from "preact";
import { Attention } from "./attention.ts";
import { excessOf, fit } from "./composer.tsx";
import { draftIn } from "./keep.ts";
import { lazy } from "./lazy.ts";
import { ReadingPlace } from "./reading-place.ts";
import { type Place, type Scene, type Shop, sceneOf } from "./scene.ts";
import { Screen } from "./screen.tsx";

/** The dialog above the bell: where the visitor is in it, and what they can do there. */
export class Panel {
  readonly reading = new ReadingPlace();
  readonly close: () => void;
  /** The parts that few visitors need, with what is said and asked where one has to wait. */
  readonly extras = lazy(
    async () => (await import("./extras.tsx")).extras,
    () => this.#frame,
    () => this.draw(),
  );
  /** With what visitors help themselves, where the shop has anything. */
  readonly help = lazy(
    async () => (await import("./help/help.tsx")).openHelp(this.#shop, this.draw),
    () => this.#frame,
    () => this.draw(),
  );
  /** When the panel was opened nobody knew yet what the shop offers: the visitor's own conversations are drawn before it. */
  ownFirst = false;
  readonly #shop: Shop;
  readonly #frame: HTMLElement;
  readonly #onDrawn: (scene: Scene) => void;
  readonly #place: Place;
  readonly #attention = new Attention();
  #scene: Scene;
  #box: HTMLTextAreaElement | null = null;
  #asking = false;
  #drawing = false;
  #left = "";

  /**
   * @param close closes it, as the counter does when the page says so
   * @param onDrawn called after every drawing with what was drawn
   */
  constructor(shop: Shop, frame: HTMLElement, close: () => void, onDrawn: (scene: Scene) => void) {
    const left = shop.keep.read("open");
    const view = (left.slice(1) || null) as ConversationId | null;
    this.#shop = shop;
    this.#frame = frame;
    this.close = close;
    this.#onDrawn = onDrawn;
    this.#place = { open: false, view, menuOpen: false };
    this.#scene = sceneOf(shop, this.#place);
  }

  /** Opens at what is new, if anything is; else where the visitor left, unless that conversation has been closed since. */
  turn(open: boolean): void {
    const { listed, state, view, draft } = this.#scene;
    const news = listed.find(({ unread }) => unread);
    this.ownFirst = !this.help(false)?.isKnown();
    const isOver = !draft && state.conversations.some((head) => head.id === view && head.state === "closed");
    this.#change(open ? { open, view: news?.id ?? (isOver ? null : view) } : { open });
    this.#askWhoIsThere();
  }

  go(view: ConversationId | null): void {
    this.#change({ view, menuOpen: false });
    this.takeFocus();
  }

  /** What Escape does: it closes the menu first, or what is open on the first screen, then the panel. */
  escape(): void {
    if (this.help(false)?.shut()) return;
    if (!this.#place.menuOpen) return this.close();
    this.showMenu(false);
    this.takeFocus();
  }

  showMenu(menuOpen: boolean): void {
    this.#change({ menuOpen });
  }

  /** Changes what is written: it survives a reload, and all tabs have the same. */
  write(draft: string): void {
    this.#shop.keep.write(draftIn(this.#place.view), draft);
    this.draw();
  }

  type(draft: string): void {
    const { view } = this.#place;
    if (view) this.#shop.line.typing(view, draft !== "");
    this.write(draft);
  }

  /** Whether what is written can be sent. */
  get canSend(): boolean {
    const { draft } = this.#scene;
    return draft.trim() !== "" && excessOf(draft) <= 0;
  }

  send(): void {
    const { view, draft, line, keep } = this.#scene;
    if (!this.canSend) return;
    const { conversations, threads } = line.state;
    const id = view ?? newConversationId();
    const known = threads[id]?.entries.length || conversations.some((head) => head.id === id);
    const page = { url: location.href.slice(0, 2_000), title: document.title.slice(0, 300) };
    this.#place.view = id;
    line.start();
    line.send(id, draft, known ? {} : { start: true, page });
    if (!view) this.help(false)?.begun(id, draft);
    keep.write(draftIn(view), "");
    this.draw();
    this.reading.toEnd();
    this.takeFocus();
  }

  /** Leaves nothing behind on this device. */
  forget(): void {
    // The client wipes the device: this is for what the device did not keep, here and on the first screen.
    this.write("");
    this.go(null);
    this.write("");
    this.help(false)?.forget();
    this.#shop.line.forget();
    this.#keepPlace("");
  }

  /** On a touch screen the panel takes the focus itself: a keyboard that jumps up would hide what there is to read. */
  takeFocus(): void {
    const touch = matchMedia("(pointer: coarse)").matches;
    (touch ? this.#box?.closest<HTMLElement>(".panel") : this.#box)?.focus();
  }

  /** For whoever asked to write: then the keyboard is wanted. */
  readonly takePen = (): void => this.#box?.focus();

  /** Hears of the box that the visitor writes in. */
  readonly onBox = (box: HTMLTextAreaElement | null): void => {
    this.#box = box;
    fit(box);
  };

  readonly onScroll = (): void => {
    if (this.reading.atEnd !== this.reading.wasAtEnd) this.draw();
    this.#attention.pay(this.#scene, this.reading);
  };

  /** What the bell was drawn from may be hours old: asked again as long as the panel is open and no line says more. */
  async #askWhoIsThere(): Promise<void> {
    const { relay, face, line } = this.#shop;
    const { isConnected } = this.#frame;
    if (this.#asking || !isConnected || !this.#place.open || line.state.status !== "idle") return;
    this.#asking = true;
    try {
      const answer = await fetch(`${relay}/v1/sites/${face.key}`, { credentials: "omit", cache: "no-cache" });
      Object.assign(face, await answer.json());
      this.draw();
    } catch {
      // what was known stays
    }
    setTimeout(() => {
      this.#asking = false;
      this.#askWhoIsThere();
    }, 8_000);
  }

  #change(place: Partial<Place>): void {
    Object.assign(this.#place, place);
    this.draw();
  }

  readonly draw = (): void => {
    // What is taken away lets go of the focus on its way out, and that may want to close the menu.
    if (this.#drawing) return;
    const { open } = this.#place;
    const before = this.#scene;
    let scene = sceneOf(this.#shop, this.#place);
    // The line began anew under another visitor, or was forgotten in another tab. What is being written has no other place.
    const isGone = before.thread && before.view === scene.view && !scene.thread && !scene.drafts.length;
    if (isGone) {
      const { keep, draft, view } = scene;
      keep.write(draftIn(view), "");
      keep.write(`whereto:${view}`, "");
      keep.write(draftIn(null), keep.read(draftIn(null)) || draft);
      this.#place.view = null;
      this.help(false)?.forget();
      scene = sceneOf(this.#shop, this.#place);
    }
    this.#scene = scene;
    this.#drawing = true;
    this.reading.hold(scene, () => render(open && <Screen {...scene} panel={this} />, this.#frame));
    this.#drawing = false;
    if (scene.draft !== before.draft) fit(this.#box);
    if (isGone && open) this.takeFocus();
    if (scene.listed.length) this.#keepPlace(`${open ? 1 : 0}${scene.view ?? ""}`);
    this.#onDrawn(scene);
    this.#attention.pay(scene, this.reading);
  };

  /** Only what changed in this tab: another one may have been left elsewhere since. */
  #keepPlace(left: string): void {
    if (left !== this.#left) this.#shop.keep.write("open", left);
    this.#left = left;
  }
}
