/** Something outside could not be asked, or not be read. The message is a sentence for the owner, with no secret in it. */
export class EgressFault extends Error {}

/** It did not answer at all: it was not reached, took too long, or broke off. Asking again at once makes that no better. */
export class EgressSilence extends EgressFault {}

const SAID: Readonly<Record<string, string>> = {
  ENOTFOUND: "could not be found: is the name right?",
  EAI_AGAIN: "could not be found: the name servers did not answer.",
  ECONNREFUSED: "refuses connections.",
  ENETUNREACH: "cannot be reached from here.",
  EHOSTUNREACH: "cannot be reached from here.",
  CERT_HAS_EXPIRED: "has a certificate that has expired.",
  DEPTH_ZERO_SELF_SIGNED_CERT: "has a certificate that nobody vouches for.",
  SELF_SIGNED_CERT_IN_CHAIN: "has a certificate that nobody vouches for.",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "has a certificate that nobody vouches for.",
  ERR_TLS_CERT_ALTNAME_INVALID: "has a certificate for another name.",
  ERR_INVALID_CHAR: "was not asked: a header has a character that no header may have.",
};

/** What is said of an error that Node or the filter of addresses gave. Their own words may name addresses and headers. */
export function faultOf(host: string, error: unknown): EgressFault {
  if (error instanceof EgressFault) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (error instanceof Error && code === "" && error.message.includes("is not allowed")) {
    return new EgressFault(`${host} is at a private address, which is asked only where EGRESS_ALLOW names it.`);
  }
  return new EgressSilence(`${host} ${SAID[code] ?? "broke the connection off."}`);
}
