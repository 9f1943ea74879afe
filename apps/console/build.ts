import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { build } from "vite";

const COMPRESSIBLE = /\.(?:js|css|html|svg|json|webmanifest)$/;

/** Puts a .br and a .gz beside a file, so that the relay never compresses while somebody waits. */
async function compress(path: string): Promise<void> {
  const bytes = await readFile(path);
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    promisify(gzip)(bytes, { level: 9 }),
  ]);
  await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)]);
}

await build({ configFile: join(import.meta.dirname, "vite.config.ts"), logLevel: "warn" });
const files = await readdir(join(import.meta.dirname, "dist"), { recursive: true });
await Promise.all(
  files.filter((file) => COMPRESSIBLE.test(file)).map((file) => compress(join(import.meta.dirname, "dist", file))),
);
