import { deviceStorage } from "@shopbell/client";
import { useEffect, useEffectEvent } from "react";
import { useDesk } from "../line/desk.tsx";
import { lastInput } from "./last-input.ts";
import { useOwnPlace } from "./use-availability.ts";

/** Whatever somebody at a screen cannot help doing. */
const SIGNS_OF_LIFE = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "focus"] as const;
const LOOK_EVERY_MS = 10_000;

/** Says "away" for an agent who is available and does nothing in any tab. Coming back is theirs to say. */
export function useAwayWhenIdle(): void {
  const { me, line } = useDesk();
  const available = useOwnPlace()?.availability === "available";
  const onIdle = useEffectEvent(() => line.setAvailability("away", true));

  useEffect(() => {
    if (!available) return undefined;
    const input = lastInput(deviceStorage(), me.agent.id, Date.now());
    const note = () => input.note(Date.now());
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, note, { capture: true, passive: true });
    const timer = setInterval(() => {
      if (input.idleAt(Date.now())) onIdle();
    }, LOOK_EVERY_MS);
    return () => {
      for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, note, { capture: true });
      clearInterval(timer);
    };
  }, [available, me.agent.id]);
}
