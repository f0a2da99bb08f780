import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** What a form with files says in the browser. Only pages with such a form send it there. */
export async function UploadMessages({ children }: { children: ReactNode }) {
  const { documents, form } = await getMessages();
  const { added, addedAndNot, attached, each, notAdded, problems, sending } = documents;
  const said = { added, addedAndNot, attached, each, notAdded, problems, sending };
  return (
    <NextIntlClientProvider messages={{ documents: said, form: { error: form.error } }}>
      {children}
    </NextIntlClientProvider>
  );
}
