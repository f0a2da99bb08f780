import { getLocale, getTranslations } from "next-intl/server";
import { signed } from "./correction/signed";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PageLink } from "@/components/layout/page-link";
import type { Href } from "@/lib/i18n/navigation";
import type { OpenCorrection } from "@/lib/imports/statement";

interface Props {
  correction: OpenCorrection;
  /** Where it is decided. */
  href: Href;
}

/** Says that a correction waits, to everybody of the office who reads the account. */
export async function CorrectionNotice({ correction, href }: Props) {
  const t = await getTranslations("statement.correction");
  const locale = await getLocale();
  const times = await deskTimes();
  return (
    <section className="need" aria-labelledby="correction-title">
      <h2 id="correction-title">{t("title")}</h2>
      <p>
        {t("text", {
          by: correction.by,
          when: times.near(correction.proposedAt),
          carats: signed(correction.carats, locale, "carats"),
          usd: signed(correction.usd, locale, "usd"),
        })}
      </p>
      <p>
        <PageLink href={href}>{t(correction.byViewer ? "see" : "decide")}</PageLink>
      </p>
    </section>
  );
}
