import { createHmac } from "node:crypto";

/** What is known of one who reports. */
export interface ReportFrom {
  /** The network that they report from. */
  readonly network: string;
  readonly userAgent: string | undefined;
}

/** Names who reports, so that their reports count once: whoever reads it without the installation's secret learns nothing of them. */
export function reporterOf(secret: Buffer, { network, userAgent = "" }: ReportFrom): string {
  return createHmac("sha256", secret).update(["report", network, userAgent].join("\n")).digest("base64url");
}
