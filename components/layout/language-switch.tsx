"use client";

import { usePathname, useSearchParams } from "next/navigation";
import type { MouseEvent } from "react";
import { pageFormId } from "@/components/form/page-form";
import { alternateAddress } from "@/lib/i18n/alternate";

/**
 * To the same page in the other language: a link, or where the page has a form a button that takes
 * along what is typed in it. The style sheet shows one of the two.
 */
export function LanguageSwitch() {
  const search = useSearchParams().toString();
  const { locale, href } = alternateAddress(usePathname(), search ? `?${search}` : "");
  const name = locale === "fr" ? "Français" : "English";
  return (
    <p className="language">
      <a href={href} lang={locale} hrefLang={locale}>
        {name}
      </a>
      {/* Enter in a field presses the first button of a form, wherever it stands: not the language. */}
      <button className="visually-hidden" form={pageFormId} tabIndex={-1} aria-hidden="true" />
      <button
        className="button button--link"
        form={pageFormId}
        formAction={href}
        formNoValidate
        name="intent"
        value="language"
        lang={locale}
        onClick={sendWhole}
      >
        {name}
      </button>
    </p>
  );
}

/**
 * A form that script drew, after an action led here, does not name its action: React has put an address
 * there that only throws. The page as a browser without script gets it says how to name it, and the form
 * then goes the same way as without script.
 */
function sendWhole(event: MouseEvent<HTMLButtonElement>) {
  const button = event.currentTarget;
  const { form } = button;
  if (!form?.matches("[action^='javascript:']") || form.querySelector(actionFields)) return;
  event.preventDefault();
  void fetch(window.location.href)
    .then((response) => response.text())
    .then((html) => {
      const page = new DOMParser().parseFromString(html, "text/html");
      form.append(...page.querySelectorAll(`#${pageFormId} ${actionFields}`));
      form.method = "post";
      form.enctype = "multipart/form-data";
      form.requestSubmit(button);
    });
}

const actionFields = "input[name^='$ACTION_']";
