"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

interface Props {
  address: string;
  children: ReactNode;
  /** Left out on its own pages, as "Sign in" is. */
  absentHere?: boolean;
}

/** An item of the main menu; the current one says so. */
export function NavLink({ address, children, absentHere = false }: Props) {
  const path = usePathname();
  const here = path === address || path.startsWith(`${address}/`);
  if (here && absentHere) return null;
  return (
    <li>
      <a href={address} aria-current={here ? (path === address ? "page" : "true") : undefined}>
        {children}
      </a>
    </li>
  );
}
