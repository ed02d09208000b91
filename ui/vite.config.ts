import { defineConfig } from "vitest/config";

export default defineConfig({
  build: {
    // Safari 18 stands for the WebKitGTK, WKWebView and WebView2 that the program meets.
    target: "safari18",
    // The security policy of the window knows neither data: addresses nor scripts written in place.
    assetsInlineLimit: 0,
    modulePreload: false,
  },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.ts"],
    // Without this a style sheet is empty in tests, also for those that read it.
    css: true,
    // A busy machine is no fault of the page.
    testTimeout: 30_000,
  },
});
