"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import {
  useEffect,
  useRef,
  useState,
  useTransition,
  type DragEvent,
  type ReactNode,
  type SubmitEvent,
} from "react";
import { UploadRow } from "@/components/upload/upload-row";
import { UploadSummary } from "@/components/upload/upload-summary";
import { mayBeSentAgain, useUploads } from "@/components/upload/use-uploads";
import { displayName } from "@/lib/documents/display-name";

interface Props {
  /** How many files more there may be. */
  room: number;
  atOnce: boolean;
  /** Of the page; it says where a file was not added. */
  title?: string;
  /** The plain form. */
  children: ReactNode;
}

/**
 * What script adds to a form with files: they can be dropped on it, each goes by itself and tells how far
 * it is, and afterwards the page is read anew while what is typed elsewhere on it stays.
 */
export function UploadQueue({ room, atOnce, title, children }: Props) {
  const t = useTranslations("documents");
  const error = useTranslations("form");
  const router = useRouter();
  const box = useRef<HTMLDivElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const [reading, readAnew] = useTransition();
  const { uploads, busy, added, said, enqueue, sendAgain, remove, forgetAdded } = useUploads(room);

  // What has been added since is in the page's own list once it is read anew.
  useEffect(() => {
    if (!busy && added > 0) readAnew(() => router.refresh());
  }, [busy, added, router]);
  useEffect(() => {
    if (reading) return forgetAdded;
  }, [reading, forgetAdded]);

  const failed = uploads.flatMap(({ id, file, failure }) =>
    failure && !busy ? [{ ...failure, name: displayName(file.name), place: `upload-${id}` }] : [],
  );
  const wrong = failed.length;
  useEffect(() => {
    if (wrong > 0) summary.current?.focus();
    if (title) document.title = wrong > 0 ? `${error("error")} ${title}` : title;
  }, [title, wrong, error]);

  // A browser does not carry files to another page, not even to this one in the other language: it asks.
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (busy || (fieldIn(box.current)?.files?.length ?? 0) > 0) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [busy]);

  function send(form: HTMLFormElement) {
    const field = fieldIn(form);
    const kind = new FormData(form).get("kind");
    if (!field?.files || typeof kind !== "string") return;
    enqueue([...field.files], kind, form.action);
    field.value = "";
  }
  function submit(event: SubmitEvent<HTMLDivElement>) {
    if (!(event.target instanceof HTMLFormElement) || event.target.method !== "post") return;
    event.preventDefault();
    send(event.target);
  }
  function drop(event: DragEvent<HTMLDivElement>) {
    if (!event.dataTransfer.types.includes("Files")) return;
    // Beside the area too: the browser would leave the page and open the file.
    event.preventDefault();
    setOver(event.type === "dragover" && areaOf(event) !== null);
    const field = fieldIn(areaOf(event));
    if (event.type !== "drop" || !field) return;
    field.files = event.dataTransfer.files;
    sendIfWhole(field);
  }
  /** Chosen before or after its kind: the browser says which of the two is still missing. */
  function sendIfWhole({ form }: HTMLInputElement | HTMLSelectElement) {
    if (!atOnce || !form || (fieldIn(form)?.files?.length ?? 0) === 0) return;
    if (form.reportValidity()) send(form);
  }

  return (
    <div
      ref={box}
      className={over ? "uploads is-over" : "uploads"}
      aria-busy={busy}
      onSubmit={submit}
      onChange={({ target }) => {
        if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) {
          sendIfWhole(target);
        }
      }}
      onDragOver={drop}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {wrong > 0 ? <UploadSummary added={added} failed={failed} ref={summary} /> : null}
      {uploads.length > 0 || added > 0 ? (
        <div role="status">
          {!busy && wrong === 0 && added > 0 ? (
            <div className="notice notice--success">
              <h2>{t("added", { count: added })}</h2>
            </div>
          ) : null}
        </div>
      ) : null}
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
      {uploads.length > 0 ? (
        <ul className="files">
          {uploads.map((upload) => (
            <UploadRow
              key={upload.id}
              upload={upload}
              act={() => (mayBeSentAgain(upload) ? sendAgain : remove)(upload.id)}
            />
          ))}
        </ul>
      ) : null}
      {children}
    </div>
  );
}

const fieldIn = (element: Element | null) =>
  element?.querySelector<HTMLInputElement>("input[type=file]") ?? null;

const areaOf = ({ target }: DragEvent) =>
  target instanceof Element ? target.closest(".drop") : null;
