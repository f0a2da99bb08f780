import { getLocale, getTranslations } from "next-intl/server";
import { signed } from "./signed";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { showDecimal } from "@/lib/forms/numbers";
import type { Corrections } from "@/lib/imports/queries/corrections";

interface Props {
  account: Corrections;
  open: NonNullable<Corrections["open"]>;
}

/** What waits to be decided: the account as it is, as the paper says, and the difference. */
export async function Proposal({ account, open }: Props) {
  const t = await getTranslations("correction");
  const locale = await getLocale();
  const times = await deskTimes();
  const show = (figure: string) => showDecimal(figure, locale);
  const rows = [
    ["now", show(account.registered.carats), show(account.registered.usd)],
    ["paper", show(open.total.carats), show(open.total.usd)],
    ["difference", signed(open.carats, locale), signed(open.usd, locale)],
  ] as const;
  return (
    <section className="box" aria-labelledby="proposal-title">
      <h2 id="proposal-title">{t("proposal.title")}</h2>
      <p>{t("proposal.by", { by: open.by, when: times.near(open.proposedAt) })}</p>
      <blockquote>
        <p className="written">{open.reason}</p>
      </blockquote>
      <table className="t">
        <caption className="visually-hidden">{t("proposal.title")}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t("proposal.total")}</span>
            </th>
            <th scope="col" className="num">
              {t("columns.carats")}
            </th>
            <th scope="col" className="num">
              {t("columns.usd")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, carats, usd]) => (
            <tr key={name}>
              <th scope="row">{t(`proposal.${name}`)}</th>
              <td className="num">{carats}</td>
              <td className="num">{usd}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={open.left.startsWith("-") ? "law" : "small"}>
        {t(open.left.startsWith("-") ? "proposal.below" : "proposal.left", {
          used: showDecimal(account.used, locale, "carats"),
          left: showDecimal(open.left, locale, "carats"),
        })}
      </p>
    </section>
  );
}
