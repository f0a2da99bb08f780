import type { Letter } from "@/lib/reviews/letters/letter";

/** A letter of the office as it is sent: the PDF says the same, block by block. */
export function LetterSheet({ letter, empty }: { letter: Letter; empty?: string }) {
  return (
    <div className="letter" lang={letter.language}>
      <p>
        <b>{letter.office}</b>
        <Lines lines={["", ...letter.sender]} />
      </p>
      <p>{letter.date}</p>
      <p>
        <Lines lines={letter.to} />
      </p>
      <p>
        <b>{letter.subject}</b>
      </p>
      {letter.blocks.map((block, i) => {
        switch (block.kind) {
          case "text":
            return <p key={i}>{block.text}</p>;
          case "written":
            return (
              <div key={i}>
                <p>
                  <b>{block.heading}</b>
                </p>
                <blockquote className="written">
                  {block.lines.join("\n") || (empty ?? "")}
                </blockquote>
              </div>
            );
          case "points":
            return block.points.length === 0 ? (
              <p key={i} className="soft">
                {empty}
              </p>
            ) : (
              <ol key={i}>
                {block.points.map(({ about, texts }, n) => (
                  <li key={n}>
                    <b>{about}</b>
                    <Lines lines={["", ...texts]} />
                  </li>
                ))}
              </ol>
            );
        }
      })}
      <p>
        <Lines lines={letter.by} />
      </p>
      <p className="soft">{letter.foot}</p>
    </div>
  );
}

/** Each on a line of its own. */
function Lines({ lines }: { lines: readonly string[] }) {
  return lines.map((line, i) => (
    <span key={i}>
      {i > 0 ? <br /> : null}
      {line}
    </span>
  ));
}
