import { getTranslations } from "next-intl/server";
import { addNote } from "./actions";
import { OfficeNotes } from "@/app/[locale]/(officer)/office/_desk/office-notes";
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
  const box = (
    <>
      <TextArea name="note" label={t("label")} rows={2} maxLength={longestNote} />
      <button className="button button--secondary button--small" name="intent" value="note">
        {t("add")}
      </button>
    </>
  );
  return (
    <OfficeNotes notes={notes}>
      {review.may.review ? box : null}
      {!review.may.review && writing ? (
        <PortalForm action={addNote.bind(null, review.id)}>{box}</PortalForm>
      ) : null}
    </OfficeNotes>
  );
}
