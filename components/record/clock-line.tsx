import { useTranslations } from "next-intl";
import { useSpan } from "@/components/record/use-span";
import type { ClockFigures } from "@/lib/applications/clock-figures";

interface Props {
  clock: ClockFigures;
  reader: "exporter" | "officer";
}

/** How long an application was with each side: hours of work with the office, days with the exporter. */
export function ClockLine({ clock, reader }: Props) {
  const t = useTranslations("clock");
  const span = useSpan();
  const times = {
    office: span(clock.withOffice),
    exporter: t("days", { count: clock.daysWithExporter }),
  };
  const answered = clock.running === "exporter" || clock.withExporter + clock.daysWithExporter > 0;
  return t(`${reader}.${answered ? "both" : "office"}`, times);
}
