// What a file may reach for, by its place: the parts that eslint.config.js puts together.

/** The rooms of the house in their order: a noun may use the nouns to its left only. */
export const nouns = [
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

export const forbid = (group, message) => ({ group, message });
export const imports = (...patterns) => ({ "no-restricted-imports": ["error", { patterns }] });

export const database = forbid(
  ["@/lib/db", "@/prisma/generated/client", "@prisma/client"],
  "Pages and actions go through lib/<noun>/queries and commands.",
);
export const framework = forbid(
  ["next/link"],
  "Links are components/layout/page-link.tsx: localised and plain.",
);
export const ownNavigation = {
  regex: "^next/navigation$",
  importNames: ["redirect", "permanentRedirect", "notFound", "forbidden", "unauthorized"],
  message: "Redirect through lib/i18n/navigation; a thrown 404 is empty without script.",
};
export const ownFormatter = {
  regex: "^next-intl(/server)?$",
  importNames: ["useFormatter", "getFormatter"],
  message: "Dates and times are written by lib/i18n/formatter: 14 h 41, not 14:41, in French.",
};
export const ofPages = [database, framework, ownNavigation, ownFormatter];
export const app = forbid(["@/app/*"], "lib and components know nothing of pages.");
export const unnoted = forbid(
  ["@/components/layout/record-not-found"],
  "What a page does not give is noted: draw app/[locale]/record-not-found.tsx.",
);
export const officeNotes = forbid(
  ["@/lib/office-notes/*"],
  "What officers write to each other never leaves the office: no page, letter or answer of an exporter.",
);
export const pages = forbid(
  ["@/components/*", "@/app/*"],
  "lib knows nothing of pages or their parts.",
);

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
  `lib/${noun}/{record,receipt,seal}/*.ts`,
  `lib/${noun}/life/{life,schema}.ts`,
];
const pure = forbid(
  ["react", "next", "next/*", "server-only", "@/lib/db", "@/prisma/generated/client"],
  "Rules are pure: no clock, no database, no framework.",
);
export const tests = ["**/*.test.ts", "**/*.test.tsx"];

/** Everything to the right of `noun` is out of its reach. */
export function nounFences(noun) {
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
