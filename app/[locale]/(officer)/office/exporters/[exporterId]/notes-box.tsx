import { getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import type { ExporterDossier } from "@/lib/dossiers/queries/find-exporter";

/** What officers wrote to each other about the profile; it never leaves the office. */
export async function NotesBox({ notes }: { notes: ExporterDossier["notes"] }) {
  const t = await getTranslations("dossier.notes");
  const times = await deskTimes();
  return (
    <section className="box" aria-labelledby="notes-title">
      <h2 id="notes-title">{t("title")}</h2>
      {notes.length === 0 ? (
        <p className="soft">{t("none")}</p>
      ) : (
        <ul className="small history">
          {notes.map((note) => (
            <li key={note.id}>
              <span className="soft">
                {note.by}, {times.near(note.at)}
              </span>
              <p className="written">{note.text}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
