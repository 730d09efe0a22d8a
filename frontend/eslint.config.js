import js from "@eslint/js";
import lit from "eslint-plugin-lit";
import litA11y from "eslint-plugin-lit-a11y";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["node_modules", "eslint.config.js", "vite.config.ts"] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  lit.configs["flat/recommended"],
  litA11y.configs.recommended,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // What others have written is text, never markup.
      "lit/no-template-map": "off",
      "no-restricted-imports": [
        "error",
        { patterns: ["lit/directives/unsafe-*"] },
      ],
      "no-restricted-properties": [
        "error",
        { property: "innerHTML" },
        { property: "outerHTML" },
      ],
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true },
      ],
    },
  },
);
