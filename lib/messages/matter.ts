import type { ThreadAbout } from "@/prisma/generated/enums";

/** What a query selects of what a conversation is about. */
export const matterNamed = {
  about: true,
  application: { select: { id: true, number: true } },
  certificate: { select: { id: true, number: true } },
  importCertificate: { select: { id: true, number: true } },
} as const;

interface Named {
  readonly id: string;
  readonly number: string | null;
}
interface Of {
  readonly about: ThreadAbout;
  readonly application: Named | null;
  readonly certificate: Named | null;
  readonly importCertificate: Named | null;
}

export interface ThreadMatterNamed {
  readonly kind: Exclude<ThreadAbout, "general">;
  readonly id: string;
  readonly number: string;
}

/** The numbered thing that a conversation is about; null where it is general. */
export function matterIn(thread: Of): ThreadMatterNamed | null {
  const { about, application, certificate, importCertificate } = thread;
  const named = application ?? certificate ?? importCertificate;
  return about === "general" || !named
    ? null
    : { kind: about, id: named.id, number: named.number ?? "" };
}
