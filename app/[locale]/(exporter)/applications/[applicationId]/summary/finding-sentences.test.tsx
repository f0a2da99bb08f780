import { createTranslator, NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { declarationProblems } from "./declaration-problems";
import { FindingList } from "./finding-list";
import { openPoints } from "./open-points";
import { documentProblems } from "@/app/[locale]/(exporter)/applications/[applicationId]/documents/document-problems";
import { NeedList } from "@/app/[locale]/(exporter)/applications/[applicationId]/documents/need-list";
import { sectionProblems } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-problems";
import { CheckList } from "@/app/[locale]/(officer)/office/review/[applicationId]/check-list";
import { ErrorSummary } from "@/components/form/error-summary";
import { fieldId } from "@/components/form/field-id";
import { FormStateProvider } from "@/components/form/form-context";
import { TextField } from "@/components/form/text-field";
import { shownChecks, shownFindings } from "@/lib/applications/access";
import { findingSentence } from "@/lib/applications/finding-sentence";
import { documentsNeeded } from "@/lib/applications/rules/evidence";
import { failures } from "@/lib/applications/rules/cases/cases";
import { facts as goodFacts } from "@/lib/applications/rules/cases/shipments";
import { checkEach, evaluate } from "@/lib/applications/rules/engine";
import type { Facts, Finding } from "@/lib/applications/rules/rule";
import { sectionSchemas, type AnsweredSection } from "@/lib/applications/schema";
import { emptyForm, type Problem } from "@/lib/forms/form-state";
import { routing, type Locale } from "@/lib/i18n/routing";
import en from "@/messages/en.json";
import fr from "@/messages/fr.json";

/*
 * What every rule finds, read from the pages that show it, in both languages: the list of the summary
 * and the field of the section for an exporter, the list of checks for an officer.
 */

// Both have the same keys, which lib/i18n/messages.test.ts holds.
const messages = { en, fr: fr as unknown as typeof en };
const reader: { locale: Locale } = { locale: "en" };

vi.mock("next-intl/server", () => ({
  getLocale: () => Promise.resolve(reader.locale),
  getTranslations: (namespace: never) =>
    Promise.resolve(
      createTranslator({
        locale: reader.locale,
        messages: messages[reader.locale],
        namespace,
      }),
    ),
}));

/** The words of a page, and its links with theirs. */
function read(page: ReactNode, locale: Locale) {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone="America/Toronto">
      {page}
    </NextIntlClientProvider>,
  );
  const links = [...html.matchAll(/<a href="([^"]*)"[^>]*>(.*?)<\/a>/gs)].map(
    ([, href = "", words = ""]) => ({ href, words: plain(words) }),
  );
  return { html, words: plain(html), links };
}

const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

function summaryOf(facts: Facts, locale: Locale) {
  const exporter = { kind: "exporter" } as const;
  const points = openPoints({
    application: { answers: facts.answers } as never,
    findings: shownFindings(exporter, evaluate(facts)),
    locale,
  });
  const checks = shownChecks(exporter, checkEach(facts));
  return read(<FindingList points={points} checks={checks} applicationId="one" />, locale);
}

async function officeOf(findings: readonly Finding[], locale: Locale) {
  reader.locale = locale;
  return read(await CheckList({ findings, deciding: true }), locale);
}

/** A field as its section draws it, below the summary of the form's errors. */
function formOf(problems: readonly Problem[], field: string, locale: Locale) {
  const state = { ...emptyForm, problems };
  return read(
    <FormStateProvider value={state}>
      <ErrorSummary state={state} />
      <TextField name={field} label="A field" />
    </FormStateProvider>,
    locale,
  );
}

/** The documents, opened from the summary. */
function documentsOf(
  { answers, documents, reference, today }: Facts,
  findings: readonly Finding[],
  locale: Locale,
) {
  const problems = documentProblems({ findings, fromSummary: true, locale });
  const told = new Map(problems.map(({ field, params }) => [field, params.sentence]));
  return read(
    <>
      <ErrorSummary state={{ ...emptyForm, problems }} />
      <NeedList
        answers={answers}
        needed={documentsNeeded(answers, reference, { day: today, onPaper: false })}
        documents={documents}
        problems={told}
        certificates={[]}
      />
    </>,
    locale,
  );
}

const isAnswered = (section: string): section is AnsweredSection => section in sectionSchemas;

describe.each(routing.locales)("in %s", (locale) => {
  it.each(failures)("$message of $rule is read", async ({ facts, message, field }) => {
    const found = evaluate(facts);
    const finding = found.find((one) => one.messageKey === message && one.field === field);
    if (!finding) throw new Error(`${message} is not found`);
    const sentence = findingSentence(finding, locale);

    const office = await officeOf(found, locale);
    expect(office.words).toContain(sentence);

    const summary = summaryOf(facts, locale);
    if (finding.severity === "officer") {
      expect(summary.words).not.toContain(sentence);
      return;
    }
    if (finding.rule === "R26") {
      const form = formOf(declarationProblems(found, locale), finding.field ?? "", locale);
      expect(form.links).toContainEqual({ href: `#${finding.field ?? ""}`, words: sentence });
      expect(summary.words).not.toContain(sentence);
      return;
    }
    const [shown] = shownFindings({ kind: "exporter" }, [finding]);
    const link = summary.links.find(
      ({ words }) => shown && words === findingSentence(shown, locale),
    );
    if (finding.outcome === "conflict" && !ownProblemAt(finding, facts, locale)) {
      expect(link?.href).toContain("/one/");
      if (finding.field) expect(link?.href).toContain(`#${fieldId(atForm(finding.field))}`);
    } else {
      // The form's own sentence says what is missing there, or is wrong by itself.
      const page = sectionPage(finding, locale);
      expect(link ?? summary.links.find(({ href }) => href.includes(page))).toBeDefined();
    }
    if (finding.section === "documents") {
      const page = documentsOf(facts, found, locale);
      expect(page.links).toContainEqual({ href: `#${finding.field ?? ""}`, words: sentence });
      expect(page.html).toContain(`aria-describedby="${finding.field ?? ""}-error"`);
      expect(page.words.split(sentence).length - 1).toBe(2);
      return;
    }
    if (finding.severity !== "block" || finding.outcome !== "conflict" || !finding.field) return;
    const problems = sectionProblems(
      finding.section as AnsweredSection,
      facts.answers,
      found,
      locale,
    );
    const form = formOf(problems, atForm(finding.field), locale);
    const own = ownProblemAt(finding, facts, locale);
    expect(form.html).toContain(`id="${fieldId(atForm(finding.field))}-error"`);
    if (!own) expect(form.words.split(sentence).length - 1).toBe(2);
  });

  it("counts what passed, and names it", () => {
    const { words } = summaryOf(goodFacts(), locale);
    const counts = { en: "15 checks passed", fr: "15 vérifications réussies" };
    expect(words).toContain(counts[locale]);
    expect(words).toContain(messages[locale].rules.R14.compares);
    // Which an exporter does not read, found or not.
    expect(words).not.toContain(messages[locale].rules.R08.name);
  });
});

/** Seals are all typed in one field. */
const atForm = (field: string) => field.replace(/^seals\[\d+\]$/, "seals");

/** Whether the section's own schema finds fault with the field, which then says it in its own words. */
function ownProblemAt({ section, field }: Finding, facts: Facts, locale: Locale): boolean {
  if (!isAnswered(section) || field === null) return false;
  return sectionProblems(section, facts.answers, [], locale).some(
    (problem) => problem.field === atForm(field),
  );
}

const sectionPage = ({ section }: Finding, locale: Locale) =>
  ({
    applicant: { en: "/applicant", fr: "/demandeur" },
    delivery: { en: "/delivery", fr: "/envoi" },
    consignee: { en: "/consignee", fr: "/destinataire" },
    origin: { en: "/origin", fr: "/origine" },
    goods: { en: "/goods", fr: "/marchandises" },
    documents: { en: "/documents", fr: "/documents" },
    summary: { en: "/summary", fr: "/sommaire" },
  })[section][locale];
