import { useTranslations } from "next-intl";
import { switchProfile } from "@/app/[locale]/(exporter)/actions";
import type { Standing } from "@/lib/auth/viewer";

interface Props {
  /** Other profiles of the reader. */
  standings: readonly Standing[];
  unreadBy: ReadonlyMap<string, number>;
}

/** Where something is new that the list below does not show, with the way there: to act for that exporter. */
export function NewElsewhere({ standings, unreadBy }: Props) {
  const t = useTranslations("messages.elsewhere");
  const found = standings.filter(({ exporterId }) => unreadBy.has(exporterId));
  if (found.length === 0) return null;
  return (
    <div className="notice">
      {found.map(({ exporterId, legalName: exporter }) => (
        <form key={exporterId} action={switchProfile}>
          <p>
            {t("new", { exporter, count: unreadBy.get(exporterId) ?? 0 })}{" "}
            <button className="button button--link" name="actingFor" value={exporterId}>
              {t("show", { exporter })}
            </button>
          </p>
        </form>
      ))}
    </div>
  );
}
