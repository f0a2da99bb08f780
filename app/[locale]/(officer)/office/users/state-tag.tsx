import { getTranslations } from "next-intl/server";
import type { OfficerRow } from "@/lib/officers/queries/list";

const colours = {
  active: "tag--green",
  suspended: "tag--red",
  dormant: "tag--amber",
  former: "tag--none",
} as const;

export async function StateTag({ state }: Pick<OfficerRow, "state">) {
  const t = await getTranslations("office.users.state");
  return <span className={`tag ${colours[state]}`}>{t(state)}</span>;
}
