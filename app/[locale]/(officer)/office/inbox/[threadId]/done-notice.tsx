import { getTranslations } from "next-intl/server";
import { Notice } from "@/app/[locale]/(officer)/office/queue/notice";

const said = ["sent", "saved", "settled", "assigned", "prepared", "discarded", "moved"] as const;

/** What the last press did, on the page to which it led. */
export async function DoneNotice({ query }: { query: Readonly<Record<string, unknown>> }) {
  const t = await getTranslations("office.inbox.done");
  const done = said.find((each) => query["done"] === each);
  if (!done) return null;
  return (
    <Notice className={`notice notice--${done === "moved" ? "warning" : "success"}`}>
      <h2>{t(done)}</h2>
    </Notice>
  );
}
