import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeskNotFound } from "@/app/[locale]/(officer)/office/_desk/desk-not-found";
import { DocumentViewer } from "@/app/[locale]/(officer)/office/_desk/document-viewer";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageTitle } from "@/components/layout/page-title";
import { AttachSection } from "@/components/message/attach-section";
import { Conversation } from "@/components/record/conversation";
import { requireOfficer } from "@/lib/auth/current";
import { readUploadQuery } from "@/lib/documents/upload-result";
import { fullTitle } from "@/lib/i18n/full-title";
import { findInboxThread } from "@/lib/messages/queries/find-inbox-thread";
import { openThread } from "@/lib/messages/queries/find-thread";
import { listAnswerers } from "@/lib/messages/queries/list-answerers";
import { placeIn } from "@/lib/messages/schema-list";
import { listThreadNotes } from "@/lib/office-notes/queries";
import { answer, takeOffFile } from "./actions";
import { AssignForm } from "./assign-form";
import { DoneNotice } from "./done-notice";
import { FileAct } from "./file-act";
import { NotesBox } from "./notes-box";
import { ReplyForm } from "./reply-form";
import { ThreadFacts } from "./thread-facts";

export const metadata: Metadata = { title: null };

interface Props {
  params: Promise<{ threadId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** A conversation with an exporter: what was written, what came with it, and what an officer does with it. */
export default async function InboxThreadPage({ params, searchParams }: Props) {
  const viewer = await requireOfficer();
  const { threadId } = await params;
  const query = await searchParams;
  const thread = await openThread(viewer, threadId, placeIn(query));
  const office = thread && (await findInboxThread(viewer, threadId));
  if (!office) return <DeskNotFound />;
  const t = await getTranslations("office.inbox");
  const { subject, exporter, messages, older, placed, draft, mayWrite, lastMessageAt } = thread;
  // Whoever writes has the newest message before them.
  const writes = mayWrite && !placed;
  const title = await fullTitle(subject || t("noSubject"));
  const href = { pathname: "/office/inbox/[threadId]", params: { threadId } } as const;
  const upload = readUploadQuery(query);
  const attaches = draft && (query["attach"] !== undefined || upload !== null);
  const papers = messages
    .filter(({ side }) => side === "exporter")
    .flatMap(({ documents }) => documents)
    .reverse();
  return (
    <>
      <Breadcrumbs trail={[{ href: "/office/inbox", text: t("title") }]} />
      <main id="main" className="o-page">
        {writes ? null : <PageTitle title={subject} />}
        <h1 dir="auto">{subject || t("noSubject")}</h1>
        <DoneNotice
          query={query}
          stand={`${lastMessageAt?.getTime()} ${draft?.savedAt.getTime()} ${office.assignedToId}`}
        />
        <div className="two two--wide">
          <div>
            <ThreadFacts thread={thread} office={office} />
            <Conversation
              messages={messages}
              side="office"
              exporterName={exporter.legalName}
              older={older === null ? null : { ...href, query: { before: older } }}
              newest={placed ? href : null}
              act={(file, from) => (
                <FileAct file={file} mayRegister={office.mayRegister && from === "exporter"} />
              )}
            />
            {writes && attaches ? (
              <AttachSection
                {...{ draft, subject, upload, title }}
                pages={{ thread: href, attach: { ...href, query: { attach: "1" } } }}
                action={answer.bind(null, threadId)}
                place="reply"
                takeOff={(id) => takeOffFile.bind(null, threadId, draft.id, id)}
                removed={query["removed"] === "1"}
                seen={lastMessageAt}
                office
              />
            ) : writes ? (
              <ReplyForm thread={thread} office={office} title={title} />
            ) : mayWrite ? null : (
              <p className="note">{t(office.ownProfile ? "ownText" : "readOnly")}</p>
            )}
          </div>
          <div>
            <AssignForm
              office={office}
              mayWrite={writes}
              people={await listAnswerers(viewer, threadId)}
            />
            <NotesBox
              threadId={threadId}
              notes={await listThreadNotes(viewer, threadId)}
              writing={mayWrite}
            />
            {papers.length > 0 ? (
              <section aria-labelledby="papers-title" className="beside">
                <h2 id="papers-title">{t("papers")}</h2>
                <DocumentViewer documents={papers} />
              </section>
            ) : null}
          </div>
        </div>
      </main>
    </>
  );
}
