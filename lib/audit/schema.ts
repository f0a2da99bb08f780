import * as z from "zod";
import { kindGroups } from "@/lib/audit/said/say";
import { isCalendarDate } from "@/lib/calendar";
import { searchText } from "@/lib/forms/search-text";

export const actingRoles = ["exporter", "officer", "system"] as const;

const typed = z
  .string()
  .transform((text) => searchText(text))
  .catch("");

/** What the address of the audit says; anything that cannot be understood counts as not said. */
export const auditFilter = z.object({
  record: typed,
  who: typed,
  what: z.enum(["", ...kindGroups]).catch(""),
  role: z.enum(["", ...actingRoles]).catch(""),
  from: typed,
  to: typed,
  after: z
    .string()
    .regex(/^\d{1,18}$/)
    .catch(""),
});
export type AuditFilter = z.infer<typeof auditFilter>;

/** The same in the shortest address: what is not said is left out. */
export function auditAddress(filter: Partial<AuditFilter>): Record<string, string> {
  return Object.fromEntries(Object.entries(filter).filter(([, said]) => said !== ""));
}

/** The days as they were typed that are none. */
export function wrongDays({ from, to }: AuditFilter): string[] {
  return [from, to].filter((day) => day !== "" && !isCalendarDate(day));
}
