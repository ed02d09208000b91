import { defineConfig } from "vite";

// Builds the page with made-up data in place of the shell, to be looked at in any browser.
export default defineConfig({
  root: import.meta.dirname,
  build: { target: "safari18", assetsInlineLimit: 0, modulePreload: false },
});
