import type { CategoryIcon } from "@shopbell/protocol/types";
import type { IconName } from "../ui/icons.tsx";

/** The pictures of categories, as our own symbols. */
export const CATEGORY_ICONS: Readonly<Record<CategoryIcon, IconName>> = {
  ruler: "ruler",
  truck: "truck",
  undo: "release",
  store: "shop",
  card: "card",
  star: "star",
  question: "question",
  person: "user",
};
