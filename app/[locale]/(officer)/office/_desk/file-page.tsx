import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { fileHref, queueHref } from "@/app/[locale]/(officer)/office/_desk/place";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import type { Review } from "@/lib/reviews/queries/find-review";

interface Props {
  review: Pick<Review, "id" | "number" | "exporterName">;
  children: ReactNode;
}

/** A page about one file, below the queue and the file itself. */
export async function FilePage({ review, children }: Props) {
  const queue = await getTranslations("office.queue");
  const { id: applicationId, number, exporterName } = review;
  const file = await fileHref(applicationId);
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: await queueHref(), text: queue("title") },
          { href: file, text: `${number}, ${exporterName}` },
        ]}
      />
      <main id="main" className="o-page">
        {children}
      </main>
    </>
  );
}
