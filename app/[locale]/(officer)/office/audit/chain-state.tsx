import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import type { ChainState as State } from "@/lib/audit/queries/chain-state";
import { problemWords } from "./problem-words";

/** Whether the record is whole: the first line of the audit. */
export async function ChainState({ state: { batch, check, waiting } }: { state: State }) {
  const t = await getTranslations("office.audit.state");
  const times = await deskTimes();
  const say = await problemWords();
  const b = (words: ReactNode) => <b>{words}</b>;
  const chain = batch && { total: batch.total, sealed: times.near(batch.sealedAt) };
  const checked = check && times.near(check.at);
  function sentence() {
    if (!chain) return t.rich("never", { b });
    if (!check || !checked) return t.rich("unchecked", { b, ...chain });
    if (check.broken) return t.rich("broken", { b, checked, problem: say(check.broken) });
    return t.rich("whole", { b, ...chain, checked });
  }
  const look = check?.broken ? "law" : check && chain ? "ok" : "note";
  return (
    <p className={look}>
      {sentence()} {t("waiting", { count: waiting })}{" "}
      <PageLink href="/office/audit/chain">{t("check")}</PageLink>
    </p>
  );
}
