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

/** As forms and addresses name it: `application:ID`. */
export const choiceOf = ({ kind, id }: Pick<ThreadMatterNamed, "kind" | "id">) => `${kind}:${id}`;

/** A conversation, with the numbered thing that it is about in one place; null where it is general. */
export function withMatter<T extends Of>(thread: T) {
  const { application, certificate, importCertificate, ...rest } = thread;
  const { about }: Of = thread;
  const named = application ?? certificate ?? importCertificate;
  const matter: ThreadMatterNamed | null =
    about === "general" || !named
      ? null
      : { kind: about, id: named.id, number: named.number ?? "" };
  return { ...rest, matter };
}
