import { PROTOCOL_VERSION } from "@shopbell/protocol/limits";

/** H2: this version and the one before it. */
export function speaksOurProtocol({ protocol }: { readonly protocol: number }): boolean {
  return protocol === PROTOCOL_VERSION || protocol === PROTOCOL_VERSION - 1;
}
