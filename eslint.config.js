import next from "eslint-config-next/core-web-vitals";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";
import {
  nouns,
  forbid,
  imports,
  database,
  framework,
  ownNavigation,
  ownFormatter,
  ofPages,
  app,
  unnoted,
  officeNotes,
  pages,
  nounFences,
  tests,
} from "./eslint.fences.js";

export default defineConfig(
  globalIgnores([
    "prisma/generated/**",
    ".next/**",
    ".data/**",
    ".cache/**",
    "next-env.d.ts",
    "public/**",
    "messages/*.d.json.ts",
    "test-results/**",
    "playwright-report/**",
  ]),
  ...next,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/no-misused-promises": [
        "error",
        { checksVoidReturn: { attributes: false, arguments: false } },
      ],
    },
  },
  {
    files: ["**/*.{ts,tsx,mjs,js}"],
    settings: { react: { version: "19.3" } },
    rules: {
      "max-lines": ["error", { max: 250 }],
      "no-console": "error",
      "import/no-anonymous-default-export": "off",
      // Links are plain anchors on purpose (docs/decisions).
      "@next/next/no-html-link-for-pages": "off",
    },
  },
  {
    files: ["**/*.test.{ts,tsx}", "e2e/**", "messages/**", "verifier/words/**"],
    rules: { "max-lines": "off" },
  },
  // A fixture's `use` is Playwright's, not React's.
  { files: ["e2e/**"], rules: { "react-hooks/rules-of-hooks": "off" } },
  {
    // The reader's language comes from the address through proxy.ts; the newer way does not work in actions.
    files: ["lib/i18n/request.ts"],
    rules: { "@typescript-eslint/no-deprecated": "off" },
  },
  {
    files: ["scripts/**", "gckey/**", "outbox/**", "bench/**", "prisma/seed/**"],
    rules: { "no-console": "off" },
  },

  // ── The fences ──
  { files: ["app/**/*.{ts,tsx}"], rules: imports(...ofPages, unnoted, officeNotes) },
  { files: ["app/[[]locale[]]/(officer)/**/*.{ts,tsx}"], rules: imports(...ofPages, unnoted) },
  {
    // The one that notes it, and the page of addresses that are none.
    files: [
      "app/[[]locale[]]/record-not-found.tsx",
      "app/[[]locale[]]/(public)/[[]...rest[]]/page.tsx",
    ],
    rules: imports(...ofPages, officeNotes),
  },
  {
    files: ["components/**/*.{ts,tsx}"],
    rules: imports(
      database,
      framework,
      app,
      ownNavigation,
      ownFormatter,
      officeNotes,
      forbid(
        [
          "@/lib/*/queries",
          "@/lib/*/commands",
          "@/lib/*/commands/*",
          "@/lib/*/queries/*",
          "@/lib/auth/*",
        ],
        "Parts draw what they are given.",
      ),
    ),
  },
  { files: ["lib/**/*.{ts,tsx}"], rules: imports(pages, framework, officeNotes) },
  {
    files: ["lib/forms/**/*.ts"],
    ignores: tests,
    rules: imports(
      pages,
      framework,
      forbid(
        nouns.map((name) => `@/lib/${name}/*`),
        "Forms serve every noun and know none.",
      ),
    ),
  },
  ...nouns.flatMap(nounFences),
  {
    files: ["gckey/**/*.{ts,tsx}", "outbox/**/*.{ts,tsx}"],
    rules: imports(
      forbid(
        ["@/lib/*", "@/app/*", "@/components/*"],
        "An embedded part is replaced by configuration: it shares no code with the portal.",
      ),
    ),
  },
  {
    files: ["verifier/**/*.ts"],
    ignores: tests,
    rules: imports({
      regex:
        "^@/(?!lib/(?:office|calendar|certificates/(?:seal/[\\w-]+|status/(?:lists|read-list|verify-list)|keys/credential-keys|credential/read-vc-jwt|record/(?:figures|validity)))$)",
      message:
        "The check page carries to phones only what verifies: pure files, without the portal.",
    }),
  },
  {
    // Every exported action first asks who is there.
    files: ["app/**/actions.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector:
            "ExportNamedDeclaration > FunctionDeclaration[body.body.0.type!='VariableDeclaration'][body.body.0.type!='ExpressionStatement']",
          message: "The first statement of an action awaits require…().",
        },
        {
          selector:
            "ExportNamedDeclaration > FunctionDeclaration > BlockStatement > VariableDeclaration:first-child > VariableDeclarator:not([init.type='AwaitExpression'][init.argument.callee.name=/^require/])",
          message: "The first statement of an action awaits require…().",
        },
        {
          selector:
            "ExportNamedDeclaration > FunctionDeclaration > BlockStatement > ExpressionStatement:first-child:not([expression.type='AwaitExpression'][expression.argument.callee.name=/^require/])",
          message: "The first statement of an action awaits require…().",
        },
        {
          selector:
            "ExportNamedDeclaration > FunctionDeclaration:has(> Identifier.params[name='state']):not(:has(CallExpression[callee.name=/^(isLanguagePress|keepSection)$/]))",
          message:
            "A form's action does nothing when the form is only shown in the other language.",
        },
      ],
    },
  },
);
