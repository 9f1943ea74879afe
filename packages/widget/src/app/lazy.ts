import { adopt } from "./adopt.ts";

/** A part of the app, with styles of its own. */
interface Part {
  readonly css: string;
}

/**
 * A part that few visitors need: fetched when it is wanted for the first time, absent until it is there. Who asks without
 * wanting it gets it where it is there already.
 */
export function lazy<P extends Part>(
  fetch: () => Promise<P>,
  frame: () => Element,
  draw: () => void,
): (wanted?: boolean) => P | undefined {
  let part: P | undefined;
  let fetching = false;
  return (wanted = true) => {
    if (wanted && !fetching) {
      fetching = true;
      fetch().then(
        (fetched) => {
          adopt(frame(), fetched.css);
          part = fetched;
          draw();
        },
        () => {
          fetching = false;
        },
      );
    }
    return part;
  };
}
