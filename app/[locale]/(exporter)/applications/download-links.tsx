import { useLocale, useTranslations } from "next-intl";
import { exportAddress, exportLimit } from "@/app/api/exporters/[exporterId]/applications/address";
import type { ListFilter } from "@/lib/applications/schema-list";

interface Props {
  exporterId: string;
  filter: ListFilter;
  count: number;
}

/** The filtered list as a file: what is shown, and all pages of it. */
export function DownloadLinks({ exporterId, filter, count }: Props) {
  const t = useTranslations("applications.download");
  const locale = useLocale();
  const formats = ["xlsx", "csv"] as const;
  return (
    <>
      <p className="small">
        {t("label")}{" "}
        {formats.map((format, i) => (
          <span key={format}>
            {i > 0 ? " · " : null}
            <a href={exportAddress(exporterId, { format, locale, filter })} download="">
              {t(format)}
            </a>
          </span>
        ))}
      </p>
      {count > exportLimit ? <p className="small">{t("limit", { count: exportLimit })}</p> : null}
    </>
  );
}
