import { getTranslations } from "next-intl/server";
import { HiddenField } from "@/components/form/hidden-field";
import { PortalForm } from "@/components/form/portal-form";
import { TextArea } from "@/components/form/text-area";
import type { Officer } from "@/lib/officers/queries/find";
import { officerLimits } from "@/lib/officers/schema";
import { RoleBoxes } from "../role-boxes";
import { saveRoles } from "./actions";

interface Props {
  officer: Officer;
  administratorId: string;
  /** Of the page, in full. */
  title: string;
}

/** Which roles the officer has from now on, and why. */
export async function RolesForm({ officer, administratorId, title }: Props) {
  const t = await getTranslations("office.users.one");
  return (
    <section className="box" aria-labelledby="roles-title">
      <h2 id="roles-title">{t("rolesTitle")}</h2>
      <p>{t("rolesNone")}</p>
      {officer.state === "dormant" ? <p className="note">{t("rolesDormant")}</p> : null}
      {officer.id === administratorId ? <p className="note">{t("rolesOwn")}</p> : null}
      <PortalForm action={saveRoles.bind(null, officer.id)} title={title}>
        <HiddenField name="person" value={administratorId} />
        <HiddenField name="seen" value={officer.seen} />
        <RoleBoxes roles={officer.roles} />
        <TextArea
          name="reason"
          label={t("reason")}
          required
          rows={2}
          maxLength={officerLimits.reason}
        />
        <div className="actions">
          <button className="button">{t("rolesButton")}</button>
        </div>
      </PortalForm>
    </section>
  );
}
