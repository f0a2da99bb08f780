import { getTranslations } from "next-intl/server";
import { StepUpButton } from "@/components/form/step-up-button";

/** In place of a form that needs both factors shown again. `returnTo` is the page it stands on. */
export async function StepUpNotice({ returnTo }: { returnTo: string }) {
  const t = await getTranslations("form.stepUp");
  return (
    <section className="notice" aria-labelledby="step-up-title">
      <h2 id="step-up-title">{t("title")}</h2>
      <p>{t("text")}</p>
      <StepUpButton returnTo={returnTo} />
    </section>
  );
}
