import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { attach } from "./attach";
import { draw, signIn } from "./draw";
import { formOn, linksIn, ofClass } from "./drawn-form";
import { expectToldTwice } from "./expect-told";
import { addLines, addRows, pressWith } from "./fill-in";
import { press } from "./press";
import { pageOf } from "./sections";
import {
  sectionHref,
  tasksHref,
} from "@/app/[locale]/(exporter)/applications/[applicationId]/section-href";
import { submit } from "@/app/[locale]/(exporter)/applications/[applicationId]/summary/actions";
import { startApplication } from "@/app/[locale]/(exporter)/applications/new/actions";
import { fieldId } from "@/components/form/field-id";
import type { Answers } from "@/lib/applications/answers";
import { findApplication } from "@/lib/applications/queries/find";
import type { AnsweredSection } from "@/lib/applications/schema";
import { neighbour, sections } from "@/lib/applications/sections";
import type { ExporterViewer } from "@/lib/auth/viewer";
import { setClock } from "@/lib/clock";
import { getPathname, type Href } from "@/lib/i18n/navigation";
import type { Generated } from "@/tests/factories/generated/all";
import { newImportCertificate } from "@/tests/factories/imports";
import { newExporter } from "@/tests/factories/people";
import { at } from "@/tests/factories/scenarios";

const answered = ["applicant", "delivery", "consignee", "origin", "goods"] as const;

/** What came of an application: its number, or all that was told of its mistake. */
export interface Walked {
  readonly number: string | null;
  readonly told: readonly string[];
}

/**
 * One application from the first press to the receipt or the refusal: each section's page is drawn,
 * filled in by its fields alone and posted, and what the portal answers is drawn and read again.
 */
export async function walk(application: Generated): Promise<Walked> {
  const { locale, mistake } = application;
  setClock(at(application.shipment.asOf));
  const { exporterId, owner } = await newExporter();
  await signIn(owner, locale);
  const idOf = await register(application, exporterId);
  const started = await press(startApplication, { creationToken: randomUUID(), exporterId });
  const id = started.to?.split("/").at(-1) ?? "";
  expect(started.to).toBe(address(tasksHref(id), application));

  const told: string[] = [];
  for (const section of answered) {
    const sentence = await answer(application, id, section, idOf);
    expect(sentence !== null).toBe(mistake?.stoppedBy === "section" && mistake.section === section);
    if (sentence !== null) told.push(sentence);
  }
  for (const kind of new Set(application.documents)) {
    const files = application.documents.filter((each) => each === kind).length;
    const page = address(sectionHref("documents", id), application);
    expect(await attach(id, kind, files, locale)).toBe(`${page}?added=${files}#files`);
  }

  const draft = await opened(owner, id);
  if (!mistake) expect(draft.answers).toEqual(expected(application, idOf, draft));
  told.push(...(await readSummary(application, id)));
  const pressed = await declare(application, id);
  const after = await opened(owner, id);
  if (pressed.state) {
    expect(mistake).not.toBeNull();
    expect(after).toMatchObject({ status: "draft", number: null, version: draft.version });
    const page = await draw(pageOf.summary, id, {}, pressed.state);
    const errors = expectToldTwice(page);
    if (mistake?.stoppedBy === "submit") told.push(errors.get(fieldId(mistake.field)) ?? "");
    else expect(pressed.state.formProblem).toBe("summary.blocked");
  } else {
    const pathname = "/applications/[applicationId]/receipt" as const;
    expect(pressed.to).toBe(address({ pathname, params: { applicationId: id } }, application));
    expect(after.status).toBe("submitted");
  }
  return { number: after.number, told };
}

const address = (href: Href, { locale }: Pick<Generated, "locale">) =>
  getPathname({ href, locale });

/** The application as a page opens it. */
async function opened(viewer: ExporterViewer, id: string) {
  const application = await findApplication(viewer, id);
  if (!application) throw new Error(`no application ${id}`);
  return application;
}

/** What the office's register must hold; gives the id in the place of a key. */
async function register({ n, imports }: Generated, exporterId: string) {
  const ids = new Map<string, string>();
  for (const [index, { key, issuer, origins, carats, own }] of imports.entries()) {
    const number = `${issuer}${String(n * 100 + index).padStart(8, "0")}`;
    const holder = own ? exporterId : (await newExporter()).exporterId;
    const entry = await newImportCertificate({
      exporterId: holder,
      issuer,
      number,
      origins,
      carats,
    });
    ids.set(key, entry.id);
  }
  return (text: string) => ids.get(text) ?? text;
}

/** Fills in a section; gives the sentence that stopped it, as it was told twice, or null. */
async function answer(
  application: Generated,
  applicationId: string,
  section: AnsweredSection,
  idOf: (text: string) => string,
): Promise<string | null> {
  const { locale, mistake, shipment } = application;
  const typed = Object.fromEntries(
    Object.entries(application.typed[section]).map(([name, text]) => [name, idOf(text)]),
  );
  const here = mistake?.section === section ? mistake : null;
  const forged = here?.forged ? here.field : null;
  const filling = { applicationId, locale, section, typed, forged };
  if (section === "origin") await addRows(filling, shipment.answers.origin?.origins ?? []);
  if (section === "goods") await addLines(filling, shipment.answers.goods?.hsLines?.length ?? 1);

  const { to, state } = await pressWith(filling, "next");
  if (!state) {
    const following = neighbour(section, 1) ?? "summary";
    expect(to).toBe(address(sectionHref(following, applicationId), application));
    return null;
  }
  const errors = expectToldTwice(await draw(pageOf[section], applicationId, {}, state));
  // Nothing that was typed is lost.
  expect(state.values).toMatchObject(typed);
  const sentence = errors.get(fieldId(here?.field ?? ""));
  expect(sentence, JSON.stringify([...errors])).toBeDefined();
  // What cannot be read is not kept by going on; "Save draft" keeps it as it was typed.
  if (state.problems.some(({ key }) => key !== "rule")) await pressWith(filling, "draft");
  return sentence ?? "";
}

/**
 * The summary lists what stops the application, and each entry leads to the field where the same
 * sentence stands; of a right one it lists nothing.
 */
async function readSummary(application: Generated, id: string): Promise<string[]> {
  const { mistake } = application;
  const page = await draw(pageOf.summary, id);
  expect(ofClass(page, "error")).toEqual([]);
  const listed = ofClass(page, "notice--danger").flatMap(linksIn);
  if (!mistake || mistake.stoppedBy === "submit") {
    expect(listed).toEqual([]);
    return [];
  }
  const told: string[] = [];
  for (const section of sections) {
    const path = address(sectionHref(section, id, "summary"), application);
    const links = listed.filter(({ to }) => to.startsWith(`${path}#`));
    if (links.length === 0) continue;
    const there = await draw(pageOf[section], id, { from: "summary" });
    const errors = expectToldTwice(there);
    for (const { to, says } of links) {
      const place = to.slice(path.length + 1);
      expect(errors.get(place)).toBe(says);
      if (section === mistake.section && place === fieldId(mistake.field)) told.push(says);
    }
  }
  expect(told, JSON.stringify(listed)).toHaveLength(1);
  return told;
}

/** Ticks the declarations on the summary and presses the button below them. */
async function declare({ declared }: Generated, id: string) {
  const { filled, offers } = formOn(await draw(pageOf.summary, id));
  for (const kind of declared) expect(offers.get(kind)).toEqual(["yes"]);
  const ticked = Object.fromEntries(declared.map((kind) => [kind, "yes"]));
  return press(submit.bind(null, id), { ...filled, ...ticked });
}

/** The answers that were meant, with the ids that the portal gave. */
function expected(
  { shipment }: Generated,
  idOf: (text: string) => string,
  draft: { answers: Answers },
): Answers {
  const origins = (shipment.answers.origin?.origins ?? []).map((row, index) => ({
    ...row,
    id: draft.answers.origin?.origins?.[index]?.id ?? "",
    ...(row.category === "previously_imported"
      ? { importCertificateId: idOf(row.importCertificateId ?? "") }
      : {}),
  }));
  return { ...shipment.answers, origin: { origins } };
}
