import { getTranslations } from "next-intl/server";
import { certificateHref } from "./certificate-href";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";

/** The way back from a page about a certificate: to all of them, and to this one. */
export async function CertificateTrail({ id, number }: { id: string; number: string }) {
  const t = await getTranslations("life");
  return (
    <Breadcrumbs
      trail={[
        { href: "/office/certificates", text: t("title") },
        { href: certificateHref(id), text: number },
      ]}
    />
  );
}
