"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { sendFile } from "@/components/upload/send-file";
import { problemBefore } from "@/lib/documents/problem-before";
import type { FailedFile } from "@/lib/documents/upload-result";

export interface Upload {
  readonly id: number;
  readonly file: File;
  readonly kind: string;
  readonly action: string;
  /** Checking: all is sent, and the portal looks at it. */
  readonly state: "waiting" | "sending" | "checking" | "failed" | "added";
  /** From 0 to 1. */
  readonly sent: number;
  readonly failure: FailedFile | null;
}

/** One request a file, and few at a time: each has its own progress, and none holds up all others. */
const atOnce = 2;

/** Whether it failed on the way, and not because of the file itself. */
export const mayBeSentAgain = ({ failure }: Upload) =>
  failure !== null && ["failed", "busy", "session"].includes(failure.problem);

/** The files of a page that are on their way, or did not arrive. */
export function useUploads(room: number) {
  const t = useTranslations("documents");
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [added, setAdded] = useState(0);
  const [said, say] = useState("");
  const stops = useRef(new Map<number, () => void>());
  const last = useRef(0);

  const [seen, setSeen] = useState(room);
  if (room !== seen) {
    setSeen(room);
    // A file was taken away since: what was added before is no news.
    if (room > seen) setAdded(0);
  }

  const change = useCallback((id: number, to: Partial<Upload>) => {
    setUploads((all) => all.map((each) => (each.id === id ? { ...each, ...to } : each)));
  }, []);

  const begin = useCallback(
    ({ id, file, kind, action }: Upload) => {
      let told = 0;
      const tell = (what: string) => say(t("sending.said", { name: file.name, what }));
      const stop = sendFile(file, kind, action, {
        progress(sent) {
          change(id, { sent, state: sent < 1 ? "sending" : "checking" });
          // Not each step is read out.
          if (sent === 1 || sent < told + 0.25) return;
          told = sent;
          tell(t("sending.percent", { sent }));
        },
        end(failure) {
          stops.current.delete(id);
          change(id, { failure, state: failure ? "failed" : "added" });
          if (!failure) setAdded((count) => count + 1);
          const { problem, under = "" } = failure ?? {};
          tell(problem ? t(`problems.${problem}`, { under }) : t("attached"));
        },
      });
      stops.current.set(id, stop);
    },
    [change, t],
  );

  useEffect(() => {
    const free = atOnce - stops.current.size;
    for (const upload of uploads.filter(({ state }) => state === "waiting").slice(0, free)) {
      begin(upload);
      change(upload.id, { state: "sending" });
    }
  }, [uploads, begin, change]);
  useEffect(() => {
    const running = stops.current;
    return () => running.forEach((stop) => stop());
  }, []);

  return {
    uploads,
    added,
    said,
    busy: uploads.some(isOnItsWay),
    enqueue: (files: readonly File[], kind: string, action: string) => {
      const kept = uploads.filter((each) => each.state !== "failed" || mayBeSentAgain(each));
      let left = room - kept.filter(({ state }) => state !== "failed").length;
      const more = files.map((file): Upload => {
        const problem = problemBefore(file, left);
        if (!problem) left -= 1;
        const id = (last.current += 1);
        const failure = problem ? { problem, name: file.name } : null;
        const state = problem ? "failed" : "waiting";
        return { id, file, kind, action, sent: 0, state, failure };
      });
      if (!kept.some(isOnItsWay)) setAdded(0);
      setUploads([...kept, ...more]);
    },
    sendAgain: (id: number) => change(id, { state: "waiting", sent: 0, failure: null }),
    /** Stops it where it is on its way. */
    remove: (id: number) => {
      stops.current.get(id)?.();
      stops.current.delete(id);
      setUploads((all) => all.filter((each) => each.id !== id));
    },
    /** Forgets those that the page itself lists by now. */
    forgetAdded: useCallback(
      () => setUploads((all) => all.filter(({ state }) => state !== "added")),
      [],
    ),
  };
}

const isOnItsWay = ({ state }: Upload) =>
  state === "waiting" || state === "sending" || state === "checking";
