import { getTranslations } from "next-intl/server";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { todayInOttawa } from "@/lib/clock";
import { longestPortalText } from "@/lib/texts/schema";
import type { PortalTextKind } from "@/prisma/generated/enums";
import { writeText } from "./actions";
import { TextPreview } from "./text-preview";

interface Props {
  kind: PortalTextKind;
  administratorId: string;
  /** The newest version: the next one begins as its copy. */
  newest: { version: number; textEn: string; textFr: string } | undefined;
  /** Of the page, in full. */
  title: string;
}

/** The next version, both languages side by side. */
export async function TextForm({ kind, administratorId, newest, title }: Props) {
  const t = await getTranslations("office.texts.write");
  const names = await getTranslations("office.texts");
  const seen = newest?.version ?? 0;
  return (
    <section className="box" aria-labelledby="write-title">
      <h2 id="write-title">{t("title", { version: seen + 1 })}</h2>
      <p>{t("help")}</p>
      {kind === "terms" ? <p className="note">{t("terms")}</p> : null}
      <PortalForm action={writeText.bind(null, kind)} title={title}>
        <HiddenField name="person" value={administratorId} />
        <HiddenField name="seen" value={String(seen)} />
        <TextPreview
          labels={{
            title: t("previewTitle"),
            note: t("previewNote"),
            en: names("en"),
            fr: names("fr"),
          }}
        />
        <div className="two">
          {(["En", "Fr"] as const).map((language) => (
            <TextArea
              key={language}
              name={`text${language}`}
              label={t(`text${language}`)}
              lang={`${language.toLowerCase()}-CA`}
              value={newest?.[`text${language}`] ?? ""}
              required
              rows={24}
              maxLength={longestPortalText}
            />
          ))}
        </div>
        <TextField
          name="validFrom"
          label={t("validFrom")}
          hint={t("validFromHint")}
          value={todayInOttawa()}
          required
          width="w-12"
        />
        <div className="actions">
          <button className="button button--secondary" name="intent" value="preview">
            {t("preview")}
          </button>
          <button className="button" name="intent" value="publish">
            {t("publish")}
          </button>
        </div>
      </PortalForm>
    </section>
  );
}
