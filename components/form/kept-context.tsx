"use client";

import { usePathname } from "next/navigation";
import { createContext, useContext, useState, type ReactNode } from "react";
import type { Locale } from "@/lib/i18n/routing";

/** What the reader typed on this page when their session had ended. */
export interface KeptText {
  /** By field name. */
  readonly values: Readonly<Record<string, string>>;
  readonly locale: Locale;
  /** When, as the reader writes it. */
  readonly at: string;
  readonly discard: () => Promise<void>;
}

const KeptContext = createContext<KeptText | null>(null);

export function useKept(): KeptText | null {
  return useContext(KeptContext);
}

/** Hands it to the form of the page for which it was read, and to no page that script shows after it. */
export function KeptProvider({ kept, children }: { kept: KeptText | null; children: ReactNode }) {
  const here = usePathname();
  const [read, setRead] = useState({ kept, here });
  if (read.kept !== kept) setRead({ kept, here });
  return <KeptContext value={read.here === here ? kept : null}>{children}</KeptContext>;
}
