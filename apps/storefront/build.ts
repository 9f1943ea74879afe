import { fileURLToPath } from "node:url";
import { buildShop } from "./src/build-shop.ts";

await buildShop(fileURLToPath(new URL("dist/", import.meta.url)));
