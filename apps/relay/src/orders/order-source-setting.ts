import { isDeepStrictEqual } from "node:util";
import type { OrderSourceEdit, OrderSourceState } from "@shopbell/protocol";

type Chosen<Kind extends OrderSourceEdit["kind"]> = Extract<OrderSourceEdit, { kind: Kind }>;
type WithSecret<Edit extends { secret?: string | undefined }> = Omit<Edit, "secret"> & { readonly secret: string };

/** Where a site's orders are looked up, with what opens it: as it is stored. */
export type OrderSourceSetting = Chosen<"stored"> | OutsideSourceSetting;

/** One that is asked over the network. */
export type OutsideSourceSetting =
  | WithSecret<Chosen<"endpoint">>
  | WithSecret<Chosen<"woocommerce">>
  | WithSecret<Chosen<"shopify">>;

/**
 * The setting after an edit; null is off. An edit without a secret keeps the one that there is, where nothing else is changed: a
 * secret never goes to an address that it was not given for. Undefined where one is missing.
 */
export function settingAfter(
  edit: OrderSourceEdit,
  before: OrderSourceSetting | null,
): OrderSourceSetting | null | undefined {
  if (edit.kind === "off") return null;
  if (edit.kind === "stored") return edit;
  const { secret: given, ...rest } = edit;
  const secret = given ?? keptSecret(rest, before);
  return secret === undefined ? undefined : ({ ...rest, secret } as OutsideSourceSetting);
}

/** What owners see of a setting. @param stored how many orders the shop has told us of */
export function stateOf(setting: OrderSourceSetting | null, stored: number): OrderSourceState {
  const nothing = { url: null, key: null, shop: null, hasSecret: false, stored };
  if (setting === null) return { ...nothing, kind: "off" };
  if (setting.kind === "stored") return { ...nothing, kind: "stored" };
  const { secret: _, ...shown } = setting;
  return { ...nothing, ...shown, hasSecret: true };
}

function keptSecret(edit: object, before: OrderSourceSetting | null): string | undefined {
  if (before === null || before.kind === "stored") return undefined;
  const { secret, ...rest } = before;
  return isDeepStrictEqual(edit, rest) ? secret : undefined;
}
