import * as z from "zod";
import { kindGroups } from "@/lib/audit/said/say";
import { isCalendarDate } from "@/lib/calendar";
import { searched } from "@/lib/forms/search-text";
import { shortest } from "@/lib/forms/shortest";

export const actingRoles = ["exporter", "officer", "system"] as const;

/** What the address of the audit says; anything that cannot be understood counts as not said. */
export const auditFilter = z.object({
  record: searched(),
  who: searched(),
  what: z.enum(["", ...kindGroups]).catch(""),
  role: z.enum(["", ...actingRoles]).catch(""),
  from: searched(),
  to: searched(),
  after: z
    .string()
    .regex(/^\d{1,18}$/)
    .catch(""),
});
export type AuditFilter = z.infer<typeof auditFilter>;

/** The same in the shortest address: what is not said is left out. */
export const auditAddress = (filter: Partial<AuditFilter>) => shortest(filter);

/** The days as they were typed that are none. */
export function wrongDays({ from, to }: AuditFilter): string[] {
  return [from, to].filter((day) => day !== "" && !isCalendarDate(day));
}
