/** A telephone number within a sentence: it runs from left to right, whichever way the words around it do. */
export function ltr(phone: string): string {
  return `\u2066${phone}\u2069`; // LEFT-TO-RIGHT ISOLATE … POP DIRECTIONAL ISOLATE
}
