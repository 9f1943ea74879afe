import type { WayKind } from "@shopbell/protocol/types";
import type { IconName } from "../../ui/icons.tsx";

export const WAY_ICONS: Readonly<Record<WayKind, IconName>> = {
  phone: "callback",
  email: "email",
  whatsapp: "chat",
  messenger: "chat",
  instagram: "chat",
  telegram: "chat",
};
