import "server-only";
import type { OfficerViewer, Viewer } from "@/lib/auth/viewer";
import { mayFollow, visibleTo } from "@/lib/certificates/access";
import { db } from "@/lib/db";
import { fullName, named } from "@/lib/people/name";
import { idIs } from "@/lib/row-id";
import { storeNamed } from "@/lib/storage/stores";

/** The printers as they are set now, by name. Lengths are tenths of a millimetre. */
export async function findPrinters(viewer: OfficerViewer) {
  const found = await db().printer.findMany({
    where: { replacedBy: null },
    select: {
      id: true,
      name: true,
      right: true,
      down: true,
      setAt: true,
      setBy: named,
      files: { where: { stepId: null }, select: { id: true, size: true } },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return {
    printers: found.map(({ setBy, files, ...printer }) => ({
      ...printer,
      by: fullName(setBy),
      /** Null until the worker has made it. */
      test: files[0] ?? null,
    })),
    maySet: mayFollow(viewer),
  };
}
export type Printers = Awaited<ReturnType<typeof findPrinters>>["printers"];

/** The bytes of a PDF for pre-printed sheets, for officers; null where there is none, or it is of a certificate unknown to them. */
export async function openPrint(viewer: Viewer, printId: string) {
  if (viewer.kind !== "officer") return null;
  const file = await db().printFile.findFirst({
    where: {
      AND: [
        idIs(printId),
        { OR: [{ stepId: null }, { step: { certificate: visibleTo(viewer) } }] },
      ],
    },
    select: {
      store: true,
      key: true,
      size: true,
      step: { select: { sheet: true, certificate: { select: { number: true } } } },
    },
  });
  if (!file) return null;
  const { step, size } = file;
  const name = step ? `${step.certificate.number}-${step.sheet}.pdf` : "test-print.pdf";
  return { name, size, stream: await storeNamed(file.store).read(file.key) };
}
