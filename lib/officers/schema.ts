import * as z from "zod";
import { errorKey } from "@/lib/forms/error-key";
import { OfficerRole } from "@/prisma/generated/enums";

/** In the order in which they are shown. */
export const officerRoles = [
  OfficerRole.reviewer,
  OfficerRole.signatory,
  OfficerRole.administrator,
  OfficerRole.auditor,
] as const;

export const officerLimits = { email: 254, reason: 1000 } as const;

const boxes = {
  reviewer: z.boolean(),
  signatory: z.boolean(),
  administrator: z.boolean(),
  auditor: z.boolean(),
};
const ticked = (typed: Record<OfficerRole, boolean>): OfficerRole[] =>
  officerRoles.filter((role) => typed[role]);
const boxFields = {
  reviewer: "flag",
  signatory: "flag",
  administrator: "flag",
  auditor: "flag",
} as const;

const reason = z
  .string(errorKey("officers.reason.required"))
  .trim()
  .min(1, errorKey("officers.reason.required"))
  .max(officerLimits.reason, errorKey("officers.reason.tooLong"));

/** Who is asked to join the office, and as what. */
export const inviteForm = {
  schema: z
    .object({
      email: z
        .string(errorKey("officers.email.required"))
        .trim()
        .toLowerCase()
        .max(officerLimits.email, errorKey("officers.email.invalid"))
        .pipe(z.email(errorKey("officers.email.invalid"))),
      ...boxes,
    })
    .refine((typed) => ticked(typed).length > 0, {
      error: errorKey("officers.roles.required"),
      path: ["reviewer"],
      when: () => true,
    })
    .transform(({ email, ...typed }) => ({ email, roles: ticked(typed) })),
  fields: { email: "text", ...boxFields },
} as const;

/** The roles of an officer from now on; none for somebody who leaves the office. */
export const rolesForm = {
  schema: z
    .object({ ...boxes, reason })
    .transform(({ reason: why, ...typed }) => ({ reason: why, roles: ticked(typed) })),
  fields: { ...boxFields, reason: "text" },
} as const;

/** Why an officer is suspended or restored. */
export const standingForm = {
  schema: z.object({ why: reason }),
  fields: { why: "text" },
} as const;
