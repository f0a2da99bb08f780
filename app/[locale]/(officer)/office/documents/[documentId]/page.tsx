import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DeskNotFound } from "@/app/[locale]/(officer)/office/_desk/desk-not-found";
import { PageLink } from "@/components/layout/page-link";
import { PageTitle } from "@/components/layout/page-title";
import { requireOfficer } from "@/lib/auth/current";
import { firstPage, pageAddress } from "@/lib/documents/page-address";
import { findDocument } from "@/lib/documents/queries";

export const metadata: Metadata = { title: null };

interface Props {
  params: Promise<{ documentId: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
}

/** One document as wide as the window, from the page on which it was left. */
export default async function DocumentPage({ params, searchParams }: Props) {
  const { documentId } = await params;
  const viewer = await requireOfficer();
  const document = await findDocument(viewer, documentId);
  if (!document) return <DeskNotFound />;
  const t = await getTranslations("office.viewer");
  const kinds = await getTranslations("office.review.documents.kinds");
  const { page } = await searchParams;
  const view = {
    ...firstPage(await getLocale(), true),
    page: /^[1-9]\d*$/.test(String(page)) ? Number(page) : 1,
  };
  const { kind, name, applicationId } = document;
  const title = `${kinds(kind)}, ${name}`;
  return (
    <main id="main" className="o-page">
      <PageTitle title={title} />
      <h1>{title}</h1>
      {applicationId ? (
        <p>
          <PageLink
            href={{ pathname: "/office/review/[applicationId]", params: { applicationId } }}
          >
            {t("back")}
          </PageLink>
        </p>
      ) : null}
      <iframe
        className="paper paper--alone"
        src={pageAddress(documentId, view)}
        title={t("frame")}
      />
    </main>
  );
}
