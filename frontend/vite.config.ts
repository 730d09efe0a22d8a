import { defineConfig } from "vitest/config";

// One module whose name changes with its content: Home Assistant lets browsers keep it
// for a month.
export default defineConfig({
  build: {
    target: "es2022",
    outDir: "../custom_components/action_engine/frontend",
    emptyOutDir: true,
    lib: { entry: "src/panel.ts", formats: ["es"] },
    rolldownOptions: { output: { entryFileNames: "panel-[hash].js" } },
  },
  test: { environment: "jsdom", include: ["src/**/*.test.ts"] },
});
