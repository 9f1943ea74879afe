import { createHmac } from "node:crypto";

/** What is known of one who votes. */
export interface VoteFrom {
  readonly siteKey: string;
  /** The network that they vote from. */
  readonly network: string;
  readonly userAgent: string | undefined;
}

/** Names a voter, so that their votes count once: whoever reads it without the installation's secret learns nothing of them. */
export function voterOf(secret: Buffer, { siteKey, network, userAgent = "" }: VoteFrom): string {
  return createHmac("sha256", secret).update(["vote", siteKey, network, userAgent].join("\n")).digest("base64url");
}
