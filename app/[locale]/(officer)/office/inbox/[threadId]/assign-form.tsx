import { getTranslations } from "next-intl/server";
import { FormMessages } from "@/components/form/form-messages";
import { pageFormId } from "@/components/form/page-form";
import { SelectField } from "@/components/form/select-field";
import type { InboxThread } from "@/lib/messages/queries/find-inbox-thread";

interface Props {
  office: InboxThread;
  /** Who writes in it also takes it and gives it on. */
  mayWrite: boolean;
  /** Who can answer it. */
  people: readonly { readonly id: string; readonly name: string }[];
}

/**
 * Who answers the conversation, and how that changes: taken, given back, given to somebody else. It is sent with the
 * answer that is being written, which would be lost beside it.
 */
export async function AssignForm({ office, mayWrite, people }: Props) {
  const t = await getTranslations("office.inbox.assign");
  const { assignedToId, assignedTo, mine } = office;
  const who = mine ? t("yours") : assignedTo ? t("by", { by: assignedTo }) : t("nobody");
  return (
    <section className="box" aria-labelledby="assign-title">
      <h2 id="assign-title">{t("title")}</h2>
      <p>{who}</p>
      {mayWrite ? (
        <FormMessages>
          {/* As the page has it now, also after a press that was too late. */}
          <input type="hidden" name="holder" form={pageFormId} value={assignedToId ?? ""} />
          <button
            className="button button--secondary button--small"
            form={pageFormId}
            name="intent"
            value={mine ? "release" : "take"}
          >
            {t(mine ? "release" : "take")}
          </button>
          <details className="more">
            <summary>{t("other")}</summary>
            <SelectField
              name="to"
              form={pageFormId}
              label={t("to")}
              value={assignedToId ?? ""}
              options={[
                { value: "", text: t("nobody") },
                ...people.map((person) => ({ value: person.id, text: person.name })),
              ]}
            />
            <button
              className="button button--secondary button--small"
              form={pageFormId}
              name="intent"
              value="give"
            >
              {t("give")}
            </button>
          </details>
        </FormMessages>
      ) : null}
    </section>
  );
}
