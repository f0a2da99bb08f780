import { getTranslations } from "next-intl/server";
import { agree, refuse } from "./actions";
import { SummaryList } from "@/components/record/summary-list";
import { getFormatter } from "@/lib/i18n/get-formatter";
import type { listCredentialRequests } from "@/lib/people/queries";

type CredentialRequest = Awaited<ReturnType<typeof listCredentialRequests>>[number];

/** One request: who asks for whose account, and what agreeing does. */
export async function RequestForm({ request }: { request: CredentialRequest }) {
  const t = await getTranslations("account.credentials");
  const format = await getFormatter();
  const time = (at: Date) => format.dateTime(at, { dateStyle: "long", timeStyle: "short" });
  const { id, person, requester, address, createdAt, lastSignInAt } = request;
  return (
    <section aria-labelledby={`request-${id}`}>
      <h2 id={`request-${id}`}>{t("wants", { person })}</h2>
      <SummaryList
        rows={[
          { term: t("person"), text: [person, address] },
          { term: t("requester"), text: requester || t("nameless") },
          { term: t("asked"), text: time(createdAt) },
          { term: t("lastSignIn"), text: lastSignInAt ? time(lastSignInAt) : t("never") },
        ]}
      />
      <p>{t("effect")}</p>
      <div className="actions">
        <form action={agree.bind(null, id)}>
          <button className="button">{t("accept", { person })}</button>
        </form>
        <form action={refuse.bind(null, id)}>
          <button className="button button--secondary">{t("refuse")}</button>
        </form>
      </div>
    </section>
  );
}
