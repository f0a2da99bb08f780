"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** An item of the main menu; the current one says so. */
export function NavLink({ address, children }: { address: string; children: ReactNode }) {
  const path = usePathname();
  const here = path === address || path.startsWith(`${address}/`);
  return (
    <a href={address} aria-current={here ? (path === address ? "page" : "true") : undefined}>
      {children}
    </a>
  );
}
