import { getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import type { OfficerViewer } from "@/lib/auth/viewer";
import { printQueue, type QueueFilter } from "@/lib/reviews/queue-filter";
import { getNext } from "./actions";

interface Props {
  next: { readonly id: string; readonly number: string; readonly dueAt: Date | null } | null;
  filter: QueueFilter;
  viewer: OfficerViewer;
  /** A single letter presses it. */
  hasKey: boolean;
}

/** Takes the first unclaimed file, and says before which one that is. For reviewers. */
export async function GetNext({ next, filter, viewer, hasKey }: Props) {
  const t = await getTranslations("office.queue.next");
  const times = await deskTimes();
  if (!viewer.roles.includes("reviewer")) return null;
  if (!next) return <p className="soft end">{t("nothing")}</p>;
  const { id, number, dueAt } = next;
  const when = dueAt ? times.near(dueAt) : "";
  const late = dueAt !== null && times.due(dueAt).late;
  return (
    <form action={getNext.bind(null, id, printQueue(filter))} className="line line--c end">
      <span className="small soft" id="next-file">
        {t(late ? "promiseLate" : "promise", { number, when })}
      </span>
      <button className="button" aria-describedby="next-file" data-key="next">
        {t("button")} {hasKey ? <kbd aria-hidden="true">n</kbd> : null}
      </button>
    </form>
  );
}
