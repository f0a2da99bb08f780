import type { StepKind } from "@/prisma/generated/enums";

/** With these no confirmation of an import is waited for. */
export const notAwaited: StepKind[] = [
  "import_confirmed",
  "replaced",
  "invalidated",
  "surrendered",
  "lost",
  "never_exported",
];
