import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { CheckboxField } from "@/components/form/checkbox-field";
import { ChoiceField } from "@/components/form/choice-field";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { PageLink } from "@/components/layout/page-link";
import { broadcastLimits } from "@/lib/broadcasts/schema";
import { todayInOttawa } from "@/lib/clock";
import { writeBroadcast } from "./actions";
import { BroadcastPreview } from "./broadcast-preview";

const languages = ["En", "Fr"] as const;

/** The whole announcement; its preview stands above the fields, with the button that plans it. */
export async function BroadcastForm({ title }: { title: string }) {
  const t = await getTranslations("office.broadcasts.write");
  const names = await getTranslations("office.broadcasts");
  const preview = await getTranslations("office.broadcasts.preview");
  return (
    <PortalForm action={writeBroadcast} title={title}>
      {/* Drawn once: however often it is sent, it is one announcement. */}
      <HiddenField name="broadcastId" value={randomUUID()} />
      <BroadcastPreview
        labels={{
          title: preview("title"),
          text: preview("text"),
          plan: t("plan"),
          publish: t("publish"),
          en: preview("en"),
          fr: preview("fr"),
          for: names("columns.for"),
          everybody: names("everybody"),
          from: names("columns.from"),
          atOnce: preview("atOnce"),
          until: names("columns.until"),
        }}
      />
      <div className="two">
        {languages.map((language) => (
          <div key={language}>
            <TextField
              name={`title${language}`}
              label={t(`title${language}`)}
              lang={`${language.toLowerCase()}-CA`}
              required
              width="w-full"
              maxLength={broadcastLimits.title}
            />
            <TextArea
              name={`text${language}`}
              label={t(`text${language}`)}
              hint={t("textHint")}
              lang={`${language.toLowerCase()}-CA`}
              required
              rows={8}
              maxLength={broadcastLimits.text}
            />
          </div>
        ))}
      </div>
      <CheckboxField name="urgent" label={t("urgent")} hint={t("urgentHint")} />
      <ChoiceField
        name="audience"
        label={t("audience")}
        required
        choices={[
          { value: "everybody", text: t("all"), hint: t("allHint") },
          {
            value: "chosen",
            text: t("chosen"),
            more: (
              <TextArea
                name="numbers"
                label={t("numbers")}
                hint={t("numbersHint")}
                required
                rows={3}
              />
            ),
          },
        ]}
      />
      <TimeFields />
      <div className="actions">
        <button className="button button--secondary" name="intent" value="preview">
          {t("preview")}
        </button>
        <PageLink className="button button--link" href="/office/broadcasts">
          {t("back")}
        </PageLink>
      </div>
    </PortalForm>
  );
}

/** From when until when it shows, by the clocks of the office. */
async function TimeFields() {
  const t = await getTranslations("office.broadcasts.write");
  return (
    <>
      <TextField
        name="fromDay"
        label={t("fromDay")}
        value={todayInOttawa()}
        required
        width="w-12"
      />
      <TextField name="fromTime" label={t("fromTime")} value="08:00" required width="w-8" />
      <TextField name="untilDay" label={t("untilDay")} required width="w-12" />
      <TextField name="untilTime" label={t("untilTime")} value="17:00" required width="w-8" />
    </>
  );
}
