import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build, type LibraryOptions, type Plugin, type Rolldown } from "vite";
import { tokensPlugin } from "./build/tokens.ts";

// Builds dist/widget.js (the loader) and dist/widget/app-HASH.js (the app), with .br and .gz beside each.
const root = import.meta.dirname;
const dist = join(root, "dist");

/** The first browsers with light-dark() and relative colours: CSS is not rewritten for older ones. */
const CSS_TARGET = ["chrome125", "firefox128", "safari18"];

const TOKENS = join(root, "src/tokens.css");
const LOADER_CSS = join(root, "src/loader/loader.css");
const APP_CSS = join(root, "src/app/app.css");

interface Bundle {
  plugin: Plugin;
  target: string;
  /** As a library, so that Vite leaves import() alone. */
  lib: LibraryOptions;
  output?: Rolldown.OutputOptions;
  define?: Record<string, string>;
}

function bundle({ plugin, target, lib, output = {}, define = {} }: Bundle, emptyOutDir: boolean) {
  return build({
    root,
    configFile: false,
    logLevel: "warn",
    plugins: [plugin],
    define,
    // h() of Preact's core is smaller than its JSX runtime, and is there anyway.
    oxc: { jsx: { runtime: "classic", pragma: "h", pragmaFrag: "Fragment", pure: false } },
    build: {
      target,
      cssTarget: CSS_TARGET,
      outDir: dist,
      emptyOutDir,
      lib,
      rolldownOptions: {
        // What a later chunk shares with the app stays in the app: no request more.
        preserveEntrySignatures: "allow-extension",
        transform: { inject: { h: ["preact", "h"], Fragment: ["preact", "Fragment"] } },
        output,
      },
    },
  });
}

const app = { entry: join(root, "src/app/mount.ts"), formats: ["es"] } satisfies LibraryOptions;
await bundle(
  {
    plugin: tokensPlugin(TOKENS, APP_CSS, { earlier: LOADER_CSS, later: join(root, "src/app/later.css") }),
    target: "es2022",
    lib: app,
    output: {
      entryFileNames: "widget/app-[hash].js",
      chunkFileNames: "widget/[name]-[hash].js",
      minify: true,
      comments: false,
    },
  },
  true,
);
const files = readdirSync(join(dist, "widget"));
const appFile = files.find((file) => file.startsWith("app-"));
if (!appFile) throw new Error("the app was not written");
// A late chunk's import can make Rolldown split the app in two: then a click would wait for a second round of requests.
if (readFileSync(join(dist, "widget", appFile), "utf8").startsWith("import"))
  throw new Error("the app needs a second file: look at what the late chunks import");

/** The loader knows the app by its hashed name, so the app is built first. */
await bundle(
  {
    plugin: tokensPlugin(TOKENS, LOADER_CSS),
    target: "es2020", // the first with import()
    lib: { entry: join(root, "src/loader/main.ts"), formats: ["iife"], name: "Shopbell", fileName: () => "widget.js" },
    define: { APP_PATH: JSON.stringify(`/widget/${appFile}`) },
  },
  false,
);

for (const file of ["widget.js", ...files.map((name) => join("widget", name))]) {
  const code = readFileSync(join(dist, file));
  writeFileSync(join(dist, `${file}.br`), brotliCompressSync(code));
  writeFileSync(join(dist, `${file}.gz`), gzipSync(code, { level: 9 }));
}
