import { adopt } from "./adopt.ts";

/** A part of the app, with styles of its own. */
interface Part {
  readonly css: string;
}

/** A part that few visitors need: fetched when it is wanted for the first time, absent until it is there. */
export function lazy<P extends Part>(
  fetch: () => Promise<P>,
  frame: () => Element,
  draw: () => void,
): () => P | undefined {
  let part: P | undefined;
  let fetching = false;
  return () => {
    if (!fetching) {
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
