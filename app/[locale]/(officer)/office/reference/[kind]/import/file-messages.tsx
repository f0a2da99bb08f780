import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** What the preview of a file says in the browser. Only its page sends it there. */
export async function FileMessages({ children }: { children: ReactNode }) {
  const { errors, form, office } = await getMessages();
  const { file, fields } = office.reference;
  return (
    <NextIntlClientProvider messages={{ errors, form, office: { reference: { file, fields } } }}>
      {children}
    </NextIntlClientProvider>
  );
}
