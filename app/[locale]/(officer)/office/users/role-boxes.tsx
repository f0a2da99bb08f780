import { getTranslations } from "next-intl/server";
import { CheckboxField } from "@/components/form/checkbox-field";
import { officerRoles } from "@/lib/officers/schema";
import type { OfficerRole } from "@/prisma/generated/enums";

/** One box for each role, with what it lets somebody do. */
export async function RoleBoxes({ roles = [] }: { roles?: readonly OfficerRole[] }) {
  const t = await getTranslations("office.users.roles");
  const names = await getTranslations("frame.roles");
  return (
    <fieldset>
      <legend>{t("legend")}</legend>
      {officerRoles.map((role) => (
        <CheckboxField
          key={role}
          name={role}
          label={names(role)}
          hint={t(role)}
          value={roles.includes(role) ? "yes" : ""}
        />
      ))}
    </fieldset>
  );
}
