import { useTranslations } from "next-intl";
import type { ScanState } from "@/prisma/generated/enums";

interface Props {
  scan: ScanState | undefined;
  /** To officers it is said as well that nothing has scanned a file. */
  office?: boolean;
}

/** What people must know of a file's virus check, beside its name; nothing where it is clean. */
export function ScanNote({ scan, office = false }: Props) {
  const t = useTranslations("documents.virusCheck");
  switch (scan) {
    case "waiting":
      return <span className="tag tag--amber">{t("waiting")}</span>;
    case "infected":
      return <span className="tag tag--red">{t("infected")}</span>;
    case "unscanned":
      return office ? <span className="tag tag--white">{t("unscanned")}</span> : null;
    case "clean":
    case undefined:
      return null;
  }
}
