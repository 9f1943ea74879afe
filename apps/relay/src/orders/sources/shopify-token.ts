import * as z from "zod";
import type { Outside } from "../../egress/egress.ts";
import { readAnswer } from "./read-answer.ts";

const Granted = z.object({ access_token: z.string().min(1) });

/**
 * What opens a Shopify shop: a token for good, `shpat_…`, which shops have whose app was made before 2026; or an app's `ID:SECRET`,
 * for which Shopify grants a token for a day.
 */
export class ShopifyToken {
  readonly #shop: string;
  readonly #secret: string;
  readonly #egress: Outside;
  #granted: string | null = null;

  constructor(shop: string, secret: string, egress: Outside) {
    this.#shop = shop;
    this.#secret = secret;
    this.#egress = egress;
  }

  /** Is there another one, where Shopify does not take it any more? */
  get isGranted(): boolean {
    return this.#secret.includes(":");
  }

  async current(): Promise<string> {
    if (!this.isGranted) return this.#secret;
    return this.#granted ?? this.renewed();
  }

  /** @throws SourceDown, EgressFault */
  async renewed(): Promise<string> {
    const [id = "", secret = ""] = this.#secret.split(":");
    const grant = { grant_type: "client_credentials", client_id: id.trim(), client_secret: secret.trim() };
    const headers = { "content-type": "application/x-www-form-urlencoded", accept: "application/json" };
    const body = new URLSearchParams(grant).toString();
    const asking = this.#egress.post(`https://${this.#shop}/admin/oauth/access_token`, body, { headers });
    this.#granted = (await readAnswer(asking, Granted)).access_token;
    return this.#granted;
  }
}
