import { createFormatter, createTranslator, NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToReadableStream } from "react-dom/server";
import { vi } from "vitest";
import { readHtml, type Drawn } from "./read-html";
import { currentPerson, requestLocale, requireExporter } from "@/lib/auth/current";
import { asExporter } from "@/lib/auth/viewer";
import { officeZone } from "@/lib/clock";
import type { FormState } from "@/lib/forms/form-state";
import type { Locale } from "@/lib/i18n/routing";
import en from "@/messages/en.json";
import fr from "@/messages/fr.json";
import { signedIn } from "@/tests/factories/people";

/*
 * Real pages as HTML, without a server: React draws them in one pass, with what Next would put around
 * them. Only that is replaced here: who is signed in, the page's language, the cache of pages, and the
 * way in which the answer of a form's action comes back to its page.
 */

const around = vi.hoisted((): { locale: Locale; answer: FormState | null } => ({
  locale: "en",
  answer: null,
}));

vi.mock("@/lib/auth/current", () => ({
  currentPerson: vi.fn(),
  requestLocale: vi.fn(),
  requireExporter: vi.fn(),
}));
vi.mock("next/cache", () => ({ refresh: vi.fn() }));
vi.mock("next-intl/server", () => ({
  getLocale: () => Promise.resolve(around.locale),
  getMessages: () => Promise.resolve(messages[around.locale]),
  getFormatter: () => Promise.resolve(createFormatter(settings())),
  getTranslations: (namespace?: "frame") =>
    Promise.resolve(createTranslator({ ...settings(), ...(namespace ? { namespace } : {}) })),
  getRequestConfig: (configure: unknown) => configure,
}));
// All parts are drawn in one pass here: the messages around the page are those of its forms too.
vi.mock("@/components/form/form-messages", () => ({
  FormMessages: ({ children }: { children: ReactNode }) => children,
}));
vi.mock("@/components/upload/upload-messages", () => ({
  UploadMessages: ({ children }: { children: ReactNode }) => children,
}));
vi.mock("next/navigation", async (original) => ({
  ...(await original<object>()),
  useRouter: () => ({ refresh: vi.fn() }),
}));
vi.mock("@/components/form/use-press", () => ({
  usePress: (action: unknown, initial: FormState) => [around.answer ?? initial, action, false],
}));

const messages = { en, fr: fr as typeof en };

function settings() {
  return {
    locale: around.locale,
    messages: messages[around.locale],
    timeZone: officeZone,
    // A sentence that is not there would otherwise be drawn as its key.
    onError: (problem: Error) => {
      throw problem;
    },
  };
}

/** From now on this person reads, in this language. */
export async function signIn({ userId }: { userId: string }, locale: Locale): Promise<void> {
  const person = await signedIn(userId);
  vi.mocked(currentPerson).mockResolvedValue(person);
  vi.mocked(requireExporter).mockResolvedValue(asExporter(person));
  vi.mocked(requestLocale).mockResolvedValue(locale);
  around.locale = locale;
}

export type Page = (props: {
  params: Promise<{ applicationId: string }>;
  searchParams: Promise<Record<string, string>>;
}) => Promise<ReactNode>;

/** A page of an application as it is drawn when opened or, with `answer`, after a press. */
export async function draw(
  page: Page,
  applicationId: string,
  query: Readonly<Record<string, string>> = {},
  answer: FormState | null = null,
): Promise<Drawn> {
  around.answer = answer;
  const [params, searchParams] = [Promise.resolve({ applicationId }), Promise.resolve(query)];
  const failures: unknown[] = [];
  const stream = await renderToReadableStream(
    <NextIntlClientProvider {...settings()}>
      {await page({ params, searchParams })}
    </NextIntlClientProvider>,
    { onError: (problem) => void failures.push(problem) },
  );
  await stream.allReady;
  const html = await new Response(stream).text();
  around.answer = null;
  if (failures.length > 0) throw failures[0];
  return readHtml(html);
}
