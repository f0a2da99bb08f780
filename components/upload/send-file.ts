import type { FailedFile, UploadResult } from "@/lib/documents/upload-result";

interface Hears {
  /** From 0 to 1. */
  progress(sent: number): void;
  /** Null where the file was added. Not called where it was stopped. */
  end(failure: FailedFile | null): void;
}

/** Sends one file of a form; gives what stops it. Only this kind of request tells how far it is. */
export function sendFile(file: File, kind: string, action: string, hears: Hears): () => void {
  const request = new XMLHttpRequest();
  const body = new FormData();
  body.set("kind", kind);
  body.set("files", file);
  request.upload.onprogress = ({ loaded, total }) => hears.progress(loaded / total);
  request.onload = () => hears.end(failureIn(request.responseText));
  request.onerror = () => hears.end(lost);
  request.open("POST", action);
  request.setRequestHeader("accept", "application/json");
  request.send(body);
  return () => request.abort();
}

const lost: FailedFile = { problem: "failed", name: "" };

function failureIn(answer: string): FailedFile | null {
  try {
    const { added, failed } = JSON.parse(answer) as UploadResult;
    return added === 1 ? null : (failed[0] ?? lost);
  } catch {
    return lost;
  }
}
