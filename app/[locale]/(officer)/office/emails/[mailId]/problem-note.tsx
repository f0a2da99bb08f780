import { getTranslations } from "next-intl/server";
import type { FoundMail } from "@/lib/mail/queries/find-mail";
import { problemOf } from "@/lib/mail/state";

/** What is wrong with a mail, and what becomes of it, in plain words; the provider's own beside them. */
export async function ProblemNote({ mail }: { mail: FoundMail }) {
  const t = await getTranslations("office.emails.problem");
  const { state } = mail;
  const problem = problemOf(mail.problem);
  if (state === "sent" || state === "delivered") return null;
  if (state === "waiting" && problem === null) return <p>{t("waiting")}</p>;
  return (
    <div className="need">
      {state === "waiting" ? (
        <p>{t("triedAgain", { attempts: mail.attempts })}</p>
      ) : (
        <p>{t(state)}</p>
      )}
      {problem && "word" in problem ? <p>{t(`why.${problem.word}`)}</p> : null}
      {problem && "said" in problem ? (
        <p>
          {t("said")}{" "}
          <q lang="en" className="written">
            {problem.said}
          </q>
        </p>
      ) : null}
    </div>
  );
}
