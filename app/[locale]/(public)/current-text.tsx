import { getLocale, getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";
import { PortalText } from "@/components/record/portal-text";
import { showDate } from "@/lib/forms/dates";
import { currentText } from "@/lib/texts/queries";
import type { PortalTextKind } from "@/prisma/generated/enums";

/** A text of the office as it holds today, with its version. */
export async function CurrentText({ kind }: { kind: PortalTextKind }) {
  const text = await currentText(kind);
  const t = await getTranslations("texts");
  const locale = await getLocale();
  return (
    <>
      <h1>{t(`kinds.${kind}`)}</h1>
      {text ? (
        <>
          <p className="soft">
            {t("since", { version: text.version, date: showDate(text.validFrom, locale) })}
          </p>
          <PortalText text={locale === "fr" ? text.textFr : text.textEn} />
        </>
      ) : (
        <p>
          {t("none")} <PageLink href="/contact">{t("contact")}</PageLink>
        </p>
      )}
    </>
  );
}
