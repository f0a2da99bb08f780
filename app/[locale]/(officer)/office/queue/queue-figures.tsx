import { useTranslations } from "next-intl";
import { PageLink } from "@/components/layout/page-link";
import type { QueueFigures as Figures } from "@/lib/reviews/queries/count-queue";
import { Counted } from "./counted";

/** The figures that lead to their files. */
const overdueLists = { overdue: "late", dueToday: "today" } as const;

/** How many open files wait where. */
export function QueueFigures({ figures }: { figures: Figures }) {
  const t = useTranslations("office.queue.figures");
  return (
    <dl className="figs">
      {(["withUs", "overdue", "dueToday", "withExporter"] as const).map((name) => (
        <div key={name}>
          <dt>{t(name)}</dt>
          <dd>
            {name === "overdue" || name === "dueToday" ? (
              <PageLink href={{ pathname: "/office/overdue", query: { list: overdueLists[name] } }}>
                <Counted count={figures[name]} />
                <span className="visually-hidden"> {t(name)}</span>
              </PageLink>
            ) : (
              <Counted count={figures[name]} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
