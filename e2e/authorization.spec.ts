import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { db } from "@/lib/db";
import { invite } from "@/lib/exporters/commands/invite";
import { requestAccess } from "@/lib/exporters/commands/request-access";
import { suspend } from "@/lib/officers/commands/change";
import { invite as inviteToOffice } from "@/lib/officers/commands/invite";
import { findOfficer } from "@/lib/officers/queries/find";
import { filesUnder } from "@/scripts/fingerprint";
import { newImportCertificate } from "@/tests/factories/imports";
import { issueSubmitted } from "@/tests/factories/office";
import { pdf } from "@/tests/factories/applications";
import { newExporter, newOfficer, newPerson, newRepresentative } from "@/tests/factories/people";
import { expect, test } from "./fixtures";
import { formsOn, type FoundForm } from "./support/forms";
import { cookieOf, get, mainOf, post, type Sender } from "./support/requests";
import { factsOf, inState, markedAnswers, newMark, type Scene } from "./support/scene";

/*
 * What belongs to one exporter is nobody else's: every page, action and file is tried with the cookies
 * of everybody whom it does not concern. A page, action or handler that is missing below fails.
 */

test.use({ javaScriptEnabled: false });
test.describe.configure({ timeout: 60_000 });

const madeUp = "00000000-0000-4000-8000-000000000000";
const signIn = /^\/en\/sign-in(\?|$)/;
const noAccess = "/en/no-access";
const peopleNumber = "123456782";
const anonymous: Sender = { name: "nobody", cookie: null };

/** An exporter and everybody around. */
async function newPeople() {
  const { exporterId, owner } = await newExporter({
    legalName: "Boreal Rough Ltd.",
    businessNumber: peopleNumber,
  });
  const { owner: other } = await newExporter({ legalName: "Somebody Else Inc." });
  const ended = await newRepresentative(exporterId, ["view", "prepare", "submit"]);
  await db().mandate.updateMany({
    where: { exporterId, userId: ended.userId },
    data: { endedAt: new Date() },
  });
  const officers = {
    reviewer: await newOfficer("reviewer"),
    secondReviewer: await newOfficer("reviewer"),
    signatory: await newOfficer("signatory"),
    administrator: await newOfficer("administrator"),
    auditor: await newOfficer("auditor"),
  };
  const as = async (name: string, { userId }: { userId: string }): Promise<Sender> => ({
    name,
    cookie: await cookieOf(userId),
  });
  const senders = {
    owner: await as("the owner", owner),
    other: await as("another exporter", other),
    ended: await as("a representative whose mandate has ended", ended),
    reader: await as(
      "a representative who may only read",
      await newRepresentative(exporterId, ["view"]),
    ),
    reviewer: await as("the reviewer", officers.reviewer),
    secondReviewer: await as("another reviewer", officers.secondReviewer),
    signatory: await as("a signatory", officers.signatory),
    administrator: await as("an administrator", officers.administrator),
    auditor: await as("an auditor", officers.auditor),
  };
  const userIds = {
    owner: owner.userId,
    reviewer: officers.reviewer.userId,
    secondReviewer: officers.secondReviewer.userId,
    signatory: officers.signatory.userId,
    administrator: officers.administrator.userId,
  };
  const scene: Scene = { exporterId, owner, reviewer: officers.reviewer };
  return { ...scene, other, senders, userIds, officers };
}
type People = Awaited<ReturnType<typeof newPeople>>;
type Who = keyof People["senders"];

/** Pages that show a record: the addresses with its ids, and whose they are. */
const pages: Record<
  string,
  { of: "exporter" | "office" | "reviewer" | "signatory" | "administrator"; at: string } | null
> = {
  // Nothing but "not found".
  "(public)/[...rest]": null,
  // Whoever has the link may use it; nobody is told whose it is. Tried in arrival.spec.ts.
  "(public)/confirm/[token]": null,
  // Its content is for whoever has confirmed the address: lib/officers/officers.db.test.ts.
  "(public)/office-invitation/[token]": null,
  "(exporter)/profile/[exporterId]": { of: "exporter", at: "/en/profile/[exporterId]" },
  ...Object.fromEntries(
    ["", "/history", "/[mandateId]", "/access/[requestId]"].map((rest) => [
      `(exporter)/profile/[exporterId]/representatives${rest}`,
      { of: "exporter" as const, at: `/en/profile/[exporterId]/representatives${rest}` },
    ]),
  ),
  // A link to an address, whoever opens it: tried in representatives.spec.ts.
  "(exporter)/invitation/[token]": null,
  ...Object.fromEntries(
    [
      "",
      "/applicant",
      "/delivery",
      "/consignee",
      "/origin",
      "/goods",
      "/documents",
      "/summary",
      "/receipt",
      "/history",
      "/cancel",
    ].map((section) => [
      `(exporter)/applications/[applicationId]${section}`,
      { of: "exporter" as const, at: `/en/applications/[applicationId]${section}` },
    ]),
  ),
  "(exporter)/certificates/[certificateId]": {
    of: "exporter",
    at: "/en/certificates/[certificateId]",
  },
  "(officer)/office/review/[applicationId]": {
    of: "office",
    at: "/en/office/review/[applicationId]",
  },
  ...Object.fromEntries(
    ["return", "recommend", "take-over"].map((act) => [
      `(officer)/office/review/[applicationId]/${act}`,
      { of: "reviewer" as const, at: `/en/office/review/[applicationId]/${act}` },
    ]),
  ),
  "(officer)/office/issue/[applicationId]": {
    of: "signatory",
    at: "/en/office/issue/[applicationId]",
  },
  "(officer)/office/users/[userId]": { of: "administrator", at: "/en/office/users/[userId]" },
  "(officer)/office/texts/[kind]": { of: "administrator", at: "/en/office/texts/[kind]" },
  "(officer)/office/certificates/[certificateId]": {
    of: "office",
    at: "/en/office/certificates/[certificateId]",
  },
};

type Act = {
  /** Who finds the form, and where. */
  by: Who;
  on: (people: People, mark: string) => Promise<string>;
  /** Who must not succeed with it; nobody signed out ever does. */
  not: readonly Who[];
  /** Pressed by whoever may, the form as it is found changes something. */
  works: boolean;
};

const strangers = ["other", "ended", "reader", "reviewer", "administrator"] as const;
const notReviewers = ["owner", "other", "signatory", "administrator", "auditor"] as const;
const notAdministrators = ["owner", "other", "reviewer", "signatory", "auditor"] as const;
const notSignatories = ["owner", "other", "reviewer", "administrator", "auditor"] as const;

/** A form of a page of an application in a state. */
const form = (
  by: Who,
  state: keyof typeof inState,
  page: string,
  not: Act["not"],
  works = true,
): Act => ({
  by,
  not,
  works,
  on: async (people, mark) => {
    const id = await inState[state](people, markedAnswers(mark));
    return page.replace("[id]", id);
  },
});
const section = (name: string, state: keyof typeof inState = "draft", works = true) =>
  form("owner", state, `/en/applications/[id]/${name}`, strangers, works);

/** The page of a representative's mandate. */
async function mandatePage({ exporterId }: People): Promise<string> {
  return `/en/profile/${exporterId}/representatives/${await newMandate(exporterId)}`;
}

async function newMandate(exporterId: string): Promise<string> {
  const { userId } = await newRepresentative(exporterId);
  return (await db().mandate.findFirstOrThrow({ where: { exporterId, userId } })).id;
}

/** The page on which an owner answers somebody who asks for access. */
async function requestPage({ exporterId }: People): Promise<string> {
  return `/en/profile/${exporterId}/representatives/access/${await newAccessRequest()}`;
}

async function newAccessRequest(): Promise<string> {
  const asker = await newPerson();
  await requestAccess(asker, { businessNumber: peopleNumber, reason: "Because." });
  const where = { requesterId: asker.userId };
  return (await db().accessRequest.findFirstOrThrow({ where })).id;
}

/** A form on the page of an officer. */
const onOfficer = (who: "reviewer"): Act => ({
  by: "administrator",
  on: ({ officers }) => Promise.resolve(`/en/office/users/${officers[who].userId}`),
  not: notAdministrators,
  works: false,
});

/** Every action: where its form is, and who must not get anywhere with it. Or why it is for everybody. */
const actions: Record<string, Act | string> = {
  "(exporter)/applications/new/actions.ts startApplication": {
    by: "owner",
    on: () => Promise.resolve("/en/applications/new"),
    not: strangers,
    works: true,
  },
  "(exporter)/applications/[applicationId]/applicant/actions.ts saveApplicant":
    section("applicant"),
  "(exporter)/applications/[applicationId]/delivery/actions.ts saveDelivery": section("delivery"),
  "(exporter)/applications/[applicationId]/consignee/actions.ts saveConsignee":
    section("consignee"),
  "(exporter)/applications/[applicationId]/origin/actions.ts saveOrigin": section("origin"),
  "(exporter)/applications/[applicationId]/goods/actions.ts saveGoods": section("goods"),
  "(exporter)/applications/[applicationId]/documents/actions.ts takeOff": section("documents"),
  "(exporter)/applications/[applicationId]/documents/actions.ts answerOnDocuments": section(
    "documents",
    "returned",
  ),
  "(exporter)/applications/[applicationId]/summary/actions.ts submit": section("summary"),
  "(exporter)/applications/[applicationId]/cancel/actions.ts cancel": section("cancel"),
  "(exporter)/applications/[applicationId]/cancel/actions.ts takeBack": section(
    "cancel",
    "submitted",
  ),
  "(exporter)/actions.ts switchProfile": "chooses among one's own profiles, for oneself",
  "(exporter)/invitation/[token]/actions.ts accept":
    "works for the address it went to: representatives.spec.ts",
  "(exporter)/invitation/[token]/actions.ts decline": "as accept does",
  "(exporter)/profile/access/actions.ts askForAccess": "anybody signed in may ask",
  "(exporter)/profile/access/actions.ts withdrawRequest": {
    by: "owner",
    on: async ({ owner }) => {
      await requestAccess(owner, { businessNumber: "123456782", reason: "Because." });
      return "/en/profile/access";
    },
    not: strangers,
    works: false,
  },
  "(exporter)/profile/[exporterId]/representatives/actions.ts inviteSomebody": {
    by: "owner",
    on: ({ exporterId }) => Promise.resolve(`/en/profile/${exporterId}/representatives`),
    not: strangers,
    works: false,
  },
  "(exporter)/profile/[exporterId]/representatives/actions.ts cancelOpenInvitation": {
    by: "owner",
    on: async ({ exporterId, owner }) => {
      await invite(owner, exporterId, { email: "asked@test.example", may: "view" });
      return `/en/profile/${exporterId}/representatives`;
    },
    not: strangers,
    works: true,
  },
  "(exporter)/profile/[exporterId]/representatives/[mandateId]/actions.ts saveMandate": {
    by: "owner",
    on: mandatePage,
    not: strangers,
    works: true,
  },
  "(exporter)/profile/[exporterId]/representatives/[mandateId]/actions.ts endThisMandate": {
    by: "owner",
    on: mandatePage,
    not: strangers,
    works: true,
  },
  "(exporter)/profile/[exporterId]/representatives/access/[requestId]/actions.ts acceptRequest": {
    by: "owner",
    on: requestPage,
    not: strangers,
    works: true,
  },
  "(exporter)/profile/[exporterId]/representatives/access/[requestId]/actions.ts refuseRequest": {
    by: "owner",
    on: requestPage,
    not: strangers,
    works: true,
  },
  "(exporter)/profile/actions.ts changeProfile": {
    by: "owner",
    on: ({ exporterId }) => Promise.resolve(`/en/profile/${exporterId}`),
    not: strangers,
    works: true,
  },
  "(exporter)/profile/actions.ts createProfile": {
    by: "owner",
    on: () => Promise.resolve("/en/profile/new"),
    // Everybody signed in may make a profile of their own, which touches nobody else's.
    not: strangers,
    works: false,
  },
  "(officer)/office/actions.ts claimFile": form(
    "reviewer",
    "submitted",
    "/en/office/review/[id]",
    notReviewers,
  ),
  "(officer)/office/actions.ts releaseFile": form(
    "reviewer",
    "in_review",
    "/en/office/review/[id]",
    [...notReviewers, "secondReviewer"],
  ),
  // Works only with the figures of the papers; reviews have tests of their own.
  "(officer)/office/review/[applicationId]/actions.ts recommendIssue": form(
    "reviewer",
    "in_review",
    "/en/office/review/[id]",
    [...notReviewers, "secondReviewer"],
    false,
  ),
  "(officer)/office/review/[applicationId]/return/actions.ts returnFile": form(
    "reviewer",
    "in_review",
    "/en/office/review/[id]/return",
    [...notReviewers, "secondReviewer"],
  ),
  "(officer)/office/review/[applicationId]/recommend/actions.ts recommendRejection": form(
    "reviewer",
    "in_review",
    "/en/office/review/[id]/recommend",
    [...notReviewers, "secondReviewer"],
  ),
  "(officer)/office/review/[applicationId]/take-over/actions.ts takeOverFile": form(
    "secondReviewer",
    "in_review",
    "/en/office/review/[id]/take-over",
    notReviewers,
  ),
  "(officer)/office/issue/[applicationId]/actions.ts issue": form(
    "signatory",
    "recommended",
    "/en/office/issue/[id]",
    notSignatories,
  ),
  "(officer)/office/issue/[applicationId]/actions.ts rejectFile": form(
    "signatory",
    "recommendedRejection",
    "/en/office/issue/[id]",
    notSignatories,
  ),
  "(officer)/office/issue/[applicationId]/actions.ts sendFileBack": form(
    "signatory",
    "recommended",
    "/en/office/issue/[id]",
    notSignatories,
  ),
  // What they change is no exporter's; the commands have tests of their own.
  "(officer)/office/users/actions.ts withdrawInvitation": {
    by: "administrator",
    on: async ({ officers }) => {
      const email = `person-${randomUUID()}@test.example`;
      await inviteToOffice(officers.administrator, { email, roles: ["reviewer"] });
      return "/en/office/users";
    },
    not: notAdministrators,
    works: false,
  },
  "(officer)/office/users/invite/actions.ts inviteOfficer": {
    by: "administrator",
    on: () => Promise.resolve("/en/office/users/invite"),
    not: notAdministrators,
    works: false,
  },
  "(officer)/office/users/[userId]/actions.ts saveRoles": onOfficer("reviewer"),
  "(officer)/office/users/[userId]/actions.ts suspendOfficer": onOfficer("reviewer"),
  "(officer)/office/users/[userId]/actions.ts restoreOfficer": {
    by: "administrator",
    on: async ({ officers }) => {
      const { userId } = await newOfficer("reviewer");
      const officer = await findOfficer(officers.administrator, userId);
      await suspend(officers.administrator, userId, "gone", officer?.seen ?? "");
      return `/en/office/users/${userId}`;
    },
    not: notAdministrators,
    works: false,
  },
  "(officer)/office/texts/[kind]/actions.ts writeText": {
    by: "administrator",
    on: () => Promise.resolve("/en/office/texts/privacy"),
    not: notAdministrators,
    works: false,
  },
  "(public)/office-invitation/[token]/actions.ts acceptOfficerInvitation":
    "whoever has confirmed the address may: lib/officers/officers.db.test.ts",
  "(public)/verify/check.ts check": "anybody may check a certificate",
  "(public)/confirm/[token]/confirm.ts confirm": "whoever has the link; tried in arrival.spec.ts",
  ...Object.fromEntries(
    ["accept", "introduceMyself", "sendLinkAgain"].map((name) => [
      `(arrival)/welcome/actions.ts ${name}`,
      "one's own arrival, named by nothing in the form",
    ]),
  ),
  "(account)/account/details/actions.ts saveDetails": "one's own account",
  "(account)/account/email/actions.ts changeAddress": "one's own account",
  "(account)/account/sessions/actions.ts signOutEverywhere": "one's own sessions",
  "(account)/account/sessions/actions.ts endSession":
    "one's own sessions; another's is tried in lib/auth/own-sessions.db.test.ts",
  "(account)/account/credentials/actions.ts agree": "tried in account.spec.ts",
  "(account)/account/credentials/actions.ts refuse": "tried in account.spec.ts",
};

/** Every handler, and the test that tries it, or why it is for everybody. */
const handlers: Record<string, string> = {
  "api/applications/[applicationId]/documents POST": "uploads",
  "api/documents/[documentId] GET": "files",
  "api/documents/[documentId]/view GET": "files",
  "api/certificates/[certificateId]/pdf GET": "files",
  "api/auth/sign-in POST": "leads to the credential provider",
  "api/auth/sign-out POST": "ends one's own session",
  "api/auth/session GET": "says until when one's own session lasts",
  "api/auth/session POST": "extends one's own session",
  "api/auth/session.css GET": "two numbers of the address, the same for everybody",
  "api/auth/callback/[provider] GET": "proves itself by state, nonce and PKCE",
  "api/auth/backchannel-logout POST": "proves itself by a signed token",
  ...Object.fromEntries(
    ["GET", "POST", "PUT", "PATCH", "DELETE"].map((method) => [
      `api/[...unknown] ${method}`,
      "nothing but not found",
    ]),
  ),
};

test("every page of a record, every action and every handler is tried below", () => {
  const sources = (rooms: string[]) =>
    filesUnder(rooms)
      .map((file) => file.replaceAll("\\", "/"))
      .filter((file) => /\.tsx?$/.test(file));
  const foundPages = sources(["app"])
    .filter((file) => file.endsWith("/page.tsx"))
    .map((file) => file.replace("app/[locale]/", "").replace(/\/?page\.tsx$/, ""))
    .filter((page) => page.includes("["));
  expect(foundPages.sort()).toEqual(Object.keys(pages).sort());

  const foundActions = sources(["app", "lib", "components"]).flatMap((file) => {
    const source = readFileSync(file, "utf8");
    if (!/^\s*["']use server["'];?$/m.test(source)) return [];
    const names = source.matchAll(/^export (?:async function|const|function) (\w+)/gm);
    const short = file.replace("app/[locale]/", "");
    return [...names].map(([, name = ""]) => `${short} ${name}`);
  });
  expect(foundActions.sort()).toEqual(Object.keys(actions).sort());

  const foundHandlers = sources(["app"]).flatMap((file) => {
    if (!file.endsWith("/route.ts")) return [];
    const source = readFileSync(file, "utf8");
    const methods = source.matchAll(
      /^export (?:async function|function|const) (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b|(?<=^export \{.*) as (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/gm,
    );
    const short = file.replace("app/", "").replace("/route.ts", "");
    return [...methods].map(([, one, other]) => `${short} ${one ?? other ?? ""}`);
  });
  expect(foundHandlers.sort()).toEqual(Object.keys(handlers).sort());
});

/** Applications of one exporter in states that show the most, and a certificate with its PDF. */
async function newRecords(people: People, mark: string) {
  const answers = () => markedAnswers(`${mark}${Math.random().toString(36).slice(2, 5)}`);
  const issued = await inState.submitted(people, answers());
  const { certificateId } = await issueSubmitted(issued);
  const draft = await inState.draft(people, answers());
  const recommended = await inState.recommended(people, answers());
  await expect
    .poll(() => db().certificateDocument.count({ where: { certificateId } }), { timeout: 30_000 })
    .toBe(1);
  return { draft, recommended, issued, certificateId };
}

test("pages: another's record is as unknown as one that never was", async () => {
  const people = await newPeople();
  const mark = newMark();
  const { draft, issued, recommended, certificateId } = await newRecords(people, mark);
  const mandateId = await newMandate(people.exporterId);
  const requestId = await newAccessRequest();
  const filled = (at: string, id: string) =>
    at
      .replace("[mandateId]", mandateId)
      .replace("[requestId]", requestId)
      .replace(/\[\w+\]/, () => id);
  const idsFor = (at: string) =>
    at.includes("[exporterId]")
      ? [people.exporterId]
      : at.includes("[certificateId]")
        ? [certificateId]
        : at.includes("[userId]")
          ? [people.userIds.reviewer]
          : at.includes("[kind]")
            ? ["terms"]
            : at.includes("/office/")
              ? [draft, recommended]
              : [draft, issued];
  const { owner, other, ended, reviewer, signatory, administrator } = people.senders;
  const readers = { exporter: owner, office: reviewer, reviewer, signatory, administrator };

  for (const page of Object.values(pages)) {
    if (!page) continue;
    const { of, at } = page;
    const mayKnow = readers[of];
    const made = await get(filled(at, madeUp), mayKnow);
    expect(mainOf(made), at).toContain("We cannot find this page");
    const nonsense = await get(filled(at, "nonsense"), mayKnow);
    expect({ status: nonsense.status, main: mainOf(nonsense) }, `${at} with nonsense`).toEqual({
      status: made.status,
      main: mainOf(made),
    });
    for (const id of idsFor(at)) {
      const address = filled(at, id);
      const shown = await get(address, mayKnow);
      // Otherwise the rest proves nothing. A draft is none of the office's business.
      const isDraft = id === draft;
      if (of === "exporter") expect(mainOf(shown), address).not.toBe(mainOf(made));
      else if (isDraft) expect(mainOf(shown), `${address}, a draft`).toBe(mainOf(made));

      const nobody = await get(address, anonymous);
      expect(nobody.location, `${address} for nobody`).toMatch(signIn);
      expect(nobody.body).not.toContain(mark);
      const others = of === "exporter" ? [other, ended, reviewer, administrator] : [owner, other];
      if (of === "reviewer") others.push(signatory, administrator);
      if (of === "signatory") others.push(reviewer, administrator);
      if (of === "administrator") others.push(reviewer, signatory);
      for (const sender of others) {
        const answer = await get(address, sender);
        const what = `${address} for ${sender.name}`;
        expect(answer.body, what).not.toContain(mark);
        expect(answer.body, what).not.toContain("Boreal Rough");
        if (of === "exporter") {
          expect({ status: answer.status, main: mainOf(answer) }, what).toEqual({
            status: made.status,
            main: mainOf(made),
          });
        } else expect(answer.location, what).toBe(noAccess);
      }
    }
  }
});

test("files: another's file is as unknown as one that never was", async () => {
  const people = await newPeople();
  const { draft, issued, certificateId } = await newRecords(people, newMark());
  const documents = await db().document.findMany({
    where: { applicationId: { in: [draft, issued] } },
    select: { id: true, applicationId: true },
  });
  const { owner, other, ended, reviewer, administrator } = people.senders;
  const addresses = [
    ...documents.flatMap(({ id, applicationId }) =>
      [`/api/documents/${id}`, `/api/documents/${id}/view`].map((address) => ({
        address,
        made: address.replace(id, madeUp),
        isDraft: applicationId === draft,
      })),
    ),
    {
      address: `/api/certificates/${certificateId}/pdf`,
      made: `/api/certificates/${madeUp}/pdf`,
      isDraft: false,
    },
  ];
  expect(addresses.length).toBeGreaterThan(4);
  const before = await factsOf(people.exporterId);
  for (const { address, made, isDraft } of addresses) {
    for (const sender of [other, ended, anonymous, ...(isDraft ? [reviewer, administrator] : [])]) {
      const answer = await get(address, sender);
      const unknown = await get(made, sender);
      expect(answer.status, `${address} for ${sender.name}`).toBe(404);
      expect(answer.body).toBe(unknown.body);
      expect(answer.body).not.toContain("%PDF");
    }
  }
  expect(await factsOf(people.exporterId), "no reading is noted of what nobody read").toBe(before);
  for (const { address, isDraft } of addresses) {
    // Only the office looks at papers inside its pages.
    if (address.endsWith("/view") && isDraft) continue;
    const own = await get(address, address.endsWith("/view") ? reviewer : owner);
    expect(own.status, address).toBe(200);
    expect(own.body, address).toContain("%PDF");
  }
});

test("uploads: nobody adds a file to another's application", async () => {
  const people = await newPeople();
  const draft = await inState.draft(people, markedAnswers(newMark()));
  const submitted = await inState.submitted(people, markedAnswers(newMark()));
  const { owner, other, ended, reader, reviewer, administrator } = people.senders;
  const body = () => {
    const data = new FormData();
    data.set("kind", "invoice");
    data.set("files", new File([pdf], "paper.pdf", { type: "application/pdf" }));
    return data;
  };
  const upload = (id: string, sender: Sender, origin?: string | null) =>
    post(`/api/applications/${id}/documents?locale=en`, sender, body(), origin);
  const before = await factsOf(people.exporterId);
  for (const sender of [other, ended, reader, reviewer, administrator, anonymous]) {
    await upload(draft, sender);
    expect(await factsOf(people.exporterId), sender.name).toBe(before);
  }
  await upload(submitted, owner);
  expect((await upload(draft, owner, "https://elsewhere.example")).status).toBe(403);
  expect((await upload(draft, owner, null)).status).toBe(403);
  expect(await factsOf(people.exporterId)).toBe(before);
  await upload(draft, owner);
  expect(await factsOf(people.exporterId)).not.toBe(before);
});

for (const [name, act] of Object.entries(actions)) {
  if (typeof act === "string") continue;
  test(`action: ${name}`, async ({ openFor }) => {
    const people = await newPeople();
    await newImportCertificate({ exporterId: people.exporterId });
    const mark = newMark();
    const address = await act.on(people, mark);
    const who = act.by as keyof People["userIds"];
    const page = await openFor({ userId: people.userIds[who] });
    await page.goto(address);
    const found = (await formsOn(page)).filter(({ does }) => does === `app/[locale]/${name}`);
    expect(found.length, `its form is on ${address}`).toBeGreaterThan(0);

    const before = await factsOf(people.exporterId);
    const senders = [anonymous, ...act.not.map((each) => people.senders[each])];
    for (const one of found) {
      for (const body of bodies(one, mark)) {
        for (const sender of senders) {
          const answer = await post(one.address, sender, body());
          expect(await factsOf(people.exporterId), `sent by ${sender.name}`).toBe(before);
          const mayRead = sender === people.senders.reader || sender.cookie === null;
          const office = act.not.includes("auditor");
          if (!mayRead && !office) expect(answer.body, sender.name).not.toContain(mark);
          if (sender.cookie === null) expect(answer.location).toMatch(signIn);
          if (office && sender !== people.senders.secondReviewer) {
            expect(answer.location ?? answer.body, sender.name).toMatch(
              sender.cookie === null ? signIn : /^\/en\/no-access$/,
            );
          }
        }
        // The right person, from elsewhere.
        const right = people.senders[act.by];
        for (const origin of [null, "https://elsewhere.example"]) {
          expect((await post(one.address, right, body(), origin)).status).toBe(403);
        }
        expect(await factsOf(people.exporterId), "sent from elsewhere").toBe(before);
      }
    }
    // Sent only to be shown in the other language, by whoever may: nothing happens.
    const events = () => db().event.count({ where: { actorId: people.userIds[who] } });
    const known = await events();
    for (const one of found) {
      if (!one.buttons.some(([button, value]) => button === "intent" && value === "language")) {
        continue;
      }
      const [body] = bodies(one, "");
      if (!body) throw new Error("no form");
      const shown = body();
      shown.set("intent", "language");
      const answer = await post(one.address, people.senders[act.by], shown);
      expect({ status: answer.status, location: answer.location }).toEqual({
        status: 200,
        location: null,
      });
      expect(await factsOf(people.exporterId), "shown in the other language").toBe(before);
      expect(await events()).toBe(known);
    }
    if (!act.works) return;
    const [first] = found;
    const [body] = first ? bodies(first, "").slice(-1) : [];
    if (!first || !body) throw new Error("no form");
    await post(first.address, people.senders[act.by], body());
    expect(await factsOf(people.exporterId), "sent by whoever may").not.toBe(before);
  });
}

/** What the form sends, once for each of a few of its buttons; nothing that carries the mark. */
function bodies({ fields, buttons }: FoundForm, mark: string): (() => FormData)[] {
  const pressed = [...buttons.slice(0, 1), ...buttons.slice(-1)];
  return pressed.map(([button, value]) => () => {
    const data = new FormData();
    for (const [name, text] of fields) {
      const known = mark !== "" && text.includes(mark) && !name.startsWith("$ACTION");
      data.append(name, known ? "x" : text);
    }
    if (button) data.set(button, value);
    return data;
  });
}
