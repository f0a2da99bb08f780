import { Fragment, type ReactNode } from "react";

export interface SummaryRow {
  term: ReactNode;
  /** Several lines where it is a list; "–" where there is nothing. */
  text: ReactNode | readonly ReactNode[];
  /** A Change link. */
  act?: ReactNode;
  mono?: boolean;
}

/** Answers read back, each with its Change link where there is something to change. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl className="summary">
      {rows.map(({ term, text, act, mono }, i) => (
        <div key={i}>
          <dt>{term}</dt>
          <dd className={mono ? "mono" : undefined}>
            <Lines text={text} />
          </dd>
          {act ? <dd className="act">{act}</dd> : null}
        </div>
      ))}
    </dl>
  );
}

function Lines({ text }: { text: SummaryRow["text"] }) {
  const lines = (Array.isArray(text) ? (text as readonly ReactNode[]) : [text as ReactNode]).filter(
    (line) => line !== null && line !== undefined && line !== "",
  );
  if (lines.length === 0) return <span className="soft">–</span>;
  return lines.map((line, i) => (
    <Fragment key={i}>
      {i > 0 ? <br /> : null}
      {line}
    </Fragment>
  ));
}
