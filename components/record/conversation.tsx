import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageLink } from "@/components/layout/page-link";
import { FileLink } from "@/components/record/file-link";
import { ScanNote } from "@/components/record/scan-note";
import { fileSize } from "@/lib/forms/file-size";
import { useFormatter } from "@/lib/i18n/formatter";
import type { Href } from "@/lib/i18n/navigation";
import type { AttachedFile, ShownMessage } from "@/lib/messages/conversation";
import type { MessageSide } from "@/prisma/generated/enums";

interface Props {
  messages: readonly ShownMessage[];
  /** On which side the reader stands. */
  side: MessageSide;
  exporterName: string;
  /** Where what was written before it is, and the newest; null where it is all here. */
  older: Href | null;
  newest: Href | null;
  /** What its reader may do with a file, beside it. */
  act?: (file: AttachedFile, from: MessageSide) => ReactNode;
}

/** What was written in a conversation, oldest first. The reader's own side stands at the end of the line. */
export function Conversation({ messages, side, exporterName, older, newest, act }: Props) {
  const t = useTranslations("messages.thread");
  const format = useFormatter();
  return (
    <>
      {older ? (
        <p>
          <PageLink href={older}>{t("older")}</PageLink>
        </p>
      ) : null}
      <ol className="thread">
        {messages.map((message) => {
          const { id, sentAt, text, documents, unread, readByOther } = message;
          const own = message.side === side;
          return (
            <li key={id} id={`message-${id}`} className={own ? "mine" : undefined}>
              <header>
                <p>
                  <Author message={message} exporterName={exporterName} />
                  {unread ? (
                    <>
                      {" "}
                      <span className="tag tag--blue">{t("new")}</span>
                    </>
                  ) : null}
                </p>
                <time dateTime={sentAt.toISOString()}>
                  {format.dateTime(sentAt, { dateStyle: "long", timeStyle: "short" })}
                </time>
              </header>
              {/* In whichever language it was written. */}
              <p className="written" dir="auto">
                {text}
              </p>
              <Files
                documents={documents}
                office={side === "office"}
                act={act && ((file) => act(file, message.side))}
              />
              {own && readByOther ? (
                <p className="small soft">
                  {t(side === "exporter" ? "readByOffice" : "readByExporter")}
                </p>
              ) : null}
            </li>
          );
        })}
      </ol>
      {newest ? (
        <p>
          <PageLink href={newest}>{t("newest")}</PageLink>
        </p>
      ) : null}
    </>
  );
}

function Author({ message, exporterName }: { message: ShownMessage; exporterName: string }) {
  const t = useTranslations("messages.thread");
  const { mine, author, side } = message;
  const of = side === "office" ? t("office") : exporterName;
  if (mine) {
    return (
      <>
        <strong>{t("you")}</strong> ({author || of})
      </>
    );
  }
  return author ? (
    <>
      <strong>{author}</strong>, {of}
    </>
  ) : (
    <strong>{of}</strong>
  );
}

interface FilesProps {
  documents: readonly AttachedFile[];
  office: boolean;
  act: ((file: AttachedFile) => ReactNode) | undefined;
}

function Files({ documents, office, act }: FilesProps) {
  const t = useTranslations("messages.thread");
  const locale = useLocale();
  if (documents.length === 0) return null;
  return (
    <ul className="small plain" aria-label={t("files")}>
      {documents.map((file) => (
        <li key={file.id}>
          <FileLink id={file.id} name={file.name} scan={file.scan} /> ({fileSize(file.size, locale)}
          ) <ScanNote scan={file.scan} office={office} />
          {act?.(file)}
        </li>
      ))}
    </ul>
  );
}
