import type { ReactNode } from "react";
import { discardKept } from "./actions";
import { KeptProvider } from "@/components/form/kept-context";
import { keptHere } from "@/lib/auth/current";
import { getFormatter } from "@/lib/i18n/get-formatter";

/** Gives the page's main form what its reader typed there when their session had ended. */
export async function KeptText({ children }: { children: ReactNode }) {
  const kept = await keptHere();
  if (!kept) return <KeptProvider kept={null}>{children}</KeptProvider>;
  const format = await getFormatter();
  const { values, locale, keptAt } = kept;
  const at = format.dateTime(keptAt, { dateStyle: "long", timeStyle: "short" });
  return (
    <KeptProvider kept={{ values, locale, at, discard: discardKept }}>{children}</KeptProvider>
  );
}
