import { useLocale, useTranslations } from "next-intl";
import { PageLink } from "@/components/layout/page-link";
import { CountryName } from "@/components/record/country-name";
import { showDecimal } from "@/lib/forms/numbers";
import type { ImportBalance } from "@/lib/imports/queries/balances";
import type { Reference } from "@/lib/reference/types";

interface Props {
  balances: readonly ImportBalance[];
  reference: Reference;
  /** Whether the reader may announce an import. */
  mayAct: boolean;
}

/** How many; their own page has them all. */
const shown = 5;

/** What is left of the import certificates of the profile. */
export function ImportsCard({ balances, reference, mayAct }: Props) {
  const t = useTranslations("dashboard.imports");
  const locale = useLocale();
  const left = balances.filter(({ remaining }) => Number(remaining) > 0);
  return (
    <section className="card card--wash">
      <h2>{t("title")}</h2>
      {left.length === 0 ? (
        <p>{t(balances.length === 0 ? "none" : "used")}</p>
      ) : (
        <>
          <p className="soft">{t("text")}</p>
          <dl className="facts">
            {left.slice(0, shown).map(({ id, number, issuer, remaining, carats }) => (
              <div key={id}>
                <dt>
                  <span className="mono">{number}</span>,{" "}
                  <CountryName code={issuer} reference={reference} />
                </dt>
                <dd>
                  {t("left", {
                    left: showDecimal(remaining, locale),
                    all: showDecimal(carats, locale),
                  })}
                  <progress
                    aria-label={t("bar", { number })}
                    value={Number(remaining)}
                    max={Number(carats)}
                  />
                </dd>
              </div>
            ))}
          </dl>
          {left.length > shown ? <p>{t("more", { count: left.length - shown })}</p> : null}
        </>
      )}
      <p>
        <PageLink href="/imports">{t("all")}</PageLink>
      </p>
      {mayAct ? (
        <p>
          <PageLink href="/imports/new">{t("announce")}</PageLink>
        </p>
      ) : null}
    </section>
  );
}
