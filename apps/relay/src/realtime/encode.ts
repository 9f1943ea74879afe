import type { RelayFrame } from "@shopbell/protocol";

/** The text of a frame. Encoded where it is made, once, whoever many are going to read it. */
export function encode(frame: RelayFrame): string {
  return JSON.stringify(frame);
}
