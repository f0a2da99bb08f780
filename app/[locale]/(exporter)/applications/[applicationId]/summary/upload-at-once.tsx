"use client";

import { useRouter } from "next/navigation";
import { useState, type ChangeEvent, type ReactNode } from "react";

/** With script, a file is added as soon as it is chosen, and nothing typed elsewhere on the page is lost. */
export function UploadAtOnce({ words, children }: { words: string; children: ReactNode }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);

  async function send({ target }: ChangeEvent<HTMLInputElement | HTMLSelectElement>) {
    const form = target.form;
    // Chosen before or after its kind: the browser says which of the two is still missing.
    if (!form || new FormData(form).getAll("files").every(isNoFile)) return;
    if (!form.reportValidity()) return;
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
    <div onChange={(event: ChangeEvent<HTMLInputElement>) => void send(event)} aria-busy={busy}>
      {children}
      <p role="status" className="soft">
        {busy ? words : ""}
      </p>
    </div>
  );
}

/** What a file field sends in which nothing was chosen. */
function isNoFile(file: FormDataEntryValue): boolean {
  return typeof file === "string" || (file.name === "" && file.size === 0);
}
