import type { OfficerViewer } from "@/lib/auth/viewer";
import { mandateOf } from "@/lib/exporters/own-profile";
import { named } from "@/lib/people/name";
import type { Prisma } from "@/prisma/generated/client";

/** The files that exporters sent with a message: what an import certificate can be registered from. */
export const sentScans: Prisma.DocumentWhereInput = {
  removedAt: null,
  message: { side: "exporter", sentAt: { not: null } },
};

/** What is read of such a file. */
export const scanColumns = (viewer: OfficerViewer) =>
  ({
    id: true,
    kind: true,
    name: true,
    scan: true,
    importCertificate: { select: { id: true, number: true } },
    message: {
      select: {
        sentAt: true,
        author: named,
        thread: {
          select: {
            id: true,
            subject: true,
            exporter: {
              select: {
                id: true,
                legalName: true,
                city: true,
                province: true,
                mergedIntoId: true,
                ...mandateOf(viewer),
              },
            },
          },
        },
      },
    },
  }) as const satisfies Prisma.DocumentSelect;
