import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActivityCard } from "./activity-card";
import { AnnouncedCards } from "./announced-cards";
import { CompletedTable } from "./completed-table";
import { greetingAt } from "./greeting";
import { ImportsCard } from "./imports-card";
import { MessagesCard } from "./messages-card";
import { NobodyYet } from "./nobody-yet";
import { WaitingCards } from "./waiting-cards";
import { WithOffice } from "./with-office";
import { InvitationNotices } from "@/app/[locale]/(exporter)/profile/invitation-notices";
import { PageLink } from "@/components/layout/page-link";
import { listActivity } from "@/lib/applications/queries/activity";
import { findHome } from "@/lib/applications/queries/home";
import { chosenStanding } from "@/lib/auth/acting-for";
import { currentPerson, requireExporter } from "@/lib/auth/current";
import { profilesWith } from "@/lib/auth/viewer";
import { now, todayInOttawa } from "@/lib/clock";
import { listInvitations } from "@/lib/exporters/queries/invitations";
import { listImportBalances } from "@/lib/imports/queries/balances";
import { listAnnouncements } from "@/lib/imports/queries/list-announcements";
import { isAnnouncementOpen } from "@/lib/imports/status";
import { listThreads } from "@/lib/messages/queries/list-threads";
import { threadFilter } from "@/lib/messages/schema-list";
import { getReference } from "@/lib/reference/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("dashboard");
  return { title: t("title") };
}

/** Where an exporter begins: what needs them, what the office has, what is done. */
export default async function HomePage() {
  const viewer = await requireExporter();
  const t = await getTranslations("dashboard");
  const chosen = await chosenStanding();
  const person = await currentPerson();
  const greeting = t(`greeting.${greetingAt(now())}`, { name: person?.firstName ?? "" });
  const invitations = await listInvitations(viewer);
  if (!chosen) {
    return (
      <main id="main" className="container">
        <h1>{t("title")}</h1>
        <p className="lede">{greeting}</p>
        <InvitationNotices invitations={invitations} />
        <NobodyYet />
      </main>
    );
  }
  const { exporterId } = chosen;
  const [home, activity, imports, announced, threads, reference] = await Promise.all([
    findHome(viewer, exporterId),
    listActivity(viewer, exporterId, 8),
    listImportBalances(viewer, exporterId),
    listAnnouncements(viewer, exporterId),
    listThreads(viewer, exporterId, threadFilter.parse({}), 3),
    getReference(todayInOttawa()),
  ]);
  const mayAct = profilesWith(viewer, "prepare").includes(exporterId);
  const waiting = announced.filter(({ status }) => mayAct && isAnnouncementOpen(status));
  const count = home.waitingCount + waiting.length;
  const need = t(mayAct ? "need" : "needOthers", { count });
  return (
    <main id="main" className="container">
      <h1>{t("title")}</h1>
      <InvitationNotices invitations={invitations} />
      <div className="section-head section-head--tight">
        <p className="lede">
          {greeting} {home.any || count > 0 ? need : null}
        </p>
        {mayAct ? (
          <PageLink className="button" href="/applications/new">
            {t("new")}
          </PageLink>
        ) : null}
      </div>
      <div className="layout">
        <div>
          <AnnouncedCards rows={waiting} />
          {home.any ? (
            <>
              {count === waiting.length && count > 0 ? null : (
                <WaitingCards home={home} mayAct={mayAct} reference={reference} />
              )}
              <WithOffice home={home} reference={reference} />
              <CompletedTable rows={home.completed} reference={reference} mayAct={mayAct} />
            </>
          ) : (
            <div className="notice">
              <h2>{t("first.title", { exporter: chosen.legalName })}</h2>
              <p>{t(mayAct ? "first.text" : "first.viewOnly")}</p>
            </div>
          )}
        </div>
        <aside aria-label={t("aside")}>
          <ImportsCard balances={imports} reference={reference} mayAct={mayAct} />
          <MessagesCard rows={threads.rows} mayAct={mayAct} />
          <ActivityCard activity={activity} />
        </aside>
      </div>
    </main>
  );
}
