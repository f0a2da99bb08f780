import { getTranslations } from "next-intl/server";
import type { EventOf } from "@/lib/events/event";

type Problem = EventOf<"audit.checked">["data"]["broken"];

/** What is wrong with the chain, as a sentence; empty where nothing is. */
export async function problemWords(): Promise<(broken: Problem) => string> {
  const t = await getTranslations("audit.wrong");
  return (broken) =>
    broken ? t(broken.what, { batch: broken.batch ?? "–", entry: broken.entry ?? "–" }) : "";
}
