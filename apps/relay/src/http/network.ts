import { isIPv6, SocketAddress } from "node:net";

const MAPPED = "::ffff:";
/** Groups of an address that name a network; those after them name a device in it, and it may choose them at will. */
const NETWORK_GROUPS = 4;
const ALL_GROUPS = 8;

/**
 * What limits count an address by: the network that one connection is given. That is the address itself with IPv4, and the first 64 bits with
 * IPv6, where whoever has one address has 2^64 of them (RFC 4291, 2.5.1). What is no address is left as it is.
 */
export function networkOf(ip: string): string {
  if (!isIPv6(ip)) return ip;
  const [unzoned = ""] = ip.split("%");
  const { address } = new SocketAddress({ address: unzoned, family: "ipv6" });
  if (address.startsWith(MAPPED) && address.includes(".")) return address.slice(MAPPED.length);
  return `${groupsOf(address).slice(0, NETWORK_GROUPS).join(":")}::/64`;
}

/** @param address in its shortest form */
function groupsOf(address: string): string[] {
  const [before = [], after = []] = address.split("::").map((side) => side.split(":").filter((group) => group !== ""));
  const left = Array.from({ length: ALL_GROUPS - before.length - after.length }, () => "0");
  return [...before, ...left, ...after];
}
