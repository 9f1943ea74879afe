import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { allPages } from "./all-pages.ts";
import { drawingFile } from "./drawing.ts";
import { picturePath, SHOES } from "./shoes.ts";

const FOLDERS_AS_THEY_ARE = ["style", "browser"];

/**
 * Writes the whole shop into a folder, which is emptied first.
 *
 * A page `/men/alfama-low/` becomes `men/alfama-low/index.html`; links carry the trailing slash.
 *
 * @param folder absolute path
 */
export async function buildShop(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const page of allPages()) await write(join(folder, page.path, "index.html"), page.html);
  const css = await readFile(new URL("style/drawing.css", import.meta.url), "utf8");
  for (const shoe of SHOES) await write(join(folder, picturePath(shoe)), drawingFile(shoe.shape, shoe.colours[0], css));
  for (const name of FOLDERS_AS_THEY_ARE) {
    await cp(fileURLToPath(new URL(`${name}/`, import.meta.url)), join(folder, name), { recursive: true });
  }
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
