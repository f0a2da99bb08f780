import "server-only";
import { answerNames } from "@/app/[locale]/(exporter)/applications/[applicationId]/answer-names";
import { choiceName } from "@/app/[locale]/(exporter)/applications/[applicationId]/drawn";
import type { Answers } from "@/lib/applications/answers";
import { answerText, fieldLabel } from "@/lib/applications/answer-words";
import { fieldIn, type Clashes } from "@/lib/applications/clashes";
import type { KeptRow } from "@/lib/applications/merge";
import type { Row } from "@/lib/applications/merge-rows";
import type { ApplicationDetail } from "@/lib/applications/queries/find";
import { findLastEdit } from "@/lib/applications/queries/last-edit";
import type { AnsweredSection } from "@/lib/applications/schema";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { now } from "@/lib/clock";
import type { ClashNotice } from "@/lib/forms/form-state";
import { formatterFor } from "@/lib/i18n/formatter";
import type { Locale } from "@/lib/i18n/routing";

interface Clashing {
  readonly waiting: Clashes;
  readonly keptRows?: readonly KeptRow[];
  /** The section as it is stored. */
  readonly answers: Answers[AnsweredSection];
  /** The version of it that the reader had seen. */
  readonly since: number;
}

/** The words of a form whose answers clash with somebody else's; null where there is nothing to tell. */
export async function clashNotice(
  viewer: ExporterViewer,
  application: Pick<ApplicationDetail, "id" | "exporter">,
  section: AnsweredSection,
  { waiting, keptRows = [], answers, since }: Clashing,
  locale: Locale,
): Promise<ClashNotice | null> {
  if (Object.keys(waiting).length === 0 && keptRows.length === 0) return null;
  const [names, last] = await Promise.all([
    answerNames(viewer, application),
    findLastEdit(viewer, application.id, section, since),
  ]);
  const label = (field: string) => fieldLabel(section, field, answers, locale);
  return {
    by: last?.by ?? "",
    at: formatterFor(locale).dateTime(last?.at ?? now(), { timeStyle: "short" }),
    fields: Object.entries(waiting).flatMap(([name, { mine, theirs }]) => {
      const field = fieldIn((answers ?? {}) as Row, name);
      if (field === null) return [];
      const [own, other] = [mine, theirs].map((side) =>
        answerText(section, field, side, names, locale),
      );
      return [
        { name: choiceName(name), label: label(field), mine: own ?? "", theirs: other ?? "" },
      ];
    }),
    rows: keptRows.map(({ row, removedBy }) => ({ label: label(row), removedBy })),
  };
}
