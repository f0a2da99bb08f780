import { useTranslations } from "next-intl";
import type { CertificateStanding } from "@/lib/certificates/life/life";

const looks: Record<CertificateStanding, string> = {
  live: "tag tag--green",
  exported: "tag tag--green",
  confirmed: "tag tag--green",
  expired: "tag tag--amber",
  lost: "tag tag--red",
  surrendered: "tag tag--amber",
  invalidated: "tag tag--red",
  replaced: "tag tag--amber",
};

/** Where a certificate stands, in words; `date`: of its expiry, as it is shown. */
export function StandingTag({ standing, date }: { standing: CertificateStanding; date: string }) {
  const t = useTranslations("life.standing");
  return <span className={looks[standing]}>{t(standing, { date })}</span>;
}
