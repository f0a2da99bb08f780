import { getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";
import { StatusTag } from "@/components/record/status-tag";
import type { FoundChange } from "@/lib/amendments/queries/find-change";

type Props = Pick<FoundChange, "drafts" | "submitted">;

/** What a change does to open files: how many drafts, and which ones the office has. */
export async function EffectNote({ drafts, submitted }: Props) {
  const t = await getTranslations("office.reference.effect");
  if (drafts + submitted.length === 0) return <p className="note">{t("none")}</p>;
  return (
    <section className="need" aria-labelledby="effect-title">
      <h2 id="effect-title">{t("title", { drafts, submitted: submitted.length })}</h2>
      <p>{t("told")}</p>
      {submitted.length > 0 ? (
        <ul>
          {submitted.map(({ id, number, status, consignee }) => (
            <li key={id}>
              <PageLink
                href={{ pathname: "/office/review/[applicationId]", params: { applicationId: id } }}
              >
                {number}
              </PageLink>{" "}
              {consignee} <StatusTag status={status} />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
