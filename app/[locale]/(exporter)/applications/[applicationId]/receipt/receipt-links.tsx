import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ShownSubmission } from "./next-steps";
import { fileSize } from "@/lib/forms/file-size";

interface Props {
  applicationId: string;
  submission: Pick<ShownSubmission, "version" | "receipts">;
}

/** The PDF of what was submitted, in the reader's language and in the other; or that it is being prepared. */
export function ReceiptLinks({ applicationId, submission: { version, receipts } }: Props) {
  const t = useTranslations("receipt");
  const locale = useLocale();
  const other = locale === "fr" ? "en" : "fr";
  const sizeOf = (language: typeof locale) =>
    receipts.find((receipt) => receipt.language === language)?.size;
  const address = (language: typeof locale) =>
    `/api/applications/${applicationId}/receipts/${version}/${language}`;
  const own = sizeOf(locale);
  if (own === undefined) return <p role="status">{t("preparing")}</p>;
  const pdf = (chunks: ReactNode) => (
    <a href={address(other)} hrefLang={other} lang={other}>
      {chunks}
    </a>
  );
  return (
    <>
      <p>
        <a href={address(locale)}>{t("download")}</a> ({fileSize(own, locale)})
      </p>
      {sizeOf(other) === undefined ? null : <p className="small">{t.rich("other", { pdf })}</p>}
    </>
  );
}
