import { createTranslator, NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { WhatYouNeed } from "./what-you-need";
import HomePage from "@/app/[locale]/(public)/page";
import type { Locale } from "@/lib/i18n/routing";
import en from "@/messages/en.json";
import fr from "@/messages/fr.json";

const messages = { en, fr: fr as unknown as typeof en };
const reader: { locale: Locale } = { locale: "en" };

vi.mock("next-intl/server", () => ({
  getTranslations: (namespace: never) =>
    Promise.resolve(
      createTranslator({ locale: reader.locale, messages: messages[reader.locale], namespace }),
    ),
}));

/** Who, what is needed, time, cost, service standard. */
const facts = {
  en: [
    /resident in Canada/,
    /consignee’s name and address/,
    /20 minutes/,
    /Free/,
    /1 business day/,
  ],
  fr: [/résidant au Canada/, /nom et l’adresse du destinataire/, /20 minutes/, /Gratuit/, /1 jour/],
} as const;

describe.each(["en", "fr"] as const)("in %s", (locale) => {
  it.each([
    ["the home page", HomePage],
    ["a new application", WhatYouNeed],
  ] as const)("%s begins with who, what, how long, how much and by when", async (_where, page) => {
    reader.locale = locale;
    const words = read(await page(), locale);
    for (const fact of facts[locale]) expect(words).toMatch(fact);
    expect(words).toContain(messages[locale].home.facts.decision.name);
  });
});

function read(page: ReactNode, locale: Locale): string {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone="America/Toronto">
      {page}
    </NextIntlClientProvider>,
  );
  return html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}
