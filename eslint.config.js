import next from "eslint-config-next/core-web-vitals";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

/** The rooms of the house in their order: a noun may use the nouns to its left only. */
const nouns = [
  "people",
  "officers",
  "texts",
  "reference",
  "exporters",
  "imports",
  "applications",
  "documents",
  "office-notes",
  "reviews",
  "transparency",
  "certificates",
  "audit",
  "retention",
  "search",
  "dossiers",
  "amendments",
];

const forbid = (group, message) => ({ group, message });
const imports = (...patterns) => ({ "no-restricted-imports": ["error", { patterns }] });

const database = forbid(
  ["@/lib/db", "@/prisma/generated/client", "@prisma/client"],
  "Pages and actions go through lib/<noun>/queries and commands.",
);
const framework = forbid(
  ["next/link"],
  "Links are components/layout/page-link.tsx: localised and plain.",
);
const ownNavigation = {
  regex: "^next/navigation$",
  importNames: ["redirect", "permanentRedirect", "notFound", "forbidden", "unauthorized"],
  message: "Redirect through lib/i18n/navigation; a thrown 404 is empty without script.",
};
const ownFormatter = {
  regex: "^next-intl(/server)?$",
  importNames: ["useFormatter", "getFormatter"],
  message: "Dates and times are written by lib/i18n/formatter: 14 h 41, not 14:41, in French.",
};
const ofPages = [database, framework, ownNavigation, ownFormatter];
const app = forbid(["@/app/*"], "lib and components know nothing of pages.");
const unnoted = forbid(
  ["@/components/layout/record-not-found"],
  "What a page does not give is noted: draw app/[locale]/record-not-found.tsx.",
);
const officeNotes = forbid(
  ["@/lib/office-notes/*"],
  "What officers write to each other never leaves the office: no page, letter or answer of an exporter.",
);
const pages = forbid(["@/components/*", "@/app/*"], "lib knows nothing of pages or their parts.");

/** The files of a noun that hold rules: no clock, no database, no framework. */
const pureNames = [
  "status",
  "checks",
  "number",
  "original",
  "clock-figures",
  "schema",
  "sections",
  "answers",
  "merge",
  "clashes",
  "totals",
  "origin",
  "snapshot",
  "officer",
  "book",
  "copy",
];
const pureFiles = (noun) => [
  ...pureNames.flatMap((name) => [`lib/${noun}/${name}.ts`, `lib/${noun}/${name}-*.ts`]),
  `lib/${noun}/rules/**/*.ts`,
  `lib/${noun}/signals/**/*.ts`,
  `lib/${noun}/seal/*.ts`,
];
const pure = forbid(
  ["react", "next", "next/*", "server-only", "@/lib/db", "@/prisma/generated/client"],
  "Rules are pure: no clock, no database, no framework.",
);
const tests = ["**/*.test.ts", "**/*.test.tsx"];

/** Everything to the right of `noun` is out of its reach. */
function nounFences(noun) {
  const later = nouns.slice(nouns.indexOf(noun) + 1).map((name) => `@/lib/${name}/*`);
  const order = later.length ? [forbid(later, `Arrows point left: ${nouns.join(" ← ")}.`)] : [];
  const fences = noun === "office-notes" || noun === "reviews" ? order : [...order, officeNotes];
  const offWeb = forbid(
    ["next/navigation", "next/headers"],
    "A noun does not know that it is on the web.",
  );
  return [
    {
      files: [`lib/${noun}/**/*.{ts,tsx}`],
      ignores: tests,
      rules: imports(pages, offWeb, ...fences),
    },
    { files: pureFiles(noun), ignores: tests, rules: imports(pages, pure, ...fences) },
  ];
}

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
        "^@/(?!lib/(?:office|calendar|certificates/(?:seal/[\\w-]+|status/(?:lists|read-list|verify-list)|keys/credential-keys|read-vc-jwt|figures|validity))$)",
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
