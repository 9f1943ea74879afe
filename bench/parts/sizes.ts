import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

/** A file that the widget may ask for, and what it weighs on the wire. */
export interface Weight {
  file: string;
  bytes: number;
  /** Loader and app are needed for the first message; the rest only where there is no WebSocket. */
  first: boolean;
}

const DIST = fileURLToPath(new URL("../../packages/widget/dist/", import.meta.url));

/** Weighs every script of the built widget, compressed with brotli 11. The loader is `widget.js`. */
export async function weighWidget(): Promise<Weight[]> {
  const files = await readdir(DIST, { recursive: true });
  const scripts = files.filter((file) => file.endsWith(".js")).sort();
  return Promise.all(
    scripts.map(async (file) => ({
      file,
      bytes: brotliCompressSync(await readFile(join(DIST, file))).length,
      first: /^widget\.js$|\bapp-/.test(file),
    })),
  );
}
