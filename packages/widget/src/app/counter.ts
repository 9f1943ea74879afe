import type { Line } from "@shopbell/client";
import { render } from "preact";
import type { Handover, Say } from "../contract.ts";
import { adopt } from "./adopt.ts";
import css from "./app.css?inline";
import { adoptBell } from "./bell.ts";
import { keepOf } from "./keep.ts";
import { listen } from "./listen.ts";
import { Panel } from "./panel.tsx";
import type { Scene } from "./scene.ts";
import type { Words } from "./words.ts";

type Callback = (count?: number) => void;

/** Takes over from the loader: draws the panel when it is wanted, and carries out what the page says. */
export function openCounter(handover: Handover, line: Line, words: Words): Say {
  const { face, bell, relay } = handover;
  const root = bell.getRootNode() as ShadowRoot;
  const keep = keepOf(face.key);
  const left = keep.read("open");
  const showBell = adoptBell(handover);
  const frame = document.createElement("div");
  const panel = new Panel({ face, relay, line, words, keep }, frame, () => turn(false), onDrawn);
  const callbacks: [unknown, Callback][] = [];
  let shown: Pick<Scene, "open" | "unread"> = { open: false, unread: 0 };
  let opener: Element | null = null;

  function emit(event: string, count?: number): void {
    // Later, so that a callback that throws does so in the page's own name.
    for (const [name, callback] of callbacks) if (name === event) queueMicrotask(() => callback(count));
  }

  function onDrawn(scene: Scene): void {
    const { open, unread } = shown;
    shown = scene;
    showBell(scene, scene.offline || scene.availability === "available" ? undefined : panel.extras());
    if (scene.unread !== unread) emit("unread", scene.unread);
    if (scene.open !== open) emit(scene.open ? "open" : "close");
  }

  function turn(wish: boolean): void {
    if (wish === shown.open) return;
    if (wish) opener = document.activeElement;
    const focused = frame.contains(root.activeElement);
    panel.turn(wish);
    if (wish) panel.takeFocus();
    else if (focused) (bell.hidden && opener instanceof HTMLElement ? opener : bell).focus();
  }

  /** The page may say what is to be asked: it goes where nothing is written yet. */
  function openWith(text: unknown): void {
    turn(true);
    if (text && !panel.canSend) panel.write(String(text));
  }

  function destroy(): void {
    stopListening();
    line.stop();
    render(null, frame);
    root.host.remove();
  }

  adopt(bell, css);
  frame.className = "frame";
  bell.before(frame);
  const stopListening = listen(panel, line, frame);
  panel.draw();
  if (left) line.start();
  if (left >= "1") panel.turn(true);

  return (command, event, callback) => {
    if (command === "toggle") turn(!shown.open);
    else if (command === "open") openWith(event);
    else if (command === "close") turn(false);
    else if (command === "on") callbacks.push([event, callback as Callback]);
    else if (command === "destroy") destroy();
  };
}
