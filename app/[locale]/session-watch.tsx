import { getLocale, getTranslations } from "next-intl/server";
import { SessionBar } from "@/components/layout/session-bar";
import { currentSession } from "@/lib/auth/current";
import { endOf } from "@/lib/auth/session-end";
import { panelAddress, sheetAddress } from "@/lib/auth/session-panel";

/** At the end of the pages of somebody signed in: warns before the session ends. */
export async function SessionWatch() {
  const session = await currentSession();
  if (!session) return null;
  const t = await getTranslations("session");
  const { warnIn } = endOf(session);
  return (
    <>
      <link rel="stylesheet" href={sheetAddress(warnIn)} />
      <SessionBar address={panelAddress(await getLocale())} title={t("title")} warnIn={warnIn} />
    </>
  );
}
