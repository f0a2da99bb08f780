"use client";

import type { ReactNode } from "react";

/** Around fields of a form that is declared: whoever changes one has declared nothing yet. */
export function ClearsTicks({ children }: { children: ReactNode }) {
  return (
    <div
      onInput={({ currentTarget }) => {
        const ticks = currentTarget
          .closest("form")
          ?.querySelectorAll<HTMLInputElement>('input[type="checkbox"]:checked');
        ticks?.forEach((tick) => {
          tick.checked = false;
        });
      }}
    >
      {children}
    </div>
  );
}
