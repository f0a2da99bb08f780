import { allNotes, type Content, type Part } from "@/lib/mail/content";
import { cell, colour, HEADINGS, paragraph, small, TEXT } from "@/lib/mail/mail-style";

/** One language of a mail: heading, facts, one button. */
export function MailPart({ part, isFirst }: { part: Part; isFirst: boolean }) {
  const { content, words } = part;
  const notes = allNotes(content).join(" ");
  const top = isFirst ? {} : { borderTop: `3px solid ${colour.ink}` };
  return (
    <tr>
      <td
        id={words.locale}
        lang={`${words.locale}-CA`}
        style={{ padding: "24px 24px 26px", textAlign: "left", overflowWrap: "anywhere", ...top }}
      >
        <h1
          style={{
            fontFamily: HEADINGS,
            fontSize: 26,
            lineHeight: "32px",
            color: colour.heading,
            margin: "0 0 6px",
          }}
        >
          {content.heading}
        </h1>
        <div
          aria-hidden="true"
          style={{
            width: 72,
            height: 6,
            background: colour.accent,
            fontSize: 0,
            lineHeight: 0,
            margin: "0 0 18px",
          }}
        >
          {"\u00A0"}
        </div>
        {content.greeting !== undefined && <p style={paragraph}>{content.greeting}</p>}
        {[content.text, ...(content.more ?? [])].map((text, place) => (
          <p key={place} style={paragraph}>
            {text}
          </p>
        ))}
        {content.facts.length > 0 ? <MailFacts facts={content.facts} /> : null}
        {content.verbatim !== undefined && (
          <pre
            style={{
              ...small,
              fontFamily: "monospace",
              whiteSpace: "pre-wrap",
            }}
          >
            {content.verbatim}
          </pre>
        )}
        {content.list && (
          <>
            <h2
              style={{
                fontFamily: HEADINGS,
                fontSize: 19,
                lineHeight: "26px",
                color: colour.heading,
                margin: "20px 0 4px",
              }}
            >
              {content.list.heading}
            </h2>
            <ul style={{ ...paragraph, paddingLeft: 22 }}>
              {content.list.items.map((item) => (
                <li key={item} style={{ margin: "4px 0" }}>
                  {item}
                </li>
              ))}
            </ul>
          </>
        )}
        {content.button ? <MailButton button={content.button} /> : null}
        {notes ? <p style={{ ...small, margin: "14px 0 0" }}>{notes}</p> : null}
      </td>
    </tr>
  );
}

function MailButton({ button }: { button: NonNullable<Content["button"]> }) {
  return (
    <table role="presentation" cellPadding={0} cellSpacing={0} style={{ margin: "22px 0 8px" }}>
      <tbody>
        <tr>
          <td style={{ background: colour.button, borderRadius: 4 }}>
            <a
              href={button.address}
              style={{
                fontFamily: TEXT,
                display: "inline-block",
                fontSize: 18,
                lineHeight: "24px",
                color: "#ffffff",
                textDecoration: "none",
                padding: "12px 20px",
              }}
            >
              {button.label}
            </a>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function MailFacts({ facts }: Pick<Content, "facts">) {
  return (
    <table
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      style={{ borderTop: `2px solid ${colour.ink}`, margin: "6px 0 4px" }}
    >
      <tbody>
        {facts.map(({ label, value }) => (
          <tr key={label}>
            <th
              scope="row"
              style={{
                // A label is ours, and short: what it stands for gives way.
                overflowWrap: "normal",
                ...cell,
                color: colour.quiet,
                fontWeight: 400,
                padding: "9px 12px 9px 0",
                width: "42%",
              }}
            >
              {label}
            </th>
            <td
              style={{
                ...cell,
                color: colour.heading,
                fontWeight: 600,
                padding: "9px 0",
                overflowWrap: "anywhere",
              }}
            >
              {value}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
