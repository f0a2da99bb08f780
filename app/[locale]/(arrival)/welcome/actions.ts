"use server";

import { requestLocale, requireArriving } from "@/lib/auth/current";
import { safeReturnTo } from "@/lib/auth/return-to";
import { keepWantedPage } from "@/lib/auth/wanted-page";
import { errorKey } from "@/lib/forms/error-key";
import { onFields } from "@/lib/forms/field-problems";
import { refused, type FormState } from "@/lib/forms/form-state";
import { isLanguagePress } from "@/lib/forms/language-press";
import { parseForm } from "@/lib/forms/parse-form";
import { redirect } from "@/lib/i18n/navigation";
import { introduce, sendAgain } from "@/lib/people/commands/send-link";
import { introductionForm } from "@/lib/people/schema";
import { acceptTerms } from "@/lib/texts/commands/accept-terms";

/** The next page leads on by itself where its step is done already. */
const onward = (formData: FormData, more: Record<string, string> = {}) => {
  const returnTo = safeReturnTo(formData.get("returnTo"));
  return { ...(returnTo ? { returnTo } : {}), ...more };
};

/** Accepts the version that was shown. */
export async function accept(state: FormState, formData: FormData): Promise<FormState> {
  const viewer = await requireArriving(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  if (formData.get("accepted") !== "yes") {
    const problem = { field: "accepted", key: errorKey("person.terms.required") };
    return refused(state, formData, [problem]);
  }
  const accepted = await acceptTerms(viewer, Number(formData.get("version")));
  const locale = await requestLocale();
  if (accepted.ok) {
    return redirect({
      href: { pathname: "/welcome/profile", query: onward(formData) },
      locale,
    });
  }
  const query = onward(formData, { changed: "1" });
  return redirect({ href: { pathname: "/welcome/terms", query }, locale });
}

/** Keeps who the person is and sends the link to their address. */
export async function introduceMyself(state: FormState, formData: FormData): Promise<FormState> {
  const viewer = await requireArriving(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const locale = await requestLocale();
  const parsed = parseForm(introductionForm, formData, locale);
  if (!parsed.ok) return refused(state, formData, onFields(introductionForm, parsed.errors));
  const introduced = await introduce(viewer, parsed.value);
  if (!introduced.ok) {
    return refused(state, formData, [], errorKey(`person.link.${introduced.error}`));
  }
  await keepWantedPage(formData.get("returnTo"));
  return redirect({ href: { pathname: "/welcome/email", query: onward(formData) }, locale });
}

/** Sends another link to the same address. */
export async function sendLinkAgain(state: FormState, formData: FormData): Promise<FormState> {
  const viewer = await requireArriving(formData);
  if (isLanguagePress(formData)) return refused(state, formData, []);
  const sent = await sendAgain(viewer);
  // Without an address that waits, the page leads to the step that asks for one.
  if (!sent.ok && sent.error !== "notFound") {
    return refused(state, formData, [], errorKey(`person.link.${sent.error}`));
  }
  await keepWantedPage(formData.get("returnTo"));
  const query = onward(formData, { sent: "1" });
  return redirect({
    href: { pathname: "/welcome/email", query },
    locale: await requestLocale(),
  });
}
