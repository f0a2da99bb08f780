import { useTranslations } from "next-intl";
import { useSpan } from "@/components/record/use-span";
import { promisedHours } from "@/lib/reference/working-time";

/** For how long something waits, in the office's hours; from one business day on in days. */
export function Waited({ minutes }: { minutes: number }) {
  const t = useTranslations("office.inbox.waited");
  const span = useSpan();
  const days = Math.floor(minutes / (promisedHours * 60));
  return <b className="nw">{days > 0 ? t("days", { days }) : span(minutes)}</b>;
}
