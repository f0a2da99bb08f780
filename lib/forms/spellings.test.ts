import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { sectionForms } from "@/lib/applications/schema";
import { exporterProfileForm } from "@/lib/exporters/schema";
import { termsForm } from "@/lib/exporters/schema-mandates";
import { parseForm, type FormSchema } from "@/lib/forms/parse-form";
import { routing, type Locale } from "@/lib/i18n/routing";
import en from "@/messages/en.json";
import fr from "@/messages/fr.json";
import table from "./spellings.json";

/*
 * How people write numbers, dates, postal codes and coordinates, through the portal's own forms: each
 * spelling of the table is read as one thing, refused for one reason, or asked back with what it could
 * be. "in" is the language of the page.
 */

interface Spelling {
  readonly field: string;
  readonly in: Locale | "both";
  readonly typed: string;
  /** What the answers then hold. */
  readonly read?: string | string[];
  /** The key of the sentence. */
  readonly refused?: string;
  /** What the sentence must name. */
  readonly asked?: string[];
}
const spellings = table as readonly Spelling[];

const row = {
  "origins[0].id": "row-1",
  "origins[0].category": "exploration",
  "origins[0].carats": "1",
  "origins[0].usd": "1",
  "origins[0].facilityName": "Camp",
  "origins[0].facilityPlace": "Nunavut",
  "origins[0].latitude.degrees": "64",
  "origins[0].latitude.minutes": "30",
  "origins[0].longitude.degrees": "110",
  "origins[0].longitude.minutes": "15",
};
const goods = {
  "hsLines[0].subheading": "7102.10",
  "hsLines[0].carats": "1",
  "hsLines[0].usd": "1",
  containerCount: "2",
  seals: "N-1\nN-2",
  parcels: "1",
};
const exporter = {
  exporterIsDifferent: "yes",
  "exporter.name": "Nord Export",
  "exporter.addressLines": "1 rue Principale",
  "exporter.city": "Ottawa",
  "exporter.region": "ON",
  "exporter.country": "CA",
};
const profile = {
  legalName: "Nord Export",
  addressLines: "1 rue Principale",
  city: "Ottawa",
  province: "ON",
  residencyAttested: "yes",
};

/** The form that each field of the table stands in, with the rest filled in well. */
const places: Readonly<
  Record<string, { form: FormSchema<unknown>; name: string; rest: Record<string, string> }>
> = {
  carats: { form: sectionForms.origin, name: "origins[0].carats", rest: row },
  usd: { form: sectionForms.origin, name: "origins[0].usd", rest: row },
  "latitude degrees": {
    form: sectionForms.origin,
    name: "origins[0].latitude.degrees",
    rest: row,
  },
  "latitude minutes": {
    form: sectionForms.origin,
    name: "origins[0].latitude.minutes",
    rest: row,
  },
  "longitude degrees": {
    form: sectionForms.origin,
    name: "origins[0].longitude.degrees",
    rest: row,
  },
  containers: { form: sectionForms.goods, name: "containerCount", rest: goods },
  seals: { form: sectionForms.goods, name: "seals", rest: goods },
  "exporter postal code": {
    form: sectionForms.applicant,
    name: "exporter.postalCode",
    rest: exporter,
  },
  "profile postal code": { form: exporterProfileForm, name: "postalCode", rest: profile },
  date: { form: termsForm, name: "endsOn", rest: { may: "view" } },
};

const translators = {
  en: createTranslator({ locale: "en", messages: { errors: en.errors }, namespace: "errors" }),
  fr: createTranslator({ locale: "fr", messages: { errors: fr.errors }, namespace: "errors" }),
};
type Translate = (key: string, values: object) => string;

/** What a form says of a text typed in one of its fields: the answer, or a key and its sentence. */
function send({ field, typed }: Spelling, locale: Locale) {
  const place = places[field];
  if (!place) throw new Error(`no field ${field}`);
  const data = new FormData();
  for (const [name, value] of Object.entries({ ...place.rest, [place.name]: typed })) {
    data.append(name, value);
  }
  const parsed = parseForm(place.form, data, locale);
  if (parsed.ok) return { value: valueAt(parsed.value, place.name) };
  const [error, ...more] = parsed.errors;
  expect(more).toEqual([]);
  // All seals are typed in one field; an error names the one of them.
  expect(error?.field.replace(/^seals\[\d+\]$/, "seals")).toBe(place.name);
  const { key = "", params = {} } = error ?? {};
  return { key, sentence: (translators[locale] as unknown as Translate)(key, params) };
}

function valueAt(answers: unknown, name: string): unknown {
  return (name.match(/[^.[\]]+/g) ?? []).reduce<unknown>(
    (inner, part) => (inner as Record<string, unknown>)[part],
    answers,
  );
}

const asksBack = ["number.ambiguous", "date.ambiguous"];
const tellsWhere = ["coordinate.moreThanDegrees", "coordinate.seconds"];

it("has two hundred spellings and more in each language, none twice", () => {
  for (const locale of routing.locales) {
    const own = spellings.filter((each) => each.in === locale || each.in === "both");
    expect(own.length).toBeGreaterThanOrEqual(200);
    expect(new Set(own.map(({ field, typed }) => `${field}:${typed}`)).size).toBe(own.length);
  }
});

describe.each(routing.locales)("on a page in %s", (locale) => {
  const own = spellings.filter((each) => each.in === locale || each.in === "both");

  it.each(own.filter(({ read }) => read !== undefined))("$field $typed is $read", (spelling) => {
    expect(send(spelling, locale)).toEqual({ value: spelling.read });
  });

  it.each(own.filter(({ refused }) => refused !== undefined))(
    "$field $typed is refused: $refused",
    (spelling) => {
      const said = send(spelling, locale);
      expect(said.key).toBe(spelling.refused);
      expect(said.sentence).toMatch(/^\P{Ll}.+(?:[.?]|: .+)$/su);
    },
  );

  it.each(own.filter(({ asked }) => asked !== undefined))(
    "$field $typed is asked back: $asked",
    (spelling) => {
      const { key = "", sentence = "" } = send(spelling, locale);
      expect([...asksBack, ...tellsWhere]).toContain(key);
      expect(sentence).toContain(spelling.typed);
      const rest = sentence.replace(spelling.typed, "");
      for (const reading of spelling.asked ?? []) expect(rest).toContain(reading);
    },
  );
});
