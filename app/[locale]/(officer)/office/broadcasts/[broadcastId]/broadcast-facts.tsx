import { getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import { SummaryList } from "@/components/record/summary-list";
import type { FoundBroadcast } from "@/lib/broadcasts/queries";

/** For whom, from when until when, by whom, and who has been told. */
export async function BroadcastFacts({ broadcast }: { broadcast: FoundBroadcast }) {
  const t = await getTranslations("office.broadcasts");
  const times = await deskTimes();
  const { everybody, exporters, told, mailed, takenBackAt, takenBackBy } = broadcast;
  const audience = exporters.map(({ id, legalName }) => (
    <PageLink
      key={id}
      href={{ pathname: "/office/exporters/[exporterId]", params: { exporterId: id } }}
    >
      {legalName}
    </PageLink>
  ));
  const by = (who: string, at: Date) => t("one.by", { by: who, when: times.near(at) });
  const rows = [
    { term: t("one.for"), text: everybody ? t("everybody") : audience },
    { term: t("one.from"), text: times.moment(broadcast.shownFrom) },
    { term: t("one.until"), text: times.moment(broadcast.shownUntil) },
    { term: t("one.planned"), text: by(broadcast.plannedBy, broadcast.plannedAt) },
    {
      term: t("one.told"),
      text: told === 0 ? t("one.nobodyYet") : t("one.toldBy", { told, mailed: String(mailed) }),
    },
  ];
  const taken = takenBackAt
    ? [{ term: t("one.takenBack"), text: by(takenBackBy ?? "", takenBackAt) }]
    : [];
  return <SummaryList rows={[...rows, ...taken]} />;
}
