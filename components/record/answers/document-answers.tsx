import { useLocale, useTranslations } from "next-intl";
import type { ChangeLink } from "@/components/record/answers/answer-words";
import { fileSize } from "@/lib/forms/file-size";
import { FileLink } from "@/components/record/file-link";
import { ScanNote } from "@/components/record/scan-note";
import { SummaryList } from "@/components/record/summary-list";
import type { DocumentKind, ScanState } from "@/prisma/generated/enums";

export interface ShownDocument {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly scan?: ScanState | undefined;
}

interface Props {
  documents: readonly ShownDocument[];
  /** Read by the office. */
  office?: boolean;
  change?: ChangeLink;
}

/** The supporting documents, each a link to its file. */
export function DocumentAnswers({ documents, office = false, change }: Props) {
  const t = useTranslations("documents");
  const none = useTranslations("application.answers");
  const locale = useLocale();
  const kinds = [...new Set(documents.map(({ kind }) => kind))];
  if (kinds.length === 0) {
    return (
      <SummaryList
        rows={[{ term: t("title"), text: none("noDocuments"), act: change?.("files", t("title")) }]}
      />
    );
  }
  return (
    <SummaryList
      rows={kinds.map((kind) => ({
        term: t(`kinds.${kind}`),
        text: documents
          .filter((document) => document.kind === kind)
          .map(({ id, name, size, scan }) => (
            <span key={id}>
              <FileLink id={id} name={name} scan={scan} /> ({fileSize(size, locale)}){" "}
              <ScanNote scan={scan} office={office} />
            </span>
          )),
        act: change?.("files", t(`kinds.${kind}`)),
      }))}
    />
  );
}
