import { expect } from "vitest";
import { draw } from "./draw";
import { formOn, type DrawnForm } from "./drawn-form";
import { press, type Fields } from "./press";
import { pageOf, saveOf } from "./sections";
import { rowPlace } from "@/app/[locale]/(exporter)/applications/[applicationId]/origin/edit-origin";
import { linePlace } from "@/app/[locale]/(exporter)/applications/[applicationId]/goods/edit-goods";
import { sectionHref } from "@/app/[locale]/(exporter)/applications/[applicationId]/section-href";
import type { OriginRow } from "@/lib/applications/answers";
import type { AnsweredSection } from "@/lib/applications/schema";
import { getPathname } from "@/lib/i18n/navigation";
import type { Locale } from "@/lib/i18n/routing";

interface Filling {
  readonly applicationId: string;
  readonly locale: Locale;
  readonly section: AnsweredSection;
  readonly typed: Fields;
  /** A field for which something is sent that the page does not offer. */
  readonly forged: string | null;
}

/** What a browser sends of the page as it is, once somebody has typed in it. */
async function filledIn(filling: Filling, intent: string, typed = filling.typed) {
  const { applicationId, section, forged } = filling;
  const form: DrawnForm = formOn(await draw(pageOf[section], applicationId));
  for (const [name, text] of Object.entries(typed)) {
    const offered = form.offers.get(name);
    expect(offered, `${name} on the page`).toBeDefined();
    if (offered && name !== forged) expect(offered, name).toContain(text);
  }
  expect(form.intents).toContain(intent);
  return { ...form.filled, ...typed, intent };
}

/** Presses a button of the section's form with all that is typed. */
export async function pressWith(filling: Filling, intent: string) {
  const fields = await filledIn(filling, intent);
  const { applicationId, section } = filling;
  return press(saveOf[section].bind(null, applicationId), fields);
}

/** Adds the rows of an application one by one; what is typed in those above goes with each press. */
export async function addRows(filling: Filling, rows: readonly OriginRow[]): Promise<void> {
  for (const [index, { category }] of rows.entries()) {
    await addPart(filling, index, "origins", `add:${category}`, rowPlace(index));
  }
}

/** The same for tariff lines, of which the first is always there. */
export async function addLines(filling: Filling, count: number): Promise<void> {
  for (let index = 1; index < count; index += 1) {
    await addPart(filling, index, "hsLines", "add:line", linePlace(index));
  }
}

async function addPart(
  filling: Filling,
  index: number,
  array: string,
  intent: string,
  place: string,
) {
  const { applicationId, section, locale } = filling;
  const above = Object.entries(filling.typed).filter(
    ([name]) => Number(new RegExp(`^${array}\\[(\\d+)\\]`).exec(name)?.[1] ?? 0) < index,
  );
  const typed = index === 0 ? {} : Object.fromEntries(above);
  const { to } = await press(
    saveOf[section].bind(null, applicationId),
    await filledIn(filling, intent, typed),
  );
  const page = getPathname({ href: sectionHref(section, applicationId), locale });
  expect(to).toBe(`${page}?edited=1#${place}`);
}
