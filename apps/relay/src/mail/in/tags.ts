/** What stands behind the plus in the addresses of ours that a mail was sent to: `help+TAG@shop.example`. */
export function tagsOf(recipients: readonly string[], own: string | null): string[] {
  const [local, domain] = partsOf(own?.toLowerCase() ?? "");
  return recipients.flatMap((recipient) => {
    const [tagged, at] = partsOf(recipient);
    return at === domain && tagged.startsWith(`${local}+`) ? tagged.slice(local.length + 1) : [];
  });
}

/** Is this our own address, with or without a tag? */
export function isOwn(address: string, own: string | null): boolean {
  return own !== null && (address === own.toLowerCase() || tagsOf([address], own).length > 0);
}

function partsOf(address: string): [local: string, domain: string] {
  const at = address.lastIndexOf("@");
  return [address.slice(0, at), address.slice(at + 1)];
}
