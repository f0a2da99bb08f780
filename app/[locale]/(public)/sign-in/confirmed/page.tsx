import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { currentPerson } from "@/lib/auth/current";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("stepUp.confirmed");
  return { title: t("title") };
}

/** Where the tab ends in which somebody confirmed who they are while they type in another one. */
export default async function ConfirmedPage() {
  const t = await getTranslations("stepUp.confirmed");
  const person = await currentPerson();
  return (
    <>
      <h1>{t("title")}</h1>
      <p>{person ? t("text", { name: person.name }) : t("nobody")}</p>
    </>
  );
}
