import { getTranslations } from "next-intl/server";
import type { Standing, Viewer } from "@/lib/auth/viewer";
import { choiceOf } from "@/lib/messages/matter";
import { listMatters, type FoundMatter } from "@/lib/messages/queries/list-matters";

/** What a new conversation can be about, under its kind; with several profiles, under whose it is. */
export async function matterOptions(
  viewer: Viewer,
  profiles: readonly Pick<Standing, "exporterId" | "legalName">[],
  asked: FoundMatter | null,
) {
  const t = await getTranslations("messages");
  const options: { value: string; text: string; group?: string }[] = [
    { value: "general", text: t("abouts.general") },
  ];
  for (const { exporterId, legalName } of profiles) {
    const of = profiles.length > 1 ? `${legalName}: ` : "";
    for (const matter of await listMatters(viewer, exporterId, asked)) {
      const { kind, number } = matter;
      options.push({
        value: choiceOf(matter),
        text: t(`matters.${kind}`, { number }),
        group: of + t(`groups.${kind}`),
      });
    }
  }
  return options;
}
