import { getLocale, getTranslations } from "next-intl/server";
import { SelectField } from "@/components/form/select-field";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { addDays } from "@/lib/calendar";
import { todayInOttawa } from "@/lib/clock";
import { showForm } from "@/lib/forms/show-form";
import { announcementForm, longestNote, type AnnouncedImport } from "@/lib/imports/schema-announce";
import { destinationsOn, nameIn, sortByName } from "@/lib/reference/lookups";
import { getReference } from "@/lib/reference/queries";

/** The questions about an import, with the stored answers. */
export async function AnnouncedFields({ stored }: { stored: AnnouncedImport }) {
  const t = await getTranslations("imports.form");
  const locale = await getLocale();
  const today = todayInOttawa();
  const reference = await getReference(today);
  const values = showForm(announcementForm.fields, stored, locale);
  return (
    <>
      <SelectField
        name="issuer"
        value={values["issuer"]}
        required
        label={t("issuer")}
        hint={t("issuerHint")}
        prompt={t("choose")}
        width="w-full"
        options={sortByName(destinationsOn(reference, today), locale).map((participant) => ({
          value: participant.code,
          text: nameIn(participant, locale),
        }))}
      />
      <TextField
        name="number"
        value={values["number"]}
        required
        label={t("number")}
        hint={t("numberHint")}
        width="w-12"
        maxLength={60}
      />
      <TextField
        name="importedOn"
        value={values["importedOn"]}
        required
        label={t("importedOn")}
        hint={t("importedOnHint", { example: addDays(today, -1) })}
        width="w-12"
        maxLength={40}
      />
      <TextArea
        name="note"
        value={values["note"]}
        label={t("note")}
        hint={t("noteHint")}
        maxLength={longestNote}
      />
    </>
  );
}
