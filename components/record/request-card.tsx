import type { ReactNode } from "react";

interface Props {
  id: string;
  title: ReactNode;
  /** The reason in the reader’s language, then the officer’s own words. */
  asked: readonly string[];
  /** Who asked, and when. */
  from: string;
  answered: boolean;
  status: string;
  children?: ReactNode;
}

/** One change that an officer asks for, with what the exporter does about it. */
export function RequestCard({ id, title, asked, from, answered, status, children }: Props) {
  return (
    <section className={answered ? "request request--answered" : "request"} aria-labelledby={id}>
      <div className="title-row">
        <h2 className="h3" id={id}>
          {title}
        </h2>
        <span className={answered ? "tag tag--green" : "tag tag--amber"}>{status}</span>
      </div>
      <blockquote>
        {asked.map((text) => (
          <p key={text} className="written">
            {text}
          </p>
        ))}
        <footer>{from}</footer>
      </blockquote>
      {children}
    </section>
  );
}
