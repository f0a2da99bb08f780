"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { mayBeSentAgain, type Upload } from "@/components/upload/use-uploads";
import { displayName } from "@/lib/documents/display-name";

interface Props {
  upload: Upload;
  /** Sends it again where that may help, else takes it away. */
  act: () => void;
}

/** A file on its way: how far it is, or why it did not arrive. */
export function UploadRow({ upload, act }: Props) {
  const t = useTranslations("documents");
  const { id, file, state, sent, failure } = upload;
  const name = displayName(file.name);
  const hidden = (chunks: ReactNode) => <span className="visually-hidden">{chunks}</span>;
  const deed = failure ? (mayBeSentAgain(upload) ? "again" : "hide") : "stop";
  return (
    <li id={`upload-${id}`} tabIndex={-1}>
      <div>
        <p className="files__name">
          <bdi>{name}</bdi>
        </p>
        {failure ? (
          <p className="error">
            {t(`problems.${failure.problem}`, { under: failure.under ?? "" })}
          </p>
        ) : (
          <progress value={sent} aria-label={name} />
        )}
      </div>
      {failure ? (
        <span className="tag tag--red">{t("notAdded")}</span>
      ) : state === "added" ? (
        <span className="tag tag--green">{t("attached")}</span>
      ) : (
        <span className="tag">
          {state === "waiting"
            ? t("sending.waiting")
            : state === "checking"
              ? t("sending.checking")
              : t("sending.percent", { sent })}
        </span>
      )}
      {state === "added" ? null : (
        <button type="button" className="button button--link" onClick={act}>
          {t.rich(`sending.${deed}`, { name, hidden })}
        </button>
      )}
    </li>
  );
}
