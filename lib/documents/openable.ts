import type { ScanState } from "@/prisma/generated/enums";

/** The states of the virus check in which anybody is given a file. */
export const openable = ["unscanned", "clean"] as const satisfies readonly ScanState[];

/** Whether a link to the file leads anywhere; a frozen document of which nothing else is known is openable. */
export function isOpenable(scan: ScanState | undefined): boolean {
  return scan === undefined || openable.some((state) => state === scan);
}
