import { getTranslations } from "next-intl/server";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import { TextArea } from "@/components/form/text-area";
import type { Officer } from "@/lib/officers/queries/find";
import { officerLimits } from "@/lib/officers/schema";
import { restoreOfficer, suspendOfficer } from "./actions";

interface Props {
  officer: Officer;
  administratorId: string;
}

/** Suspends an active officer; restores one who is suspended or dormant. */
export async function StandingForm({ officer, administratorId }: Props) {
  const t = await getTranslations("office.users.one");
  const suspends = officer.state === "active";
  const action = suspends ? suspendOfficer : restoreOfficer;
  return (
    <section className="box" aria-labelledby="standing-title">
      <h2 id="standing-title">{t(suspends ? "suspendTitle" : "restoreTitle")}</h2>
      <p>{t(suspends ? "suspendText" : "restoreText")}</p>
      <PortalForm action={action.bind(null, officer.id)}>
        <HiddenField name="person" value={administratorId} />
        <HiddenField name="seen" value={officer.seen} />
        <TextArea
          name="why"
          label={t(suspends ? "why" : "whyRestore")}
          required
          rows={2}
          maxLength={officerLimits.reason}
        />
        <div className="actions">
          <button className={suspends ? "button button--danger" : "button"}>
            {t(suspends ? "suspendButton" : "restoreButton")}
          </button>
        </div>
      </PortalForm>
    </section>
  );
}
