import { getLocale, getTranslations } from "next-intl/server";
import { shipmentWords } from "./shipment-words";
import { tasksHref } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-href";
import { PageLink } from "@/components/layout/page-link";
import { ClockLeft } from "@/components/record/clock-left";
import { ClockLine } from "@/components/record/clock-line";
import { StatusTag } from "@/components/record/status-tag";
import { clockOf } from "@/lib/applications/clock-figures";
import type { Home } from "@/lib/applications/queries/home";
import { now } from "@/lib/clock";
import { getCalendar } from "@/lib/reference/queries";
import type { Reference } from "@/lib/reference/types";

/** What the office has, with the time that is left of its promise. */
export async function WithOffice({ home, reference }: { home: Home; reference: Reference }) {
  const t = await getTranslations("dashboard.office");
  const locale = await getLocale();
  const calendar = await getCalendar();
  const { withOffice, withOfficeCount } = home;
  return (
    <section aria-labelledby="with-office">
      <div className="section-head">
        <h2 id="with-office">{t("title")}</h2>
        <PageLink className="small" href="/applications">
          {t("all")}
        </PageLink>
      </div>
      {withOffice.length === 0 ? <p>{t("none")}</p> : null}
      <ul className="grid grid--2">
        {withOffice.map((row) => {
          const clock = clockOf(row, now(), calendar);
          return (
            <li key={row.id} className="card card--link clock">
              <h3>
                <PageLink href={tasksHref(row.id)}>{row.number}</PageLink>
              </h3>
              <p>
                <StatusTag status={row.status} />
              </p>
              <ClockLeft clock={clock} />
              <p>{shipmentWords(row, locale, reference).join(", ")}</p>
              <p className="soft">
                <ClockLine clock={clock} reader="exporter" />
              </p>
            </li>
          );
        })}
      </ul>
      {withOfficeCount > withOffice.length ? (
        <p className="small">
          <PageLink href={{ pathname: "/applications", query: { view: "submitted" } }}>
            {t("more", { count: withOfficeCount })}
          </PageLink>
        </p>
      ) : null}
    </section>
  );
}
