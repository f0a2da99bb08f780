import type { Href } from "@/lib/i18n/navigation";
import type { ReferenceKind } from "@/prisma/generated/enums";

type Page = "" | "/change" | "/end";

/** The page of a row, or of what can be proposed about it. */
export function rowHref(kind: ReferenceKind, key: string, page: Page): Href {
  return { pathname: `/office/reference/[kind]/row/[key]${page}`, params: { kind, key } };
}

/** The key that an address names; what can be none names no row. */
export function keyIn(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}
