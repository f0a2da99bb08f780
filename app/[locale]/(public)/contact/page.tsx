import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OfficeEmail } from "@/components/layout/office-email";
import { OfficePhone } from "@/components/layout/office-phone";
import { PageLink } from "@/components/layout/page-link";
import { hoursInWords } from "@/components/record/hours-in-words";
import { getCalendar } from "@/lib/reference/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("contact");
  return { title: t("title") };
}

export default async function ContactPage() {
  const t = await getTranslations("contact");
  const office = await getTranslations("frame");
  const hours = await hoursInWords(await getCalendar());
  return (
    <>
      <h1>{t("title")}</h1>
      <p>{t("text")}</p>
      <dl className="summary">
        <div>
          <dt>{t("email")}</dt>
          <dd>
            <OfficeEmail />
          </dd>
        </div>
        <div>
          <dt>{t("phone")}</dt>
          <dd>
            <OfficePhone />
          </dd>
        </div>
        <div>
          <dt>{t("mail")}</dt>
          <dd>
            {office("office")}
            <br />
            {office("sector")}
            <br />
            {office("address")}
          </dd>
        </div>
        <div>
          <dt>{t("hours.title")}</dt>
          <dd>
            {t("hours.text", { hours: hours.charAt(0).toUpperCase() + hours.slice(1) })}
            <br />
            <PageLink href="/service-standard">{office("subfooter.standard")}</PageLink>
          </dd>
        </div>
      </dl>
    </>
  );
}
