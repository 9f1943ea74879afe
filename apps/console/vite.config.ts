import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  base: "/console/",
  plugins: [react()],
  build: {
    outDir: "dist",
    target: "es2023",
    // The policy allows no inline script; every browser that reads this CSS knows modulepreload.
    modulePreload: { polyfill: false },
    // data: addresses are for pictures only.
    assetsInlineLimit: 0,
  },
});
