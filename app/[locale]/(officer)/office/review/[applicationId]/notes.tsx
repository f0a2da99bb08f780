import { getTranslations } from "next-intl/server";
import { addNote } from "./actions";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PortalForm } from "@/components/form/portal-form";
import { TextArea } from "@/components/form/text-area";
import type { OfficeNote } from "@/lib/office-notes/queries";
import { longestNote } from "@/lib/office-notes/schema";
import type { Review } from "@/lib/reviews/queries/find-review";

interface Props {
  review: Review;
  notes: readonly OfficeNote[];
  /** Whether the reader may add one. */
  writing: boolean;
}

/** What officers write to each other about the file. Nothing of it is on a page or in a letter of the exporter. */
export async function Notes({ review, notes, writing }: Props) {
  const t = await getTranslations("office.review.notes");
  const times = await deskTimes();
  const box = (
    <>
      <TextArea name="note" label={t("label")} rows={2} maxLength={longestNote} />
      <button className="button button--secondary button--small" name="intent" value="note">
        {t("add")}
      </button>
    </>
  );
  return (
    <section id="notes" aria-labelledby="notes-title">
      <h2 id="notes-title">
        {t("title")} <span className="basis">{t("never")}</span>
      </h2>
      {notes.length === 0 ? <p className="small">{t("none")}</p> : null}
      {notes.map(({ id, text, by, at }) => (
        <div key={id} className="note">
          <p className="written">{text}</p>
          <p className="basis">{t("by", { by, when: times.near(at) })}</p>
        </div>
      ))}
      {review.may.review ? box : null}
      {!review.may.review && writing ? (
        <PortalForm action={addNote.bind(null, review.id)}>{box}</PortalForm>
      ) : null}
    </section>
  );
}
