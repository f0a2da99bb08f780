import type { Part } from "@/lib/mail/content";
import { MailPart } from "@/lib/mail/mail-part";
import { officePhone } from "@/lib/office";
import { colour, HEADINGS, small, TEXT } from "@/lib/mail/mail-style";

type Props = { subject: string; first: Part; second: Part; officeMailbox: string };

const centred = { width: "100%", cellPadding: 0, cellSpacing: 0, role: "presentation" } as const;

/** The frame of every mail: 600 pixels wide, tables and inline styles, no image, both languages. */
export function MailLayout({ subject, first, second, officeMailbox }: Props) {
  const language = (part: Part) => `${part.words.locale}-CA`;
  return (
    <html lang={language(first)}>
      {/* eslint-disable-next-line @next/next/no-head-element -- a mail is no page of the portal */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{subject}</title>
      </head>
      <body style={{ margin: 0, background: colour.page }}>
        <table {...centred} style={{ background: colour.page }}>
          <tbody>
            <tr>
              <td align="center" style={{ padding: "20px 10px" }}>
                <table {...centred} style={{ maxWidth: 600, background: "#ffffff" }}>
                  <tbody>
                    <tr>
                      <td
                        style={{
                          padding: "16px 24px",
                          borderBottom: `3px solid ${colour.ink}`,
                          textAlign: "left",
                        }}
                      >
                        <div
                          style={{
                            fontFamily: HEADINGS,
                            fontWeight: 700,
                            fontSize: 17,
                            lineHeight: "23px",
                            color: colour.ink,
                          }}
                        >
                          <span lang={language(first)}>{first.words.say("organization")}</span>
                          {" / "}
                          <span lang={language(second)}>{second.words.say("organization")}</span>
                        </div>
                        <div style={small}>
                          <a
                            href={`#${second.words.locale}`}
                            lang={language(second)}
                            style={{ color: colour.link }}
                          >
                            {second.words.say("follows")}
                          </a>
                        </div>
                      </td>
                    </tr>
                    <MailPart part={first} isFirst />
                    <MailPart part={second} isFirst={false} />
                    <tr>
                      <td
                        style={{
                          ...small,
                          color: colour.text,
                          padding: "16px 24px 20px",
                          background: colour.foot,
                          textAlign: "left",
                        }}
                      >
                        <span lang={language(first)}>{first.words.say("office")}</span>
                        {" / "}
                        <span lang={language(second)}>{second.words.say("office")}</span>
                        <br />
                        <a
                          href={`mailto:${officeMailbox}`}
                          style={{ color: colour.link, overflowWrap: "anywhere", fontFamily: TEXT }}
                        >
                          {officeMailbox}
                        </a>
                        <br />
                        {officePhone}
                        <FootLines part={first} />
                        <FootLines part={second} />
                      </td>
                    </tr>
                  </tbody>
                </table>
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  );
}

function FootLines({ part: { foot, words } }: { part: Part }) {
  if (!foot) return null;
  const { text, link } = foot;
  return (
    <p lang={`${words.locale}-CA`} style={{ margin: "10px 0 0" }}>
      {text}{" "}
      {link ? (
        <a href={link.address} style={{ color: colour.link }}>
          {link.label}
        </a>
      ) : null}
    </p>
  );
}
