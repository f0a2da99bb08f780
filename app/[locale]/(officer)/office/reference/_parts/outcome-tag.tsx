import { useTranslations } from "next-intl";
import type { ReferenceOutcome } from "@/prisma/generated/enums";

interface Props {
  outcome: ReferenceOutcome | null;
  immediate: boolean;
}

const looks = { confirmed: "tag tag--green", refused: "tag tag--red", taken_back: "tag" } as const;

/** Where a change stands. */
export function OutcomeTag({ outcome, immediate }: Props) {
  const t = useTranslations("office.reference.outcomes");
  if (outcome) return <span className={looks[outcome]}>{t(outcome)}</span>;
  return <span className="tag tag--amber">{t(immediate ? "immediate" : "open")}</span>;
}
