import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** What forms say in the browser. Only pages with a form send it there. */
export async function FormMessages({ children }: { children: ReactNode }) {
  const { errors, form } = await getMessages();
  return <NextIntlClientProvider messages={{ errors, form }}>{children}</NextIntlClientProvider>;
}
