import { getLocale, getTranslations } from "next-intl/server";
import { deskTimes } from "@/app/[locale]/(officer)/office/_desk/when";
import { PortalForm } from "@/components/form/portal-form";
import { SelectField } from "@/components/form/select-field";
import { TextArea } from "@/components/form/text-area";
import { TextField } from "@/components/form/text-field";
import { DraftFiles } from "@/components/message/draft-files";
import { WrittenFields } from "@/components/message/written-fields";
import { PageLink } from "@/components/layout/page-link";
import { todayInOttawa } from "@/lib/clock";
import { liveFiles } from "@/lib/messages/conversation";
import type { InboxThread } from "@/lib/messages/queries/find-inbox-thread";
import type { OpenThread } from "@/lib/messages/queries/find-thread";
import { nameIn } from "@/lib/reference/lookups";
import { listReplyParagraphs } from "@/lib/reference/queries";
import { answer } from "./actions";

interface Props {
  thread: OpenThread;
  office: InboxThread;
  /** Of the page, in full. */
  title: string;
}

/** The answer: ready paragraphs put into it, kept, sent; or the word that none is needed. */
export async function ReplyForm({ thread, office, title }: Props) {
  const t = await getTranslations("office.inbox.reply");
  const languages = await getTranslations("account.details.languages");
  const locale = await getLocale();
  const times = await deskTimes();
  const paragraphs = await listReplyParagraphs(todayInOttawa());
  const { id, draft, waitingSince, lastMessageAt } = thread;
  const { application, language } = office;
  const files = draft ? liveFiles(draft.documents).length : 0;
  return (
    <section id="reply" aria-labelledby="reply-title">
      <h2 id="reply-title">{t("title")}</h2>
      {application ? (
        <p className="need">
          {t("noChange")}{" "}
          <PageLink
            href={{ pathname: "/office/inbox/[threadId]/request", params: { threadId: id } }}
          >
            {t("ask", { number: application.number })}
          </PageLink>
        </p>
      ) : null}
      <PortalForm action={answer.bind(null, id)} title={title} place="reply">
        <WrittenFields draft={draft} seen={lastMessageAt} />
        <div className="line">
          <SelectField
            name="paragraph"
            label={t("paragraph")}
            prompt={t("none")}
            options={paragraphs.map((each) => ({ value: each.code, text: nameIn(each, locale) }))}
          />
          <SelectField
            name="language"
            label={t("language")}
            value={language}
            options={[
              { value: "en", text: languages("en") },
              { value: "fr", text: languages("fr") },
              { value: "both", text: t("both") },
            ]}
          />
          <button className="button button--secondary" name="intent" value="insert">
            {t("insert")}
          </button>
        </div>
        {lastMessageAt === null ? (
          <TextField
            name="subject"
            label={t("subject")}
            value={thread.subject}
            required
            width="w-full"
          />
        ) : null}
        <TextArea
          name="text"
          label={t("text")}
          hint={t(`reads.${language}`)}
          value={draft?.text ?? ""}
          required
          rows={8}
        />
        {draft ? <DraftFiles documents={draft.documents} office /> : null}
        <div className="actions">
          <button className="button" name="intent" value="send">
            {t("send")}
          </button>
          <button className="button button--secondary" name="intent" value="attach">
            {t(files > 0 ? "attachMore" : "attach")}
          </button>
          <button className="button button--secondary" name="intent" value="save">
            {t("save")}
          </button>
          {waitingSince ? (
            <button className="button button--secondary" name="intent" value="settle">
              {t("settle")}
            </button>
          ) : null}
          {draft ? (
            <button className="button button--link" name="intent" value="discard">
              {t("discard")}
            </button>
          ) : null}
        </div>
        <p className="hint">
          {draft ? t("kept", { when: times.near(draft.savedAt) }) : t("notKept")}
        </p>
      </PortalForm>
    </section>
  );
}
