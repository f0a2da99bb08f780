import { useTranslations } from "next-intl";
import { PageLink } from "@/components/layout/page-link";
import { isOpenable } from "@/lib/documents/openable";
import type { AttachedFile } from "@/lib/messages/conversation";

interface Props {
  file: AttachedFile;
  /** An import certificate, of this file. */
  mayRegister: boolean;
}

/** What an officer does with a file of a conversation: reads its pages, and registers an import from it. */
export function FileAct({ file, mayRegister }: Props) {
  const t = useTranslations("office.inbox.file");
  if (!isOpenable(file.scan)) return null;
  const registered = file.importCertificate;
  return (
    <>
      {" "}
      <PageLink
        href={{ pathname: "/office/documents/[documentId]", params: { documentId: file.id } }}
        aria-label={t("viewNamed", { name: file.name })}
      >
        {t("view")}
      </PageLink>{" "}
      {registered ? (
        <span>
          {t("registered")}{" "}
          <PageLink
            className="mono"
            href={{ pathname: "/office/imports/[importId]", params: { importId: registered.id } }}
          >
            {registered.number}
          </PageLink>
        </span>
      ) : null}
      {mayRegister && !registered ? (
        <PageLink
          href={{ pathname: "/office/imports/new", query: { document: file.id } }}
          aria-label={t("registerNamed", { name: file.name })}
        >
          {t("register")}
        </PageLink>
      ) : null}
    </>
  );
}
