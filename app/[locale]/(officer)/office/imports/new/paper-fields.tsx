import { getLocale, getTranslations } from "next-intl/server";
import { DollarField } from "@/components/form/dollar-field";
import { SelectField } from "@/components/form/select-field";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { lineKeys, lineNames, unknownOrigin } from "@/lib/imports/checks-typed";
import { registerLimits } from "@/lib/imports/schema-register";
import { nameIn, sortByName } from "@/lib/reference/lookups";
import type { Reference } from "@/lib/reference/types";
import { OriginBoxes } from "./origin-boxes";

type Known = Pick<Reference, "participants" | "subheadings">;

/** What is read from the paper. Nothing is filled in: it is typed, number and mass twice. */
export async function PaperFields({ reference }: { reference: Known }) {
  const t = await getTranslations("office.imports.form");
  const locale = await getLocale();
  const countries = sortByName(reference.participants, locale).map((participant) => ({
    value: participant.code,
    text: nameIn(participant, locale),
  }));
  const others = countries.filter(({ value }) => value !== "CA");
  const prompt = t("choose");
  return (
    <>
      <section className="box" aria-labelledby="paper-title">
        <h2 id="paper-title">{t("paper")}</h2>
        <div className="grid3">
          <TextField name="number" label={t("number")} required maxLength={registerLimits.number} />
          <TextField
            name="numberAgain"
            label={t("numberAgain")}
            required
            maxLength={registerLimits.number}
          />
          <SelectField
            name="issuer"
            label={t("issuer")}
            required
            prompt={prompt}
            options={others.map(({ value, text }) => ({ value, text: `${text} (${value})` }))}
          />
          <TextField name="issuedOn" label={t("issuedOn")} hint={t("dateHint")} required />
          <TextField name="expiresOn" label={t("expiresOn")} hint={t("dateHint")} required />
          <SelectField
            name="provenance"
            label={t("provenance")}
            required
            prompt={prompt}
            options={others}
          />
          <SelectField
            name="origins[0]"
            label={t("origin")}
            required
            prompt={t("chooseOrigin")}
            options={[{ value: unknownOrigin, text: t("unknown") }, ...countries]}
          />
        </div>
        <OriginBoxes summary={t("more")} text={t("moreText")} options={countries} />
      </section>
      <section className="box" aria-labelledby="diamonds-title">
        <h2 id="diamonds-title">{t("diamonds")}</h2>
        <p className="hint">{t("linesHint")}</p>
        {lineKeys.map((key) => {
          const subheading = lineNames[key];
          const known = reference.subheadings.find(({ code }) => code === subheading);
          return (
            <fieldset key={key} className="hs">
              <legend>
                <b>{subheading}</b>{" "}
                <span className="soft">{locale === "fr" ? known?.textFr : known?.textEn}</span>
              </legend>
              <div className="grid3">
                <TextField
                  name={`${key}.carats`}
                  label={t("lineCaratsOf", { subheading })}
                  inputMode="decimal"
                />
                <DollarField name={`${key}.usd`} label={t("lineUsdOf", { subheading })} />
              </div>
            </fieldset>
          );
        })}
        <div className="grid3">
          <TextField name="carats" label={t("carats")} required inputMode="decimal" />
          <TextField name="caratsAgain" label={t("caratsAgain")} required inputMode="decimal" />
          <DollarField name="usd" label={t("usd")} required />
          <TextField name="parcels" label={t("parcels")} inputMode="numeric" />
        </div>
        <TextArea
          name="shipper"
          label={t("shipper")}
          hint={t("shipperHint")}
          rows={3}
          maxLength={registerLimits.shipper}
        />
      </section>
    </>
  );
}
