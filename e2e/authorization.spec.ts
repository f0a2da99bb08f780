import { todayInOttawa } from "@/lib/clock";
import { pdf } from "@/tests/factories/applications";
import type { Identity, Side } from "@/tests/authorization/identities";
import { actions, cellsIn, handlers, pages, type Row } from "@/tests/authorization/matrix";
import { namedBy } from "@/tests/authorization/records";
import { userIdOf } from "@/tests/authorization/world";
import { expect, test } from "./fixtures";
import { actionNames, formsOn, type FoundForm } from "./support/forms";
import {
  addressOf,
  eventsAround,
  factsAround,
  forgetWorld,
  givesAway,
  markedToRead,
  namesRecord,
  newMarked,
  noAccess,
  ofNothing,
  saidBy,
  sendersOf,
  settled,
  shows,
  signIn,
  unknown,
  world,
  type Marked,
} from "./support/matrix";
import { get, post, send, type Answer, type Sender } from "./support/requests";

/*
 * docs/authorization.md over HTTP: every cell of every page and file, and of every action and upload whoever
 * is refused and one who may. That nothing is missing in it is proved by tests/authorization.
 */

test.use({ javaScriptEnabled: false });
test.describe.configure({ timeout: 120_000 });

/** Of several who may, another one in each row, so that everybody's turn comes. */
function oneOf(row: Row, turn: number): Identity {
  const may = cellsIn(row).filter(({ side, mark }) => side === "A" && mark === "✓");
  const one = may[turn % may.length];
  if (!one) throw new Error(`nobody may: ${row.name}`);
  return one.identity;
}

test("every action of the build is stated", () => {
  const stated = actions.map(({ name }) => name);
  const built = Object.values(actionNames()).map((name) => name.replace("app/[locale]/", ""));
  expect(built.length).toBeGreaterThan(10);
  expect(built.filter((name) => !stated.includes(name))).toEqual([]);
});

/**
 * What the address of a page adds: a list of the whole office is asked for the one record. In small letters
 * where a page may repeat what was typed: that gives nothing away.
 */
const queries: Record<string, (record: Marked) => string> = {
  "(officer)/office/queue": ({ number }) => `?text=${number}`,
  "(officer)/office/search": ({ words }) => `?text=${words[0]?.toLowerCase()}`,
  "(officer)/office/exporters": ({ words }) => `?text=${encodeURIComponent(words[1] ?? "")}`,
  "(officer)/office/exporters/[exporterId]/merge": ({ intoId }) => `?into=${intoId}`,
  "(officer)/office/imports": ({ announcementId }) =>
    `?after=${new Date(Date.now() - 600_000).toISOString()}~${announcementId}`,
  "(officer)/office/inbox": ({ words }) => `?view=all&q=${encodeURIComponent(words[1] ?? "")}`,
  "(officer)/office/inbox/new": ({ exporterId }) => `?exporter=${exporterId}`,
  "(officer)/office/paper/new": ({ exporterId }) => `?exporter=${exporterId}`,
  // Where the files of a draft can be taken off.
  "(exporter)/messages/[threadId]": () => "?attach=1",
  "(officer)/office/inbox/[threadId]": () => "?attach=1",
  "(officer)/office/imports/new": ({ announcementId }) => `?announcement=${announcementId}`,
};

/** A form that is the same whether the link is one or not. */
const tellsNothing = ["(public)/import-confirmation/[token]"];

/** What an answer says but for the name that was in its address. */
function saidBesides(name: string, answer: Answer) {
  const said = saidBy(answer);
  return { ...said, main: said.main.replaceAll(name, "…") };
}

for (const row of pages) {
  test(`page: ${row.name} ${row.on}`, async () => {
    const records = { A: await markedToRead(row.on, "A"), B: await markedToRead(row.on, "B") };
    const nothing = ofNothing(row);
    const asked = (record: Marked) => addressOf(row, record) + (queries[row.name]?.(record) ?? "");
    const before = await factsAround(records.A);
    for (const { identity, side, mark } of cellsIn(row)) {
      for (const sender of await sendersOf(identity)) {
        const what = `${sender.name} on ${side}`;
        const record = records[side];
        const answer = await get(asked(record), sender);
        if (mark !== "✓") expect(givesAway(answer, identity, side, record), what).toBe(false);
        switch (mark) {
          case "✓":
            expect({ what, ...saidBy(answer) }).toMatchObject({ status: 200, location: null });
            if (tellsNothing.includes(row.name))
              expect(saidBesides(record.token, answer)).toEqual(await nothing(sender));
            else if (namesRecord(row)) expect(saidBy(answer)).not.toEqual(await nothing(sender));
            else if (row.on) expect(shows(answer, record), what).toBe(true);
            break;
          case "○":
            expect({ what, ...saidBy(answer) }).toMatchObject({ status: 200, location: null });
            expect(shows(answer, record), what).toBe(false);
            break;
          case "–":
            expect(answer.body, what).toContain("We cannot find this page");
            if (namesRecord(row)) {
              expect(saidBy(answer), what).toEqual(await nothing(sender));
            }
            break;
          case "✗":
            expect(answer.location, what).toBe(noAccess);
            break;
          case "→":
            if (identity === "nobody" || identity === "expired") {
              expect(answer.location, what).toMatch(signIn);
            } else expect([null, noAccess], what).not.toContain(answer.location);
            break;
          case "·":
            throw new Error(`${row.name}: a page can always be asked for`);
        }
      }
    }
    if (namesRecord(row) && cellsIn(row).some(({ mark }) => mark === "✓")) {
      for (const sender of await sendersOf(oneOf(row, 0))) {
        const nonsense = await get(addressOf(row, namedBy("nonsense")), sender);
        const said = saidBesides("nonsense", nonsense);
        expect(said, "what can be no id").toEqual(await nothing(sender));
      }
    }
    expect(await factsAround(records.A), "to look changes nothing").toEqual(before);
  });
}

/** How a handler is asked, and whose tests are elsewhere. */
const elsewhere: Record<string, string> = {
  "api/auth/sign-in POST": "e2e/session.spec.ts",
  "api/auth/sign-out POST": "e2e/session.spec.ts",
  "api/auth/session GET": "e2e/idle.spec.ts",
  "api/auth/session POST": "e2e/idle.spec.ts",
  "api/auth/session.css GET": "e2e/idle.spec.ts",
  "api/auth/callback/[provider] GET": "e2e/providers.spec.ts",
  "api/auth/backchannel-logout POST": "e2e/session.spec.ts",
  "api/applications/[applicationId]/sections/[section] POST": "its own route.db.test.ts",
  "api/reviews/[applicationId]/work POST": "its own route.db.test.ts",
  "api/health GET": "its own route.db.test.ts",
  "api/mail-events POST": "tests/mail/events.db.test.ts",
  "api/office/audit GET": "e2e/audit.spec.ts",
  "log/checkpoint GET": "tests/certificate-log.db.test.ts",
  "log/proof/[sha256] GET": "tests/certificate-log.db.test.ts",
  "log/consistency GET": "tests/certificate-log.db.test.ts",
  "status/[list] GET": "tests/status-lists.db.test.ts",
  ".well-known/jwks.json GET": "scripts/keys-command.db.test.ts",
  ".well-known/did.json GET": "scripts/keys-command.db.test.ts",
  ".well-known/document-certificates.pem GET": "tests/document-certificates.test.ts",
  "V GET": "verifier.spec.ts",
  "ns/kpc/v1 GET": "tests/published-forms.test.ts",
  "schema/kpc/1 GET": "tests/published-forms.test.ts",
  "vectors/kpc-1.json GET": "tests/published-forms.test.ts",
};
const isUpload = ({ name }: Row) => name.endsWith("/documents POST");

for (const row of handlers.filter((each) => !isUpload(each) && !elsewhere[each.name])) {
  test(`handler: ${row.name} ${row.on}`, async () => {
    const [path = "", method = ""] = row.name.split(" ");
    const asked = (target: Parameters<typeof addressOf>[1]) =>
      addressOf({ name: `/${path}` }, target)
        .replace("/en", "")
        .replace("/pages/nowhere", "/pages/1");
    const toRead = method === "GET" ? markedToRead : newMarked;
    const records = { A: await toRead(row.on, "A"), B: await toRead(row.on, "B") };
    const before = await factsAround(records.A);
    const order = cellsIn(row).sort((one, other) => (one.mark < other.mark ? 1 : -1));
    const refusals = order.filter(({ mark }) => mark === "–");
    for (const { identity, side } of refusals) {
      for (const sender of await sendersOf(identity)) {
        const answer = await send(method, asked(records[side]), sender);
        const made = await send(method, asked(unknown()), sender);
        expect(answer.status, `${sender.name} on ${side}`).toBe(404);
        expect(answer.body, sender.name).toBe(made.body);
      }
    }
    expect(await factsAround(records.A), "no reading is noted of what nobody read").toEqual(before);
    for (const { identity, side, mark } of order.filter((cell) => !refusals.includes(cell))) {
      expect(mark, `${identity} on ${side}`).toBe("✓");
      for (const sender of await sendersOf(identity)) {
        const answer = await send(method, asked(records[side]), sender);
        expect(answer.status, `${sender.name} on ${side}: ${answer.body.slice(0, 2000)}`).toBe(200);
        expect(answer.body, sender.name).toMatch(
          /%PDF|<html|^eyJ|^\uFEFF?(Application number|Date,Entry|code,name_en),/,
        );
        expect((await send(method, asked(unknown()), sender)).status, sender.name).toBe(404);
      }
    }
  });
}

for (const [turn, row] of handlers.filter(isUpload).entries()) {
  test(`handler: ${row.name} ${row.on}`, async () => {
    const records = { A: await newMarked(row.on, "A"), B: await newMarked(row.on, "B") };
    const upload = (side: Side, sender: Sender, origin?: string | null) => {
      const data = new FormData();
      data.set("kind", "other");
      data.set("files", new File([pdf], "paper.pdf", { type: "application/pdf" }));
      const [path = ""] = row.name.split(" ");
      const address = addressOf({ name: `/${path}` }, records[side]).replace("/en", "");
      return post(`${address}?back=/en`, sender, data, origin);
    };
    const before = await factsAround(records.A);
    const events = await eventsAround(records.A);
    for (const { identity, side, mark } of cellsIn(row)) {
      if (mark === "✓") continue;
      for (const sender of await sendersOf(identity)) {
        expect((await upload(side, sender)).status).toBeLessThan(500);
        expect(await eventsAround(records.A), `${sender.name} on ${side}`).toBe(events);
      }
    }
    for (const sender of await sendersOf(oneOf(row, turn))) {
      expect((await upload("A", sender, "https://elsewhere.example")).status).toBe(403);
      expect((await upload("A", sender, null)).status).toBe(403);
      expect(await factsAround(records.A)).toEqual(before);
      await upload("A", sender);
      expect(await factsAround(records.A), sender.name).not.toEqual(before);
    }
  });
}

/** Where the form of an action is, other than on the page beside it. */
const formIsOn: Record<string, string> = {
  "banner-actions.ts hideBanner": "(exporter)/home",
  "(exporter)/profile/actions.ts createProfile": "(exporter)/profile/new",
  "(exporter)/profile/actions.ts changeProfile": "(exporter)/profile/[exporterId]",
  "(officer)/office/actions.ts claimFile": "(officer)/office/review/[applicationId]",
  "(officer)/office/actions.ts releaseFile": "(officer)/office/review/[applicationId]",
  "(officer)/office/retention/actions.ts endTheHold": "(officer)/office/retention/[holdId]",
  "(public)/verify/check.ts check": "(public)/verify",
  "(officer)/office/certificates/[certificateId]/confirmation/actions.ts resolve":
    "(officer)/office/certificates/[certificateId]",
  "(public)/import-confirmation/[token]/confirm-receipt.ts confirmReceipt":
    "(public)/import-confirmation/[token]",
};

const inApplication = "(exporter)/applications/[applicationId]";
const reference = "(officer)/office/reference";
const corrections = "(officer)/office/imports/[importId]/correction/actions.ts";

/** What the right person types: to save what stands there again leaves no trace. */
const changed: Record<string, [field: string, value: string | ((record: Marked) => string)][]> = {
  "(officer)/office/certificates/[certificateId]/[step]/actions.ts takeStep": [
    ["sheet", ({ sheet }) => String(sheet)],
  ],
  [`${corrections} propose`]: [
    ["carats", "500.00"],
    ["caratsAgain", "500.00"],
    ["usd", "400000.00"],
    ["usdAgain", "400000.00"],
    ["reason", "As the paper says."],
  ],
  [`${corrections} refuse`]: [["answer", "The paper is right."]],
  [`${reference}/changes/[changeId]/actions.ts refuse`]: [["answer", "The order says otherwise."]],
  "(officer)/office/retention/actions.ts endTheHold": [["reason", "The case is closed."]],
  "(officer)/office/imports/[importId]/confirmation/actions.ts confirmArrival": [
    ["authority", "Department of Mines"],
    ["recipient", "kp@mines.example"],
    ["parcels", "2"],
    ["shipper", "Karoo Rough (Pty) Ltd"],
  ],
  "(officer)/office/inbox/[threadId]/actions.ts answer": [["intent", "take"]],
  "(officer)/office/inbox/new/actions.ts begin": [
    ["subject", "Our address"],
    ["text", "We move on Friday."],
  ],
  [`${inApplication}/delivery/actions.ts saveDelivery`]: [["to", "exporter"]],
  [`${inApplication}/consignee/actions.ts saveConsignee`]: [["consignee.city", "Another city"]],
  [`${inApplication}/origin/actions.ts saveOrigin`]: [
    ["origins[0].carats", "7.77"],
    ["paste", ""],
  ],
  "(exporter)/imports/new/actions.ts startAnnouncement": [
    ["number", "BW 0078214"],
    ["importedOn", "2026-11-20"],
  ],
  "(exporter)/certificates/[certificateId]/export/actions.ts report": [["on", todayInOttawa()]],
  "(exporter)/certificates/[certificateId]/loss/actions.ts state": [
    ["on", todayInOttawa()],
    ["words", "The envelope did not arrive."],
  ],
  [`${inApplication}/goods/actions.ts saveGoods`]: [
    ["parcels", "9"],
    ["paste", ""],
  ],
};

/** Pressed by whoever may, the form as it is found changes nothing of the two exporters, and why. */
const changesNothing: Record<string, string> = {
  "banner-actions.ts hideBanner": "what is hidden is its reader's alone",
  "(officer)/office/broadcasts/new/actions.ts writeBroadcast": "its words are to be typed first",
  "(officer)/office/broadcasts/[broadcastId]/actions.ts takeBackBroadcast":
    "an announcement is of the office alone",
  "(officer)/office/review/[applicationId]/extend/actions.ts extendFile":
    "a reason is to be typed first",
  "(exporter)/profile/actions.ts createProfile": "the new profile is another one",
  "(public)/verify/check.ts check": "it only answers",
  "(public)/import-confirmation/[token]/confirm-receipt.ts confirmReceipt":
    "the code of the paper is to be typed first",
  "(officer)/office/sheets/printers/actions.ts savePrinter":
    "a printer is the office's, and its name is to be typed first",
  "(officer)/office/queue/actions.ts getNext": "the file that waits first may be another one",
  "(officer)/office/queue/views/actions.ts keepView": "its name is to be typed first",
  "(officer)/office/queue/views/[viewId]/actions.ts rename": "a view is of the officer alone",
  "(officer)/office/queue/views/[viewId]/actions.ts remove": "a view is of the officer alone",
  "(officer)/office/review/[applicationId]/actions.ts addNote": "a note is to be typed first",
  "(exporter)/profile/[exporterId]/representatives/actions.ts inviteSomebody":
    "the new invitation is another one",
  "(exporter)/profile/access/actions.ts askForAccess": "the new request is another one",
  "(account)/notices/actions.ts markSeen": "whether a notice is read is its reader's alone",
  "(account)/notices/actions.ts markAllSeen": "whether a notice is read is its reader's alone",
  "(account)/notices/preferences/actions.ts savePreferences": "what stands there is saved again",
  "(account)/account/details/actions.ts saveDetails": "what stands there is saved again",
  "(account)/account/email/actions.ts changeAddress": "until the link is pressed",
  "(account)/account/sessions/actions.ts signOutEverywhere": "it ends sessions alone",
  "(officer)/office/texts/[kind]/actions.ts writeText":
    "the texts are nobody's, and their words missing",
  "(officer)/office/audit/chain/actions.ts checkNow": "it only reads",
  "(officer)/office/retention/actions.ts putOnHold": "a number and a reason are to be typed first",
  "(officer)/office/retention/actions.ts approveShown": "the approval is of the office alone",
  [`${reference}/[kind]/new/actions.ts proposeRow`]: "a row and its source are to be typed first",
  [`${reference}/[kind]/import/actions.ts importRows`]: "a file is to be chosen first",
  [`${reference}/[kind]/row/[key]/change/actions.ts proposeRowChange`]:
    "the source is to be typed first",
  [`${reference}/[kind]/row/[key]/end/actions.ts proposeLastDay`]: "the day is to be typed first",
  [`${reference}/participants/row/[key]/switch-off/actions.ts switchOffNow`]:
    "the order is to be typed first",
  "(officer)/office/sheets/actions.ts moveSheets":
    "the numbers of the sheets are to be typed first",
  "(officer)/office/users/invite/actions.ts inviteOfficer": "the new invitation is another one",
  "(officer)/office/exporters/[exporterId]/merge/actions.ts propose": "the profiles are others",
  "(officer)/office/merges/[mergeId]/actions.ts confirm": "the profiles are others",
  "(officer)/office/merges/[mergeId]/actions.ts drop": "the profiles are others",
  "(officer)/office/paper/new/actions.ts startFromPaper": "the day it came is to be typed first",
  "(officer)/office/imports/new/actions.ts registerImport": "the paper is to be typed first",
  "(officer)/office/imports/announcements/[announcementId]/actions.ts answer":
    "words to the exporter are to be typed first",
  "(officer)/office/imports/[importId]/original/actions.ts recordOriginal":
    "the right day and a reason are to be typed first",
};

/** After these the people of the matrix are not who they were. */
const changesPeople = [
  "(public)/office-invitation/[token]/actions.ts acceptOfficerInvitation",
  "(account)/account/sessions/actions.ts signOutEverywhere",
  "(exporter)/invitation/[token]/actions.ts accept",
];

/** Forms of people whom the matrix does not have, and where they are tried. */
const triedElsewhere: Record<string, string> = {
  "actions.ts discardKept": "of who typed when their session had ended: kept-text.spec.ts",
  "(arrival)/welcome/actions.ts accept": "of who has not arrived: arrival.spec.ts",
  "(arrival)/welcome/actions.ts introduceMyself": "of who has not arrived: arrival.spec.ts",
  "(arrival)/welcome/actions.ts sendLinkAgain": "of who has not arrived: arrival.spec.ts",
  "(exporter)/actions.ts switchProfile": "of who acts for several: representatives.spec.ts",
};

for (const [turn, row] of actions.entries()) {
  if (triedElsewhere[row.name]) continue;
  test(`action: ${row.name} ${row.on}`, async ({ openFor }) => {
    const people = await world();
    const record = await newMarked(row.on, "A");
    const page = { name: formIsOn[row.name] ?? row.name.replace(/\/[\w-]+\.ts \w+$/, "") };
    const by = oneOf(row, turn);
    const userId = userIdOf(people, by);
    const browser = await openFor(userId === null ? null : { userId });
    await browser.goto(addressOf(page, record) + (queries[page.name]?.(record) ?? ""));
    const all = (await formsOn(browser)).filter(({ does }) => does === `app/[locale]/${row.name}`);
    // In a list, the forms of this record.
    const its = all.filter(({ fields }) => namesOneOf(fields, record));
    const found = its.length > 0 ? its : all;
    expect(found.length, `its form is on ${addressOf(page, record)} for ${by}`).toBeGreaterThan(0);

    /** Whether somebody may look at the page of the form: then its answer may show the record. */
    const mayRead = (identity: Identity) =>
      pages.some(({ name, marks }) => name === page.name && marks[identity].A === "✓");
    const before = await factsAround(record);
    const events = await eventsAround(record);
    for (const form of found) {
      for (const body of bodies(form, record.words)) {
        for (const { identity, side, mark: stated } of cellsIn(row)) {
          // That nobody does it to B's record is stated by the cell of owner B.
          if (side === "B" || stated === "✓") continue;
          for (const sender of await sendersOf(identity)) {
            const answer = await post(form.address, sender, body());
            expect(await eventsAround(record), `sent by ${sender.name}`).toBe(events);
            expect(answer.status, sender.name).toBeLessThan(500);
            const tells = !mayRead(identity) && givesAway(answer, identity, "A", record);
            expect(tells, sender.name).toBe(false);
            if (stated === "✗") expect(answer.location, sender.name).toBe(noAccess);
            if (stated === "→") expect(answer.location, sender.name).toMatch(signIn);
          }
        }
        // The right person, from elsewhere.
        for (const right of await sendersOf(by)) {
          for (const origin of [null, "https://elsewhere.example"]) {
            expect((await post(form.address, right, body(), origin)).status).toBe(403);
          }
        }
      }
    }
    expect(await factsAround(record), "sent by others or from elsewhere").toEqual(before);
    // Sent only to be shown in the other language, by whoever may: nothing happens.
    for (const form of found.filter(showsOtherLanguage)) {
      const shown = bodies(form, [])[0]?.() ?? new FormData();
      shown.set("intent", "language");
      for (const right of await sendersOf(by)) {
        const answer = await post(form.address, right, shown);
        expect(saidBy(answer)).toMatchObject({ status: 200, location: null });
      }
      expect(await eventsAround(record), "shown in the other language").toBe(events);
      expect(await factsAround(record), "shown in the other language").toEqual(before);
    }
    const [form] = found;
    const [body] = form ? bodies(form, []).slice(-1) : [];
    if (!form || !body) throw new Error("no form");
    const changing = body();
    for (const [field, value] of changed[row.name] ?? []) {
      changing.set(field, typeof value === "string" ? value : value(record));
    }
    for (const right of await sendersOf(by)) await post(form.address, right, changing);
    if (!changesNothing[row.name]) {
      expect(await factsAround(record), `sent by ${by}, who may`).not.toEqual(before);
    }
    await settled(record);
    if (changesPeople.includes(row.name)) forgetWorld();
  });
}

const showsOtherLanguage = ({ buttons }: FoundForm) =>
  buttons.some(([button, value]) => button === "intent" && value === "language");

function namesOneOf(fields: FoundForm["fields"], record: Marked): boolean {
  const long = Object.values({ ...record, words: [] })
    .map(String)
    .filter((id) => id.length > 8);
  return fields.some(([, text]) => long.some((id) => text.includes(id)));
}

/** What the form sends, once for each of a few of its buttons; nothing that carries the words. */
function bodies({ fields, buttons }: FoundForm, words: readonly string[]): (() => FormData)[] {
  const pressed = [...buttons.slice(0, 1), ...buttons.slice(-1)];
  return pressed.map(([button, value]) => () => {
    const data = new FormData();
    for (const [name, text] of fields) {
      const known = words.some((word) => text.includes(word)) && !name.startsWith("$ACTION");
      data.append(name, known ? "x" : text);
    }
    if (button) data.set(button, value);
    return data;
  });
}
