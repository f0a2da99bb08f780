import { getTranslations } from "next-intl/server";
import { PageLink } from "@/components/layout/page-link";
import { RecordNotFound } from "@/app/[locale]/record-not-found";

/** No such file or certificate, or none of this officer’s business; the way back is the queue. */
export async function DeskNotFound() {
  const queue = await getTranslations("office.queue");
  return (
    <main id="main" className="o-page">
      <RecordNotFound back={<PageLink href="/office/queue">{queue("title")}</PageLink>} />
    </main>
  );
}
