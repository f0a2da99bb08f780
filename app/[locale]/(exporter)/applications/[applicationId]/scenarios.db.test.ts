import { randomUUID } from "node:crypto";
import { createTranslator } from "next-intl";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { saveApplicant } from "./applicant/actions";
import { saveConsignee } from "./consignee/actions";
import { saveDelivery } from "./delivery/actions";
import { saveGoods } from "./goods/actions";
import { saveOrigin } from "./origin/actions";
import { sectionHref, tasksHref } from "./section-href";
import { sectionValues } from "./section-problems";
import { submit } from "./summary/actions";
import { openPoints } from "./summary/open-points";
import { startApplication } from "@/app/[locale]/(exporter)/applications/new/actions";
import type { Answers, OriginRow } from "@/lib/applications/answers";
import { findingSentence } from "@/lib/applications/finding-sentence";
import { checkApplication } from "@/lib/applications/queries/check";
import { findApplication, findSubmission } from "@/lib/applications/queries/find";
import { outcomeOf } from "@/lib/applications/rules/engine";
import type { Finding } from "@/lib/applications/rules/rule";
import { answersOf, documentsOf, scenarios } from "@/lib/applications/rules/scenario-answers";
import type { AnsweredSection } from "@/lib/applications/schema";
import { neighbour } from "@/lib/applications/sections";
import { currentPerson, requestLocale, requireExporter } from "@/lib/auth/current";
import { asExporter, type ExporterViewer } from "@/lib/auth/viewer";
import { setClock, todayInOttawa } from "@/lib/clock";
import { emptyForm, type FormState, type Problem } from "@/lib/forms/form-state";
import { getPathname, type Href } from "@/lib/i18n/navigation";
import { routing, type Locale } from "@/lib/i18n/routing";
import { listDeclarationTexts } from "@/lib/reference/queries";
import en from "@/messages/en.json";
import fr from "@/messages/fr.json";
import { DeclarationKind } from "@/prisma/generated/enums";
import { toOwnConsignee } from "@/tests/factories/applications";
import { balanceOf } from "@/tests/factories/imports";
import { newExporter, newOfficer, signedIn } from "@/tests/factories/people";
import {
  at,
  certificateFor,
  issueLiveSeal,
  judgeDraft,
  rulesOf,
  written,
} from "@/tests/factories/scenarios";
import { attach } from "@/tests/pages/attach";

/*
 * Every shipment of scenarios.json from the first press to the receipt or the refusal, in both
 * languages: the actions and the upload that the pages' forms post to, with what those forms post.
 * Only the web around them is replaced: who is signed in, the page's language, the cache of pages.
 */

vi.mock("@/lib/auth/current", () => ({
  currentPerson: vi.fn(),
  requestLocale: vi.fn(),
  requireExporter: vi.fn(),
}));
vi.mock("next/cache", () => ({ refresh: vi.fn() }));

/**
 * The fields at which a section stops "Save and continue". Some shipments no page would let anybody
 * choose (Canada, polished stones, another's import certificate): they are posted all the same.
 */
const stops: Readonly<Record<string, Partial<Record<AnsweredSection, readonly string[]>>>> = {
  S08: { origin: ["origins[0].carats"] },
  S09: { consignee: ["consignee.country"] },
  S10: { consignee: ["consignee.country"] },
  S11: { goods: ["hsLines[0].subheading"] },
  S13: { goods: ["containerCount"] },
  S14: { goods: ["hsLines[0].usd"] },
  S15: { origin: ["origins[0].latitude.degrees"] },
  S16: { origin: ["origins[0].latitude.minutes"] },
  S19: { consignee: ["destination"] },
  S21: { consignee: ["destination", "consignee.country"] },
  S22: { consignee: ["destination"] },
  S23: { goods: ["hsLines[0].subheading"] },
  S24: { origin: ["origins[0].carats"], goods: ["hsLines[0].carats"] },
  S26: { delivery: ["to"] },
  S27: { goods: ["hsLines[0].carats", "hsLines[0].usd"] },
  S28: { origin: ["origins[0].importCertificateId"] },
  S29: { goods: ["seals"] },
};

/** Of those, what cannot be right by itself: the action does not even keep it when going on. */
const unreadable: Readonly<Record<string, string>> = {
  S16: "origin.latitude.minutes.invalid",
  S24: "number.ambiguous",
};

/** What the sentences about a shipment must name, in English and in French. */
const names: Readonly<Record<string, readonly (readonly [en: string, fr: string])[]>> = {
  S08: [
    ["202.41 carats", "202,41 carats"],
    ["202.40 carats", "202,40 carats"],
  ],
  S09: [
    ["Norway", "Norvège"],
    ["European Union", "Union européenne"],
  ],
  S10: [
    ["French Guiana", "Guyane française"],
    ["European Union", "Union européenne"],
    ["Destination: Guyana.", "Destination : Guyane."],
  ],
  S11: [
    ["7102.10", "7102.10"],
    ["Belarus", "Bélarus"],
    ["SOR/2020-214", "DORS/2020-214"],
  ],
  S12: [["Russia", "Russie"]],
  S13: [
    ["3 containers", "3 contenants"],
    ["2 seal numbers", "2 numéros de sceau"],
  ],
  S14: [
    ["US$9,000.00", "9 000,00 $ US"],
    ["US$9,000.01", "9 000,01 $ US"],
  ],
  S15: [
    ["64° 10′ N", "64° 10′ N"],
    ["51° 43′ W", "51° 43′ O"],
    ["outside Canada", "à l’extérieur du Canada"],
  ],
  S16: [
    ["minutes below 60, not 60", "minutes inférieures à 60, et non 60"],
    ["minutes of latitude", "minutes de latitude"],
  ],
  S17: [
    ["Victor", "Victor"],
    ["closed since 2019", "fermée depuis 2019"],
  ],
  S19: [["Canada", "Canada"]],
  S21: [["Kenya", "Kenya"]],
  S22: [
    ["Uzbekistan", "Ouzbékistan"],
    ["January 22, 2025", "22 janvier 2025"],
  ],
  S23: [["7102.39", "7102.39"]],
  S24: [
    ["5.005 carats has more than two decimals", "5,005 carats a plus de deux décimales"],
    ["can mean 5,005 or 5.005", "peut vouloir dire 5 005 ou 5,005"],
  ],
  S25: [
    ["SEMA-2026-0031", "SEMA-2026-0031"],
    ["Belarus", "Bélarus"],
  ],
  S26: [["the exporter is the applicant", "l’exportateur est le demandeur"]],
  S27: [
    ["no origin row", "aucune ligne d’origine"],
    ["0.00 carats", "0,00 carat"],
    ["5.00 carats", "5,00 carats"],
  ],
  S28: [["registered no such import certificate", "enregistré aucun certificat d’importation"]],
  S29: [["Seal N-22", "sceau N-22"]],
  S30: [["Seal LIVE-1", "sceau LIVE-1"]],
  S31: [["no copy is attached", "aucune copie n’est jointe"]],
  S32: [["the certification declaration", "la déclaration de certification"]],
};

beforeAll(issueLiveSeal);
afterEach(() => setClock(null));

it("runs every scenario and knows what each finding must name", () => {
  expect(scenarios).toHaveLength(33);
  const found = scenarios.filter(({ expect: { rules = [] } }) => rules.length > 0);
  expect(Object.keys(names)).toEqual(found.map(({ id }) => id));
});

describe.each(routing.locales)("in %s", (locale) => {
  it.each(scenarios)("$id $title", async (scenario) => {
    const { outcome, rules = [] } = scenario.expect;
    const blocked = outcome === "blocked";
    setClock(at(scenario.asOf));
    const { exporterId, owner } = await newExporter();
    await signIn(owner, locale);
    const certificate = await certificateFor(scenario, exporterId);
    const typed = toOwnConsignee(answersOf(scenario, () => certificate?.id ?? ""));

    const id = await start(exporterId, locale);
    const told: Problem[] = [];
    for (const section of Object.keys(save) as AnsweredSection[]) {
      if (section === "origin") await addRows(owner, id, typed, locale);
      const problems = await fillIn(owner, id, section, typed, locale, unreadable[scenario.id]);
      const fields = problems.map(({ field }) => field);
      expect(fields).toEqual(stops[scenario.id]?.[section] ?? []);
      told.push(...problems);
    }
    for (const kind of new Set(documentsOf(scenario))) {
      const files = documentsOf(scenario).filter((each) => each === kind).length;
      const page = address(sectionHref("documents", id), locale);
      expect(await attach(id, kind, files, locale)).toBe(`${page}?added=${files}#files`);
    }

    // The draft is what was typed, and the summary says of it what the rules say.
    const draft = await opened(owner, id);
    const origin = { origins: [], ...draft.answers.origin };
    expect({ ...draft.answers, origin }).toEqual(typed);
    const declared = scenario.declarations ?? Object.values(DeclarationKind);
    const judged = await judgeDraft(id, declared, scenario.asOf);
    expect(written(judged.origin)).toBe(scenario.derives);
    const findings = (await checkApplication(owner, id)) ?? [];
    const points = openPoints({ application: draft, findings, locale });
    const beforeDeclaring = ({ rule }: Finding) => rule !== "R26";
    expect(rulesOf(findings.filter(beforeDeclaring))).toEqual(
      rulesOf(judged.findings.filter(forExporters).filter(beforeDeclaring)),
    );
    expect(placesOf(points.filter(({ blocking }) => blocking))).toEqual(
      placesOf(judged.findings.filter(beforeDeclaring).filter(isBlocking)),
    );

    const pressed = await declareAndSubmit(id, draft.version, declared);
    const after = await opened(owner, id);
    const sent = await findSubmission(await newOfficer("reviewer"), id, 1);
    const reported = blocked ? judged.findings : (sent?.findings ?? []);
    expect(rulesOf(reported)).toEqual(rules);
    expect(outcomeOf(reported)).toBe(outcome);
    if (blocked) {
      expect(pressed.to).toBeNull();
      expect(after).toMatchObject({ status: "draft", number: null, version: draft.version });
      expect(sent).toBeNull();
      told.push(...(pressed.state?.problems ?? []));
      const undeclared = Object.values(DeclarationKind).filter((kind) => !declared.includes(kind));
      expect(pressed.state?.problems).toEqual(
        undeclared.map((kind) => ({ field: kind, key: `summary.${kind}.required` })),
      );
      expect(pressed.state?.formProblem).toBe(
        undeclared.length > 0 ? undefined : "summary.blocked",
      );
    } else {
      expect(pressed.to).toBe(address(receiptHref(id), locale));
      expect(after.status).toBe("submitted");
      expect(after.number).toMatch(new RegExp(`^KPO-${scenario.asOf.slice(0, 4)}-\\d{4}$`));
      expect(sent?.snapshot).toMatchObject({ answers: typed, referenceDay: scenario.asOf });
      expect(sent && written(sent.snapshot.origin)).toBe(scenario.derives);
      const own = await findSubmission(owner, id, 1);
      expect(own?.findings.map(({ rule }) => rule)).toEqual(
        reported.filter(forExporters).map(({ rule }) => rule),
      );
    }
    if (certificate) {
      const left = Number(certificate.remaining) - (blocked ? 0 : Number(certificate.drawn));
      expect((await balanceOf(certificate.id)).remaining).toBe(left.toFixed(2));
    }

    // Every sentence is there in both languages; those of this one name what is wrong.
    const conflicts = told
      .filter(({ key }) => key === "rule")
      .map(({ params }) => params?.sentence);
    const own = told.filter(({ key }) => key !== "rule");
    const ruleSentences = reported.map((finding) => inBoth((of) => findingSentence(finding, of)));
    const sentences = [...ruleSentences, ...own.map((problem) => inBoth(errorIn(problem)))].map(
      (both) => both[locale],
    );
    expect(sentences).toEqual(expect.arrayContaining(conflicts));
    const all = sentences.join(" ").replace(/\s/gu, " ");
    for (const [english, french] of names[scenario.id] ?? []) {
      expect(all).toContain(locale === "fr" ? french : english);
    }
    if (certificate && rules.includes("R16")) expect(all).toContain(certificate.number);
  });
});

const forExporters = ({ severity }: Finding) => severity !== "officer";
const isBlocking = ({ severity }: Finding) => severity === "block";
const placesOf = (found: readonly { section: string }[]) =>
  [...new Set(found.map(({ section }) => section))].sort();

// ── The web around ──

async function signIn({ userId }: ExporterViewer, locale: Locale): Promise<void> {
  const person = await signedIn(userId);
  vi.mocked(currentPerson).mockResolvedValue(person);
  vi.mocked(requireExporter).mockResolvedValue(asExporter(person));
  vi.mocked(requestLocale).mockResolvedValue(locale);
}

/** The application as a page opens it. */
async function opened(viewer: ExporterViewer, id: string) {
  const application = await findApplication(viewer, id);
  if (!application) throw new Error(`no application ${id}`);
  return application;
}

type Fields = Readonly<Record<string, string>>;
type Action = (state: FormState, formData: FormData) => Promise<FormState>;

/** Posts a form: it leads somewhere, or stays with what is wrong. */
async function press(action: Action, fields: Fields) {
  const formData = new FormData();
  for (const [name, value] of Object.entries(fields)) formData.append(name, value);
  try {
    return { to: null, state: await action(emptyForm, formData) };
  } catch (thrown) {
    const { digest = "" } = thrown as { digest?: string };
    // A redirect is thrown: NEXT_REDIRECT;push;<address>;307;
    const to = /^NEXT_REDIRECT;\w+;(.+);\d+;$/.exec(digest)?.[1];
    if (to === undefined) throw thrown;
    return { to, state: null };
  }
}

const address = (href: Href, locale: Locale) => getPathname({ href, locale });
const receiptHref = (applicationId: string) =>
  ({ pathname: "/applications/[applicationId]/receipt", params: { applicationId } }) as const;

// ── The pages' forms ──

const save = {
  applicant: saveApplicant,
  delivery: saveDelivery,
  consignee: saveConsignee,
  origin: saveOrigin,
  goods: saveGoods,
} as const satisfies Record<AnsweredSection, unknown>;

const party = ["name", "addressLines", "city", "region", "postalCode", "country"];

/** Fields that are sent although nothing is typed in them. */
const drawn: Readonly<Record<AnsweredSection, readonly string[]>> = {
  applicant: party.map((name) => `exporter.${name}`),
  delivery: [],
  consignee: ["destination", ...party.map((name) => `consignee.${name}`)],
  origin: [],
  goods: ["hsLines[0].carats", "hsLines[0].usd", "containerCount", "seals", "parcels"],
};

const facility = ["facilityName", "facilityPlace"];
const point = ["latitude", "longitude"].flatMap((axis) => [`${axis}.degrees`, `${axis}.minutes`]);
const drawnInRow: Readonly<Record<OriginRow["category"], readonly string[]>> = {
  new_production: ["mine", "notes"],
  previously_imported: ["importCertificateId"],
  exploration: [...facility, ...point],
  extraction: [...facility, "statedOrigin"],
  in_canada_before_2003: ["statedOrigin"],
};

/** What a section posts: figures as its reader writes them, spaces and lines as browsers send them. */
function formOf(section: AnsweredSection, answers: Answers, locale: Locale): Fields {
  const rows = section === "origin" ? (answers.origin?.origins ?? []) : [];
  const empty = [
    ...drawn[section],
    ...rows.flatMap(({ category }, index) =>
      ["carats", "usd", ...drawnInRow[category]].map((name) => `origins[${index}].${name}`),
    ),
  ];
  const fields: Record<string, string> = Object.fromEntries(empty.map((name) => [name, ""]));
  for (const [name, text] of Object.entries(sectionValues(section, answers, locale))) {
    fields[name] = text.replaceAll("\u00A0", " ").replaceAll("\n", "\r\n");
  }
  return fields;
}

async function start(exporterId: string, locale: Locale): Promise<string> {
  const { to } = await press(startApplication, { creationToken: randomUUID(), exporterId });
  const id = to?.split("/").at(-1) ?? "";
  expect(to).toBe(address(tasksHref(id), locale));
  return id;
}

/** Adds a row for each that is typed, one by one; `typed` takes over the ids the portal gives. */
async function addRows(viewer: ExporterViewer, id: string, typed: Answers, locale: Locale) {
  const rows = typed.origin?.origins ?? [];
  for (const [index, row] of rows.entries()) {
    const { version } = await opened(viewer, id);
    const sofar = formOf("origin", { origin: { origins: rows.slice(0, index) } }, locale);
    const intent = `add:${row.category}`;
    const { to } = await press(saveOrigin.bind(null, id), {
      ...sofar,
      version: `${version}`,
      intent,
    });
    const page = address(sectionHref("origin", id), locale);
    expect(to).toBe(`${page}?edited=1#row-${index + 1}`);
    const added = (await opened(viewer, id)).answers.origin?.origins?.[index];
    expect(added).toEqual({ id: expect.any(String) as string, category: row.category });
    if (added) Object.assign(row, { id: added.id });
  }
}

/**
 * Types a section's answers and presses "Save and continue". What is refused is kept all the same,
 * except where it is unreadable: then it is kept, as it was typed, by "Save draft". Returns what was
 * told.
 */
async function fillIn(
  viewer: ExporterViewer,
  id: string,
  section: AnsweredSection,
  typed: Answers,
  locale: Locale,
  unreadableKey?: string,
): Promise<readonly Problem[]> {
  const before = await opened(viewer, id);
  const fields = { ...formOf(section, typed, locale), version: String(before.version) };
  const action = save[section].bind(null, id);
  const { to, state } = await press(action, { ...fields, intent: "next" });
  const after = await opened(viewer, id);
  if (!state) {
    const following = neighbour(section, 1) ?? "summary";
    expect(to).toBe(address(sectionHref(following, id), locale));
    return [];
  }
  const unkept = unreadableKey !== undefined;
  expect(state.problems.map(({ key }) => key)).toEqual(
    state.problems.map(() => unreadableKey ?? "rule"),
  );
  expect(state.formProblem).toBeUndefined();
  expect(after.version).toBe(before.version + (unkept ? 0 : 1));
  const { base, ...values } = state.values ?? {};
  expect(base && JSON.parse(base)).toEqual(unkept ? undefined : after.answers[section]);
  const drawn = unkept ? {} : { version: String(after.version), clashes: "" };
  expect(values).toEqual({ ...fields, intent: "next", ...drawn });
  if (unkept) {
    expect(after.answers).toEqual(before.answers);
    const kept = await press(action, { ...fields, intent: "draft" });
    expect(kept.to).toBe(address(tasksHref(id), locale));
  }
  return state.problems;
}

/** Ticks declarations in the words that are asked that day, and submits. */
async function declareAndSubmit(id: string, version: number, declared: readonly DeclarationKind[]) {
  const texts = await listDeclarationTexts(todayInOttawa());
  const boxes = texts.flatMap(({ kind, textVersion }) => [
    ...(declared.includes(kind) ? [[kind, "yes"]] : []),
    [`${kind}.version`, String(textVersion)],
  ]);
  const fields = { version: String(version), ...(Object.fromEntries(boxes) as Fields) };
  return press(submit.bind(null, id), fields);
}

// ── Sentences ──

const translators = {
  en: createTranslator({ locale: "en", messages: { errors: en.errors }, namespace: "errors" }),
  fr: createTranslator({ locale: "fr", messages: { errors: fr.errors }, namespace: "errors" }),
};
type Translate = (key: string, values: Problem["params"]) => string;

const errorIn =
  ({ key, params }: Problem) =>
  (locale: Locale) =>
    (translators[locale] as unknown as Translate)(key, params);

/** A sentence in both languages, each a sentence of its own. */
function inBoth(say: (locale: Locale) => string): Record<Locale, string> {
  const both = { en: say("en"), fr: say("fr") };
  for (const sentence of Object.values(both)) {
    expect(sentence).toMatch(/^\P{Ll}.+[.?]$/u);
    expect(sentence).not.toMatch(/[{}]|undefined|rules\.|errors\./u);
  }
  expect(both.en).not.toBe(both.fr);
  return both;
}
