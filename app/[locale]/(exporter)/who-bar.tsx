import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { switchProfile } from "./actions";
import { chosenStanding, recordsExporter } from "@/lib/auth/acting-for";
import { currentPerson } from "@/lib/auth/current";

/**
 * Who is signed in, and for whom they act here: the profile of the record on the page, else the chosen
 * one, with a way to choose another.
 */
export async function WhoBar() {
  const t = await getTranslations("frame");
  const person = await currentPerson();
  if (!person) return null;
  const name = person.name || (person.email ?? "");
  const b = (chunks: ReactNode) => <strong>{chunks}</strong>;
  const chosen = await chosenStanding();
  if (!chosen) return <p>{t.rich("signedInAs", { name, b })}</p>;
  const { standings } = person;
  const ofRecord = await recordsExporter();
  if (ofRecord || standings.length === 1) {
    return <p>{t.rich("signedInFor", { name, exporter: ofRecord ?? chosen.legalName, b })}</p>;
  }
  return (
    <form className="who__switch" action={switchProfile}>
      <p>{t.rich("signedInFor", { name, exporter: chosen.legalName, b })}</p>
      <label className="visually-hidden" htmlFor="acting-for">
        {t("actingForLabel")}
      </label>
      <select
        key={chosen.exporterId}
        id="acting-for"
        name="actingFor"
        defaultValue={chosen.exporterId}
      >
        {standings.map(({ exporterId, legalName }) => (
          <option key={exporterId} value={exporterId}>
            {legalName}
          </option>
        ))}
      </select>
      <button className="button button--secondary button--small">{t("actingForButton")}</button>
    </form>
  );
}
