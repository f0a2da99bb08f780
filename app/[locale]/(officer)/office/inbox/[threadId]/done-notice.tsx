import { getTranslations } from "next-intl/server";
import { ArrivalNotice } from "@/components/layout/arrival-notice";

const said = ["sent", "saved", "settled", "assigned", "prepared", "discarded", "moved"] as const;

interface Props {
  query: Readonly<Record<string, unknown>>;
  /** How the conversation stands: where it does otherwise, the same words tell of another press. */
  stand: string;
}

/** What the last press did, on the page to which it led. */
export async function DoneNotice({ query, stand }: Props) {
  const t = await getTranslations("office.inbox.done");
  const done = said.find((each) => query["done"] === each);
  if (!done) return null;
  return (
    <ArrivalNotice
      key={stand}
      className={`notice notice--${done === "moved" ? "warning" : "success"}`}
    >
      <h2>{t(done)}</h2>
    </ArrivalNotice>
  );
}
