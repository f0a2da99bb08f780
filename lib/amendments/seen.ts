import { createHash } from "node:crypto";
import type { Row } from "@/lib/amendments/row";
import { canonicalJson } from "@/lib/canonical-json";

/** Which row a page showed: another one has another mark. */
export const seenOf = (row: Row) =>
  createHash("sha256").update(canonicalJson(row)).digest("hex").slice(0, 24);
