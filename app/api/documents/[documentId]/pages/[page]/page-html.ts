import { getTranslations } from "next-intl/server";
import { firstPage, pageAddress, type PageView } from "@/lib/documents/page-address";
import type { openPage } from "@/lib/documents/queries";
import { fileSize } from "@/lib/forms/file-size";
import { formatterFor } from "@/lib/i18n/formatter";
import { getPathname } from "@/lib/i18n/navigation";
import type { Locale } from "@/lib/i18n/routing";

type Opened = NonNullable<Awaited<ReturnType<typeof openPage>>>;
type Drawn = Extract<Opened["page"], { ok: true }>["value"];
type Problem = Extract<Opened["page"], { ok: false }>["error"];
type Words = Awaited<ReturnType<typeof wordsIn>>;

const wordsIn = (locale: Locale) => getTranslations({ locale, namespace: "office.viewer" });

/** A page of a document: what it is of, the way to its other pages, its picture, its text. */
export async function pageHtml(documentId: string, opened: Opened, view: PageView) {
  const { locale } = view;
  const t = await wordsIn(locale);
  const kinds = await getTranslations({ locale, namespace: "office.review.documents.kinds" });
  const { name, size, uploadedBy, uploadedAt, page } = opened;
  const when = formatterFor(locale).dateTime(uploadedAt, {
    dateStyle: "medium",
    timeStyle: "short",
  });
  const facts = t("facts", { size: fileSize(size, locale), who: uploadedBy, when });
  const download = `<a href="/api/documents/${encodeURIComponent(documentId)}">${t("download")}</a>`;
  const at = (changed: Partial<PageView>) =>
    escape(pageAddress(documentId, { ...view, ...changed }));
  const body = page.ok
    ? drawnPage(t, { documentId, name, at, view, page: page.value })
    : problemNote(t, page.error, { again: at({}), first: at(firstPage(locale, view.alone)) });
  return html(
    locale,
    name,
    `<header><h1>${escape(kinds(opened.kind))} <span class="name">${escape(name)}</span></h1>
<p class="facts">${escape(facts)} ${download}</p></header>
${body}`,
  );
}

/** Instead of a page, to whoever has nothing to see here. */
export async function emptyHtml(locale: Locale): Promise<string> {
  const t = await wordsIn(locale);
  return html(locale, t("empty.title"), `<h1>${t("empty.title")}</h1><p>${t("empty.text")}</p>`);
}

interface Shown {
  documentId: string;
  name: string;
  at: (changed: Partial<PageView>) => string;
  view: PageView;
  page: Drawn;
}

function drawnPage(t: Words, { documentId, name, at, view, page }: Shown): string {
  const { picture, text, pages } = page;
  const words = { page: view.page, pages, name };
  const image = picture
    ? `<img src="data:image/webp;base64,${picture.webp}" width="${picture.width}" height="${picture.height}" alt="${escape(t(text === null ? "altPicture" : "alt", words))}">`
    : "";
  return `<nav aria-label="${t("pages")}"><ul>${ways(t, { documentId, at, view, page })}</ul></nav>
<div class="${view.size}">${image}</div>
${textOf(t, page)}`;
}

function ways(t: Words, { documentId, at, view, page }: Omit<Shown, "name">): string {
  const { pages, picture } = page;
  const link = (words: string, address: string, more = "") =>
    `<li><a href="${address}"${more}>${words}</a></li>`;
  const here = view.page;
  const alone = getPathname({
    href: {
      pathname: "/office/documents/[documentId]",
      params: { documentId },
      query: { page: here },
    },
    locale: view.locale,
  });
  return [
    `<li>${t("page", { page: here, pages })}</li>`,
    here > 2 ? link(t("first"), at({ page: 1 })) : "",
    here > 1 ? link(t("previous"), at({ page: here - 1 }), ' rel="prev"') : "",
    here < pages ? link(t("next"), at({ page: here + 1 }), ' rel="next"') : "",
    here < pages - 1 ? link(t("last"), at({ page: pages })) : "",
    picture && view.size === "fit" ? link(t("larger"), at({ size: "large" })) : "",
    picture && view.size === "large" ? link(t("smaller"), at({ size: "fit" })) : "",
    picture ? link(t("turn"), at({ turns: (view.turns + 1) % 4 })) : "",
    view.alone ? "" : link(t("alone"), escape(alone), ' target="_blank" rel="noopener"'),
  ].join("");
}

/** Beside a picture it is for those who do not see it; alone it is the page itself. */
function textOf(t: Words, { picture, text }: Drawn): string {
  const words = text === null ? "" : `<pre>${escape(text)}</pre>`;
  if (!picture) return words || `<p>${t("noText")}</p>`;
  return words && `<details><summary>${t("text")}</summary>${words}</details>`;
}

function problemNote(t: Words, problem: Problem, address: { again: string; first: string }) {
  const ways = {
    unchecked: `<a href="${address.again}">${t("again")}</a>`,
    noSuchPage: `<a href="${address.first}">${t("first")}</a>`,
  } as const;
  const way = problem === "unchecked" || problem === "noSuchPage" ? ways[problem] : "";
  return `<p class="note">${t(`problems.${problem}`)} ${way}</p>`;
}

function html(locale: Locale, title: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="${locale}-CA"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title><link rel="stylesheet" href="/fonts/paper.css"></head>
<body><main>${body}</main></body></html>`;
}

/** Whoever sent the file chose its name and what is written in it. */
function escape(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
