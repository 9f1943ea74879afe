import { BARE, EMBEDDED, SOCKET_IO_REDIS, type Variant } from "../variants.ts";
import { type Bar, barChart } from "./chart.ts";
import { capacity, type Messages } from "./messages-section.ts";

/** What each variant can carry on a core, as a picture. */
export function capacityChart(messages: Messages): string {
  const bars = [...messages].map(([variant, pairs]): Bar => {
    const target = targetOf(variant, messages);
    const ours = variant.language === "shopbell";
    return { name: variant.name, value: capacity(pairs), ours, ...(target !== undefined && { target }) };
  });
  const title = "Messages on one core: capacity by CPU time, bare ws is 1";
  return barChart(title, [{ name: BARE.name, value: 1, ours: false }, ...bars]);
}

/** Embedded: 0.45 of bare ws. With Redis and Postgres: 1.2 times what socket.io with its Redis adapter has. */
function targetOf(variant: Variant, messages: Messages): number | undefined {
  if (variant === EMBEDDED) return 0.45;
  const peer = messages.get(SOCKET_IO_REDIS);
  return variant.language === "shopbell" && variant.relays === 1 && peer ? 1.2 * capacity(peer) : undefined;
}
