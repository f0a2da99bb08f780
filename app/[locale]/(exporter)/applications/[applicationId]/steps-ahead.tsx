import { useTranslations } from "next-intl";
import { sideOfStep, stepsAhead } from "@/lib/applications/status-ahead";
import type { ApplicationStatus } from "@/prisma/generated/enums";

/** What is still to come, and who acts then. */
export function StepsAhead({
  status,
  short = false,
}: {
  status: ApplicationStatus;
  short?: boolean;
}) {
  const t = useTranslations("history.ahead");
  return stepsAhead(status).map((step) => (
    <li key={step} className="next">
      <h3>{t(`${step}.title`)}</h3>
      <p>
        {short
          ? t(`who.${sideOfStep(step)}`)
          : t("entry", { who: t(`who.${sideOfStep(step)}`), text: t(`${step}.text`) })}
      </p>
    </li>
  ));
}
