import { getTranslations } from "next-intl/server";
import { currentPerson } from "@/lib/auth/current";

/** How far a first arrival is. Whoever only accepts new terms has no other step before them. */
export async function StepCaption({ step }: { step: 1 | 2 | 3 }) {
  const t = await getTranslations("welcome");
  const person = await currentPerson();
  return person?.confirmed ? null : <p className="caption">{t("step", { step: String(step) })}</p>;
}
