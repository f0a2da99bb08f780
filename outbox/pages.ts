import type { Mail, MailSummary } from "./mail";
import { words } from "./words";
import type { Language } from "./words";

const PAGE_SIZE = 50;

/** Text as it may stand in an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

export function listPage(
  language: Language,
  mails: MailSummary[],
  recipient: string,
  pageNumber: number,
): string {
  const say = words[language];
  const lastPage = Math.max(1, Math.ceil(mails.length / PAGE_SIZE));
  const page = Math.min(Math.max(1, pageNumber), lastPage);
  const shown = mails.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const here = (to: string, at: number) =>
    `/?${new URLSearchParams({ lang: language, to, page: String(at) })}`;
  const items = shown.map(
    (mail) => `<li><a href="/mail/${mail.id}?lang=${language}">${escapeHtml(mail.subject)}</a>
<p>${escapeHtml([...mail.to, ...mail.cc, ...mail.bcc].join(", "))} · ${time(mail.createdAt, language)}</p></li>`,
  );
  const empty = recipient === "" ? say.none : say.noneFound(recipient);
  const turns = [
    page > 1 ? `<li><a href="${escapeHtml(here(recipient, page - 1))}">${say.newer}</a></li>` : "",
    page < lastPage
      ? `<li><a href="${escapeHtml(here(recipient, page + 1))}">${say.older}</a></li>`
      : "",
  ].join("");
  const main = `<h1>${say.title}</h1>
<p>${say.intro}</p>
<form method="get" action="/" role="search"><input type="hidden" name="lang" value="${language}">
<div><label for="to">${say.search}</label><input id="to" name="to" value="${escapeHtml(recipient)}" autocomplete="off"></div>
<button>${say.find}</button></form>
${recipient === "" ? "" : `<p><a href="/?lang=${language}">${say.all}</a></p>`}
<p>${shown.length === 0 ? escapeHtml(empty) : say.count(mails.length)}</p>
${shown.length === 0 ? "" : `<ul class="mails">${items.join("\n")}</ul>`}
${turns === "" ? "" : `<nav aria-label="${say.pages}"><ul>${turns}</ul></nav>`}`;
  const otherQuery = { to: recipient, page: String(page) };
  return layout(
    language,
    say.title,
    main,
    `/?${new URLSearchParams({ lang: other(language), ...otherQuery })}`,
  );
}

export function mailPage(language: Language, mail: Mail): string {
  const say = words[language];
  const rows: [string, string][] = [
    [say.from, mail.from],
    [say.to, mail.to.join(", ")],
    [say.cc, mail.cc.join(", ")],
    [say.bcc, mail.bcc.join(", ")],
    [say.replyTo, mail.replyTo.join(", ")],
    [say.subject, mail.subject],
    ...Object.entries(mail.headers),
    [say.attachments, mail.attachments.map((file) => file.filename).join(", ")],
  ];
  const facts = rows.filter(([, value]) => value !== "");
  const details = facts.map(
    ([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`,
  );
  const frame = `<iframe src="/mail/${mail.id}/html" title="${say.formatted}" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`;
  const main = `<p><a href="/?lang=${language}">${say.back}</a></p>
<h1>${escapeHtml(mail.subject)}</h1>
<h2>${say.details}</h2><dl>${details.join("")}<dt>${say.received}</dt><dd>${time(mail.createdAt, language)}</dd></dl>
<h2>${say.formatted}</h2>${mail.html === null ? `<p>${say.noHtml}</p>` : frame}
<h2>${say.plain}</h2>${mail.text === null ? `<p>${say.noText}</p>` : `<pre tabindex="0">${linked(mail.text)}</pre>`}`;
  return layout(
    language,
    `${mail.subject} – ${say.title}`,
    main,
    `/mail/${mail.id}?lang=${other(language)}`,
  );
}

export function problemPage(language: Language, problem: "notFound" | "wrong"): string {
  const say = words[language];
  const main = `<h1>${say[problem]}</h1><p><a href="/?lang=${language}">${say.back}</a></p>`;
  return layout(language, say[problem], main, `/?lang=${other(language)}`);
}

/** The mail's own document; its links open in a new tab, since a sandboxed frame cannot leave its place. */
export function mailDocument(html: string): string {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(html)
    ? html.replace(/<head[^>]*>/i, (head) => head + base)
    : base + html;
}

function layout(language: Language, title: string, main: string, otherAddress: string): string {
  const say = words[language];
  const there = other(language);
  return `<!doctype html>
<html lang="${language}-CA"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)}</title><link rel="stylesheet" href="/style.css"></head><body>
<a class="skip" href="#main">${say.skip}</a>
<header><p>${say.title}</p><a href="${escapeHtml(otherAddress)}" lang="${there}" hreflang="${there}">${say.other}</a></header>
<main id="main" tabindex="-1">${main}</main>
<footer><p>${words.en.title} / <span lang="fr">${words.fr.title}</span></p></footer>
</body></html>`;
}

function other(language: Language): Language {
  return language === "en" ? "fr" : "en";
}

function time(iso: string, language: Language): string {
  const shown = new Intl.DateTimeFormat(`${language}-CA`, {
    dateStyle: "long",
    timeStyle: "medium",
  });
  return `<time datetime="${iso}">${escapeHtml(shown.format(new Date(iso)))}</time>`;
}

/** Plain text with its web addresses made links, and nothing else. */
function linked(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"']+)/)
    .map((part, index) => {
      const safe = escapeHtml(part);
      return index % 2 === 0
        ? safe
        : `<a href="${safe}" target="_blank" rel="noopener noreferrer">${safe}</a>`;
    })
    .join("");
}
