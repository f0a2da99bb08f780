import { useLocale, useTranslations } from "next-intl";
import type { RowProps } from "./origin-row";
import { SelectField } from "@/components/form/select-field";
import { PageLink } from "@/components/layout/page-link";
import { showDecimal } from "@/lib/forms/numbers";
import { useFormatter } from "@/lib/i18n/formatter";
import { countryNames, nameIn } from "@/lib/reference/lookups";

/** The import certificates of this exporter, each with what is left of it. */
export function CertificateField({
  index,
  values,
  names: { reference, certificates },
}: Pick<RowProps, "index" | "values" | "names">) {
  const t = useTranslations("application.origin");
  const common = useTranslations("application");
  const imports = useTranslations("imports.notListed");
  const format = useFormatter();
  const locale = useLocale();
  const name = `origins[${index}].importCertificateId`;
  // In a tab of its own: nothing that is typed in this section is lost.
  const announce = (
    <PageLink href="/imports/new" target="_blank" rel="noopener">
      {imports("link")}
    </PageLink>
  );
  const origins = (codes: readonly string[]) =>
    codes.length === 0
      ? t("originUnknown")
      : format.list(codes.map((code) => nameIn(countryNames(reference, code), locale)));
  return (
    <>
      {certificates.length === 0 ? (
        <div className="notice">
          <h3>{common("missingCertificates.title")}</h3>
          <p>{common("missingCertificates.text")}</p>
          <p>{announce}</p>
        </div>
      ) : null}
      <SelectField
        name={name}
        value={values[name]}
        label={t("certificate")}
        hint={
          <>
            {t("certificateHint")}
            {certificates.length > 0 ? (
              <>
                {" "}
                {imports("text")} {announce}
              </>
            ) : null}
          </>
        }
        required
        prompt={common("choose")}
        width="w-full"
        options={certificates.map(({ id, number, origins: codes, remaining }) => ({
          value: id,
          text: t("certificateOption", {
            number,
            origins: origins(codes),
            remaining: showDecimal(remaining, locale, "carats"),
          }),
        }))}
      />
    </>
  );
}
