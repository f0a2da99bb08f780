"use client";

import { useRouter } from "next/navigation";
import { useState, type ChangeEvent, type ReactNode } from "react";

/** With script, a file is added as soon as it is chosen, and nothing typed elsewhere on the page is lost. */
export function UploadAtOnce({ words, children }: { words: string; children: ReactNode }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);

  async function send({ target }: ChangeEvent) {
    if (!(target instanceof HTMLInputElement) || target.type !== "file" || !target.form) return;
    const { form } = target;
    if (target.files?.length === 0 || !form.checkValidity()) return;
    setBusy(true);
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
      const to = new URL(answer.url);
      // Its page, which tells the result; or the sign-in, where the session is over.
      if (to.pathname !== location.pathname) location.assign(to);
      else router.replace(to.pathname + to.search, { scroll: false });
      form.reset();
    } catch {
      form.requestSubmit();
    } finally {
      setBusy(false);
    }
  }
  return (
    <div onChange={(event) => void send(event)} aria-busy={busy}>
      {children}
      <p role="status" className="soft">
        {busy ? words : ""}
      </p>
    </div>
  );
}
