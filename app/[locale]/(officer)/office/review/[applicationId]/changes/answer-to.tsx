import { useLocale, useTranslations } from "next-intl";
import { askedWords } from "@/lib/applications/requests";
import type { Review } from "@/lib/reviews/queries/find-review";

interface Props {
  n: number;
  request: Review["changeRequests"][number];
  /** Whether anything at its place is different. */
  touched: boolean;
}

/** A request and what the exporter answered; one said to be done where nothing changed stands out. */
export function AnswerTo({ n, request, touched }: Props) {
  const t = useTranslations("office.changes");
  const locale = useLocale();
  const doubtful = request.done && !touched;
  return (
    <div>
      <span className={doubtful ? "tag tag--amber" : "tag tag--green"}>
        {t(doubtful ? "requestDoubtful" : "request", { n })}
      </span>{" "}
      <span className="soft">{askedWords(request, locale).join(" ")}</span>
      {request.done ? <span className="block">{t("done")}</span> : null}
      {request.reply ? <q className="block">{request.reply}</q> : null}
      {request.repliedAt ? null : <span className="block">{t("open")}</span>}
    </div>
  );
}
