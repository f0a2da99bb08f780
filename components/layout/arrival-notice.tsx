"use client";

import { useEffect, useRef, type ReactNode } from "react";

interface Props {
  className: string;
  /** The row from which the keys go on. */
  near?: string | undefined;
  children: ReactNode;
}

/** What became of an act, on top of the page: whoever is led to it (`#done`) has it in focus, with script too. */
export function ArrivalNotice({ className, near, children }: Props) {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (window.location.hash === "#done") notice.current?.focus();
  }, []);
  return (
    <div
      ref={notice}
      className={`arrival ${className}`}
      id="done"
      role="status"
      tabIndex={-1}
      data-near={near}
    >
      {children}
    </div>
  );
}
