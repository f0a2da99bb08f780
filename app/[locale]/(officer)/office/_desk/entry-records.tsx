import { Fragment } from "react";
import { PageLink } from "@/components/layout/page-link";
import type { OnRecord } from "./entry-words";

/** On what: each a link where there is a page of it. */
export function EntryRecords({ on, nothing }: { on: readonly OnRecord[]; nothing: string }) {
  if (on.length === 0) return nothing;
  return on.map(({ text, href }, index) => (
    <Fragment key={text}>
      {index > 0 ? ", " : null}
      {href ? <PageLink href={href}>{text}</PageLink> : text}
    </Fragment>
  ));
}
