import { getTranslations } from "next-intl/server";
import type { OpenedSection } from "./open-section";
import { sectionHref } from "./section-href";
import { taskText } from "./task-text";
import { PageLink } from "@/components/layout/page-link";
import { sections, type SectionState } from "@/lib/applications/sections";
import { getFormatter } from "@/lib/i18n/get-formatter";

const tint: Record<SectionState, string> = {
  not_started: "",
  in_progress: "tag--blue",
  needs_attention: "tag--amber",
  done: "tag--green",
  cannot_start: "tag--white",
};

/** The sections with their states, computed from the answers; any order, any time. */
export async function TaskList({ opened }: { opened: OpenedSection }) {
  const t = await getTranslations();
  const format = await getFormatter();
  const { application, states } = opened;
  const done = states.filter(({ state }) => state === "done").length;
  const next = states.find(({ state }) => state !== "done" && state !== "cannot_start");
  const going = next?.section ?? "summary";
  const when = format.dateTime(application.updatedAt, { dateStyle: "long", timeStyle: "short" });
  const texts = await taskText(opened);
  const mayPrepare = application.permissions.includes("prepare");
  return (
    <>
      <p className="lede">
        {mayPrepare
          ? t("applications.hub.lede", { done, count: sections.length })
          : t("applications.hub.readOnly")}
      </p>
      <h2 className="visually-hidden">{t("applications.hub.sections")}</h2>
      <ul className="tasks">
        {states.map(({ section, state }) => (
          <li key={section}>
            <div>
              <PageLink href={sectionHref(section, application.id)}>
                {t(`sections.${section}`)}
              </PageLink>
              <p>{state === "cannot_start" ? t("applications.hub.cannotStart") : texts[section]}</p>
            </div>
            <span className={`tag ${tint[state]}`}>{t(`sections.state.${state}`)}</span>
          </li>
        ))}
      </ul>
      <div className="actions">
        {mayPrepare ? (
          <PageLink className="button" href={sectionHref(going, application.id)}>
            {t("applications.hub.continue", { section: t(`sections.${going}`) })}
          </PageLink>
        ) : null}
        <PageLink
          className="button button--secondary"
          href={sectionHref("summary", application.id)}
        >
          {t("applications.hub.check")}
        </PageLink>
        <PageLink className="button button--secondary" href="/applications">
          {t("applications.hub.leave")}
        </PageLink>
      </div>
      <p className="saved">{t("applications.hub.saved", { when })}</p>
    </>
  );
}
