/** An address that a link may lead to; null for every other one, whoever wrote it. */
export function safeHref(href: string): string | null {
  return /^(https?:\/\/|mailto:|tel:)/i.test(href) ? href : null;
}
