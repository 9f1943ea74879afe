import { fileURLToPath } from "node:url";
import type { Folders } from "./http/static.ts";

/** Where the workspace's build puts the front ends. */
export const BUILT: Folders = {
  widget: fileURLToPath(new URL("../../../packages/widget/dist", import.meta.url)),
  console: fileURLToPath(new URL("../../console/dist", import.meta.url)),
  storefront: fileURLToPath(new URL("../../storefront/dist", import.meta.url)),
};
