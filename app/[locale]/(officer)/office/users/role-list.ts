import { getTranslations } from "next-intl/server";
import { getFormatter } from "@/lib/i18n/get-formatter";
import { officerRoles } from "@/lib/officers/schema";
import type { OfficerRole } from "@/prisma/generated/enums";

/** Roles by their names, in the order in which they are always shown. */
export async function roleList(): Promise<(roles: readonly OfficerRole[]) => string> {
  const t = await getTranslations("frame.roles");
  const none = await getTranslations("office.users");
  const format = await getFormatter();
  return (roles) => {
    const names = officerRoles.filter((role) => roles.includes(role)).map((role) => t(role));
    return names.length > 0 ? format.list(names) : none("noRoles");
  };
}
