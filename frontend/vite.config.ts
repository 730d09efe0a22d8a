import { defineConfig } from "vitest/config";

// Modules whose names change with their content: Home Assistant lets browsers keep them
// for a month. What the panel and the dashboard cards have in common is loaded once.
export default defineConfig({
  build: {
    target: "es2022",
    outDir: "../custom_components/action_engine/frontend",
    emptyOutDir: true,
    lib: {
      entry: { panel: "src/panel.ts", cards: "src/cards/index.ts" },
      formats: ["es"],
    },
    rolldownOptions: {
      output: {
        entryFileNames: "[name]-[hash].js",
        chunkFileNames: "shared-[hash].js",
      },
    },
  },
  test: { environment: "jsdom", include: ["src/**/*.test.ts"] },
});
