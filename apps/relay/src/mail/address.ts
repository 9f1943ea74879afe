/** Longest address of mail (RFC 5321, 4.5.3.1.3, less the brackets). */
const MAX_ADDRESS_LENGTH = 254;
/** Of a local part's 64 octets a tag takes 37: a plus, nine digits, a dash and a token. */
const MAX_LOCAL_LENGTH = 27;

/** Can replies come back to this address with a tag behind a plus? */
export function takesTags(address: string): boolean {
  return localOf(address).length <= MAX_LOCAL_LENGTH && !localOf(address).includes("+");
}

/** `help@shop.example` with a tag: `help+TAG@shop.example` (RFC 5233). */
export function tagged(address: string, tag: string): string {
  return `${localOf(address)}+${tag}@${domainOf(address)}`;
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1);
}

/** What may be handed to a mail server as a recipient: one address, nothing that ends a line or begins another one. */
export function isSendable(address: string): boolean {
  return (
    address.length <= MAX_ADDRESS_LENGTH && /^[^\s\p{Cc}<>,;:"()[\]\\@]+@[^\s\p{Cc}<>,;:"()[\]\\@]+$/u.test(address)
  );
}

function localOf(address: string): string {
  return address.slice(0, address.lastIndexOf("@"));
}
