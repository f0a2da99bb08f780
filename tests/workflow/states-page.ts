import { sideOf, transitions } from "@/lib/applications/status";
import { ApplicationStatus } from "@/prisma/generated/enums";

const code = (words: string | readonly string[]) =>
  (typeof words === "string" ? [words] : words).map((word) => `\`${word}\``).join(", ");

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** docs/states.md, from the one table of the code. */
export function statesPage(): string {
  const moves = Object.entries(transitions).map(([move, { from, to, by, guards }]) => [
    code(move),
    code(from),
    code(to),
    by,
    code(guards),
  ]);
  const sides = Object.values(ApplicationStatus).map((status) => [
    code(status),
    sideOf(status) ?? "nobody",
  ]);
  return `# The life of an application

Written from \`transitions\` in [lib/applications/status.ts](../lib/applications/status.ts), the only authority; a test compares this page with it
(\`npx vitest run --project=unit tests/workflow -u\` writes it anew).

${table(["Move", "From", "To", "By", "Guards"], moves)}

The service clock runs for:

${table(["Status", "Side"], sides)}
`;
}
