import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import type { OfficeNote } from "@/lib/office-notes/queries";

interface Props {
  notes: readonly OfficeNote[];
  className?: string;
  /** Where the reader writes one. */
  children: ReactNode;
}

/** What officers write to each other. Nothing of it is in anything that an exporter is given. */
export async function OfficeNotes({ notes, className, children }: Props) {
  const t = await getTranslations("office.review.notes");
  const times = await deskTimes();
  return (
    <section id="notes" className={className} aria-labelledby="notes-title">
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
      {children}
    </section>
  );
}
