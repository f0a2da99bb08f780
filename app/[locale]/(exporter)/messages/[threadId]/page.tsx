import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { takeOffFile, write } from "./actions";
import { DiscardDraft } from "./discard-draft";
import { DraftForm } from "./draft-form";
import { ThreadHead } from "./thread-head";
import { ThreadNotice } from "./thread-notice";
import { ThreadList } from "../thread-list";
import { threadHref } from "@/app/[locale]/(exporter)/messages/messages-href";
import { RecordNotFound } from "@/app/[locale]/record-not-found";
import { RefusedPress } from "@/components/form/refused-press";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { AttachSection } from "@/components/message/attach-section";
import { Conversation } from "@/components/record/conversation";
import { requireExporter } from "@/lib/auth/current";
import { readUploadQuery } from "@/lib/documents/upload-result";
import { fullTitle } from "@/lib/i18n/full-title";
import { openThread } from "@/lib/messages/queries/find-thread";
import { listThreads } from "@/lib/messages/queries/list-threads";
import { placeIn, threadFilter } from "@/lib/messages/schema-list";

interface Props {
  params: Promise<{ threadId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: null };

/** A conversation with the office: what it is about, what was written, and where its reader writes on. */
export default async function ThreadPage({ params, searchParams }: Props) {
  const { threadId } = await params;
  const viewer = await requireExporter();
  const query = await searchParams;
  const thread = await openThread(viewer, threadId, placeIn(query));
  const action = write.bind(null, threadId);
  if (!thread) {
    const frame = await getTranslations("frame.notFound");
    return (
      <main id="main" className="container">
        <RefusedPress action={action} title={await fullTitle(frame("title"))} place="write">
          <RecordNotFound />
        </RefusedPress>
      </main>
    );
  }
  const t = await getTranslations("messages");
  const { subject, exporter, messages, older, placed, draft, mayWrite } = thread;
  const { rows } = await listThreads(viewer, exporter.id, threadFilter.parse({}));
  const name = subject || t("list.noSubject");
  const title = await fullTitle(name);
  const upload = mayWrite && draft ? readUploadQuery(query) : null;
  const removed = query["removed"] !== undefined;
  const attaches = mayWrite && draft && (query["attach"] !== undefined || upload !== null);
  const page = threadHref(thread.id);
  return (
    <>
      <Breadcrumbs trail={[{ href: "/messages", text: t("title") }]} />
      <main id="main" className="container">
        {mayWrite ? null : <PageTitle title={name} />}
        <h1>
          <bdi>{name}</bdi>
        </h1>
        <div className="layout layout--inbox">
          <nav className="beside" aria-label={t("conversations")}>
            <ThreadList rows={rows} current={thread.id} short />
            <p className="small">
              <PageLink href="/messages">{t("all")}</PageLink>
            </p>
          </nav>
          <div>
            <ThreadHead thread={thread} />
            <ThreadNotice thread={thread} query={query} />
            <Conversation
              messages={messages}
              side="exporter"
              exporterName={exporter.legalName}
              older={older === null ? null : { ...threadHref(threadId), query: { before: older } }}
              newest={placed ? threadHref(threadId) : null}
            />
            {!mayWrite ? (
              <RefusedPress action={action} title={title} place="write">
                {null}
              </RefusedPress>
            ) : attaches ? (
              <AttachSection
                {...{ draft, subject, action, upload, removed, title }}
                pages={{ thread: page, attach: { ...page, query: { attach: "1" } } }}
                place="write"
                takeOff={(id) => takeOffFile.bind(null, threadId, draft.id, id)}
              >
                <DiscardDraft threadId={threadId} />
              </AttachSection>
            ) : (
              <DraftForm {...{ thread, action, title }} />
            )}
          </div>
        </div>
      </main>
    </>
  );
}
