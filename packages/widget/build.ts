import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build, type InlineConfig } from "vite";
import { tokensPlugin } from "./build/tokens.ts";

// Builds dist/widget.js (the loader) and dist/widget/app-HASH.js (the app), with .br and .gz beside each.
const root = import.meta.dirname;
const dist = join(root, "dist");

/** The first browsers with light-dark() and relative colours: CSS is not rewritten for older ones. */
const CSS_TARGET = ["chrome125", "firefox128", "safari18"];

const LOADER_CSS = join(root, "src/loader/*.css");
const APP_CSS = join(root, "src/app/*.css");

function config(name: "loader" | "app", target: string): InlineConfig {
  return {
    root,
    configFile: false,
    logLevel: "warn",
    plugins: [name === "app" ? tokensPlugin(APP_CSS, LOADER_CSS) : tokensPlugin(LOADER_CSS)],
    build: { target, cssTarget: CSS_TARGET, outDir: dist, emptyOutDir: name === "app", modulePreload: false },
  };
}

async function buildApp(): Promise<void> {
  const app = config("app", "es2022");
  app.build = {
    ...app.build,
    rolldownOptions: {
      input: join(root, "src/app/mount.ts"),
      preserveEntrySignatures: "allow-extension", // what a later chunk shares with the app stays in the app: no third request
      output: {
        format: "es",
        entryFileNames: "widget/app-[hash].js",
        chunkFileNames: "widget/[name]-[hash].js",
      },
    },
  };
  await build(app);
}

/** The loader knows the app by its hashed name, so the app is built first. */
async function buildLoader(appFile: string): Promise<void> {
  const loader = config("loader", "es2018");
  loader.define = { APP_PATH: JSON.stringify(`/widget/${appFile}`) };
  loader.build = {
    ...loader.build,
    // As a library, so that Vite leaves import() alone.
    lib: { entry: join(root, "src/loader/main.ts"), formats: ["iife"], name: "Shopbell", fileName: () => "widget.js" },
  };
  await build(loader);
}

function compress(file: string): void {
  const code = readFileSync(file);
  writeFileSync(`${file}.br`, brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  writeFileSync(`${file}.gz`, gzipSync(code, { level: 9 }));
}

await buildApp();
const files = readdirSync(join(dist, "widget"));
const appFile = files.find((file) => file.startsWith("app-"));
if (!appFile) throw new Error("the app was not written");
await buildLoader(appFile);
for (const file of ["widget.js", ...files.map((name) => join("widget", name))]) compress(join(dist, file));
