import type { Page } from "@playwright/test";
import { hashOfToken } from "@/lib/auth/link-token";
import { dateInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { alternateAddress } from "@/lib/i18n/alternate";
import type { Locale } from "@/lib/i18n/routing";
import { newDraft } from "@/tests/factories/applications";
import { newBusinessNumber } from "@/tests/factories/business-number";
import { exporterViewer, newExporter, newRepresentative } from "@/tests/factories/people";
import { expect, expectAccessibleInBoth, newPerson, test, type Somebody } from "./fixtures";
import { withoutAutosave } from "./support/forms";
import { mailWith } from "./support/mails";
import { beginning, labelled, wordsOf } from "./support/words";

/*
 * Who acts for a profile: asked, accepted, limited, ended; for both languages, with script and without.
 */

const at = (locale: Locale, path: string) =>
  locale === "en" ? `/en${path}` : alternateAddress(`/en${path}`, "").href;

/** The beginning of a name of which a part is only heard: "Change<hidden> the mandate of {name}</hidden>". */
const named = (text: string) => beginning(text.replace(/<\/?\w+>/g, "").split("{")[0] ?? "");

async function newOwner(locale: Locale, legalName: string, businessNumber?: string) {
  const { exporterId, owner } = await newExporter({
    legalName,
    ...(businessNumber ? { businessNumber } : {}),
  });
  await db().user.update({ where: { id: owner.userId }, data: { language: locale } });
  const { email } = await db().user.findUniqueOrThrow({ where: { id: owner.userId } });
  return { exporterId, owner, email: email ?? "" };
}

/** The link of the invitation in the newest mail to this address. */
async function linkIn(locale: Locale, person: Somebody, heading: string): Promise<string> {
  const { text } = await mailWith(person.email, heading);
  const link = new RegExp(`https?://\\S+/${locale}/invitation/([\\w-]+)`).exec(text ?? "");
  if (!link) throw new Error(`no link in ${text ?? ""}`);
  return new URL(link[0]).pathname;
}

for (const locale of ["en", "fr"] as const) {
  for (const script of [true, false]) {
    test.describe(`${locale}, ${script ? "with" : "without"} script`, () => {
      test.use({ javaScriptEnabled: script });
      const t = wordsOf(locale);
      const button = (page: Page, text: string) =>
        page.locator("main").getByRole("button", { name: beginning(text) });

      async function invite(page: Page, exporterId: string, email: string, may: string) {
        await page.goto(at(locale, `/profile/${exporterId}/representatives`));
        await page.getByLabel(labelled(t("representatives.email"))).fill(email);
        await page.getByRole("radio", { name: may }).check();
        await button(page, t("representatives.invite")).click();
        await expect(page.getByText(t("representatives.done.invited.title"))).toBeVisible();
      }

      async function changeTo(page: Page, exporterId: string, may: string) {
        await page.goto(at(locale, `/profile/${exporterId}/representatives`));
        const change = t.raw("representatives.change") as string;
        await page.getByRole("link", { name: named(change) }).click();
        await page.getByRole("radio", { name: may }).check();
        await button(page, t("representatives.mandate.save")).click();
        await expect(page.getByText(t("representatives.done.changed.title"))).toBeVisible();
      }

      test("invited, accepted, submitted, limited, removed", async ({ openFor }) => {
        const { exporterId, owner } = await newOwner(locale, "Nordlicht Rough Ltd.");
        const helper = await newPerson(locale);
        const mine = await openFor(owner);
        await invite(mine, exporterId, helper.email, t("representatives.choice.submit"));
        await expect(mine.getByText(t("representatives.invited"), { exact: true })).toBeVisible();

        const link = await linkIn(locale, helper, t("mail.people.invitedToRepresent.heading"));
        const token = link.split("/").at(-1) ?? "";
        const row = () =>
          db().mandateInvitation.findUniqueOrThrow({ where: { tokenHash: hashOfToken(token) } });
        const theirs = await openFor(helper);
        await withoutAutosave(theirs);
        const before = await row();
        await theirs.goto(link);
        await theirs.goto(link);
        expect(await row()).toEqual(before);
        // Without the mail it is found too.
        await theirs.goto(at(locale, "/profile"));
        await theirs
          .getByRole("link", {
            name: named(t.raw("profile.invited.see") as string),
          })
          .click();
        await expect(theirs.getByRole("heading", { level: 1 })).toHaveText(
          t("invitation.represent", { exporter: "Nordlicht Rough Ltd." }),
        );
        await button(theirs, t("invitation.accept")).click();
        await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("Nordlicht Rough Ltd.");
        await theirs.goto(link);
        await expect(
          theirs.getByRole("heading", { name: t("invitation.answers.accepted.title") }),
        ).toBeVisible();

        // Within the permissions: prepares and submits.
        const viewer = await exporterViewer(helper.userId);
        const draft = await newDraft(viewer, exporterId);
        await theirs.goto(at(locale, `/applications/${draft}/summary`));
        for (const box of await theirs.locator("main").getByRole("checkbox").all())
          await box.check();
        await button(theirs, t("summary.submit")).click();
        await expect(theirs).toHaveURL(new RegExp(`${draft}/(receipt|accuse-de-reception)$`));

        // Limited to view while a form is open: refused beside what was typed, nothing written.
        const second = await newDraft(viewer, exporterId);
        const section = at(locale, `/applications/${second}/goods`);
        const kept = () => db().application.findUniqueOrThrow({ where: { id: second } });
        await theirs.goto(section);
        await theirs.locator("[name=seals]").fill("TYPED-1");
        const untouched = await kept();
        await changeTo(mine, exporterId, t("representatives.choice.view"));
        await button(theirs, t("application.next")).first().click();
        await expect(theirs.getByText(t("errors.form.limited"))).toBeVisible();
        await expect(theirs).toHaveTitle(beginning(t("form.error")));
        await expectTyped(theirs, "TYPED-1");
        expect(await kept()).toEqual(untouched);

        // Removed while a form is open.
        await changeTo(mine, exporterId, t("representatives.choice.submit"));
        await theirs.goto(section);
        await theirs.locator("[name=seals]").fill("TYPED-2");
        await mine
          .getByRole("link", {
            name: named(t.raw("representatives.change") as string),
          })
          .click();
        await button(mine, t("representatives.mandate.end")).click();
        await expect(mine.getByText(t("errors.mandate.confirm.required")).first()).toBeVisible();
        await mine.getByRole("checkbox").check();
        await button(mine, t("representatives.mandate.end")).click();
        await expect(mine.getByText(t("representatives.done.ended.title"))).toBeVisible();
        await expect(mine.getByRole("heading", { name: t("representatives.past") })).toBeVisible();
        await button(theirs, t("application.next")).first().click();
        await expect(theirs.getByText(t("errors.form.ended"))).toBeVisible();
        await expectTyped(theirs, "TYPED-2");
        expect(await kept()).toEqual(untouched);
        // From the next request on there is no such page.
        await theirs.goto(section);
        await expect(theirs.getByRole("heading", { level: 1 })).toHaveText(
          t("frame.notFound.title"),
        );
      });

      test("a second owner, and the last one stays", async ({ openFor }) => {
        const { exporterId, owner } = await newOwner(locale, "Zwei Minen Inc.");
        const partner = await newPerson(locale);
        const mine = await openFor(owner);
        const resign = named(t.raw("profile.resign") as string);
        await mine.goto(at(locale, "/profile"));
        await mine.getByRole("link", { name: resign }).click();
        await expect(
          mine.getByRole("heading", { name: t("representatives.mandate.soleTitle") }),
        ).toBeVisible();
        await invite(mine, exporterId, partner.email, t("representatives.choice.own"));
        const theirs = await openFor(partner);
        await theirs.goto(await linkIn(locale, partner, t("mail.people.invitedToOwn.heading")));
        await button(theirs, t("invitation.accept")).click();
        await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("Zwei Minen Inc.");

        const leave = async (page: Page) => {
          await page.getByRole("checkbox").check();
          await button(page, t("representatives.mandate.resign")).click();
        };
        // Both have the page open; one leaves, the other is told.
        for (const page of [mine, theirs]) {
          await page.goto(at(locale, "/profile"));
          await page.getByRole("link", { name: resign }).click();
        }
        await leave(mine);
        await expect(mine.getByText(t("profile.resigned"))).toBeVisible();
        await leave(theirs);
        await expect(
          theirs.getByText(
            t(script ? "errors.mandate.lastOwner" : "representatives.mandate.soleTitle"),
          ),
        ).toBeVisible();
        expect(
          await db().mandate.count({ where: { exporterId, kind: "owner", endedAt: null } }),
        ).toBe(1);
      });

      test("asked for by business number, known or not", async ({ openFor }) => {
        const number = newBusinessNumber();
        const { exporterId, owner, email } = await newOwner(locale, "Kaltland Gems Ltd.", number);
        const asker = await newPerson(locale);
        const page = await openFor(asker);
        const answers: string[] = [];
        for (const [i, each] of [number, newBusinessNumber()].entries()) {
          await page.goto(at(locale, "/profile/access"));
          await page.getByLabel(labelled(t("access.businessNumber"))).fill(each);
          await page.getByLabel(labelled(t("access.reason"))).fill("Ich bin ihr Makler.");
          await button(page, t("access.send")).click();
          await expect(page.getByText(t("access.sent.title"))).toBeVisible();
          answers.push((await page.locator("main .notice").innerText()).trim());
          await expect(page.getByText(t("access.states.waiting"), { exact: true })).toHaveCount(
            i + 1,
          );
        }
        expect(answers[1]).toBe(answers[0]);

        await mailWith(email, t("mail.people.accessRequested.heading"));
        const mine = await openFor(owner);
        await mine.goto(at(locale, `/profile/${exporterId}/representatives`));
        await mine
          .getByRole("link", {
            name: named(t.raw("representatives.request.open") as string),
          })
          .click();
        await expect(mine.getByText("Ich bin ihr Makler.")).toBeVisible();
        await button(mine, t("representatives.request.accept")).click();
        await expect(mine.getByText(t("errors.mandate.may.required")).first()).toBeVisible();
        await mine.getByRole("radio", { name: t("representatives.choice.prepare") }).check();
        await mine
          .getByLabel(labelled(t("representatives.endsOn")))
          .fill(dateInOttawa(new Date(Date.now() + 86_400_000)));
        await button(mine, t("representatives.request.accept")).click();
        await expect(mine.getByText(t("representatives.done.accepted.title"))).toBeVisible();
        await page.goto(at(locale, "/profile/access"));
        await expect(page.getByText(t("access.states.accepted"), { exact: true })).toBeVisible();
        await page.goto(at(locale, "/profile"));
        await expect(
          page.getByRole("link", { name: "Kaltland Gems Ltd.", exact: true }),
        ).toBeVisible();
      });

      test("the bar names the profile of the record, else the chosen one", async ({ openFor }) => {
        const first = await newOwner(locale, "Erste Diamanten Ltd.");
        const second = await newOwner(locale, "Zweite Diamanten Ltd.");
        await db().mandate.create({
          data: {
            exporterId: second.exporterId,
            userId: first.owner.userId,
            kind: "representative",
            permissions: ["view", "prepare"],
            acceptedAt: new Date(),
          },
        });
        const [draft, other] = [
          await newDraft(first.owner, first.exporterId),
          await newDraft(second.owner, second.exporterId),
        ];
        const page = await openFor(first.owner);
        const bar = page.locator(".who p").first();
        await page.goto(at(locale, "/applications"));
        await expect(bar).toContainText("Erste Diamanten Ltd.");
        const lines = page.locator("main tbody tr");
        await expect(lines).toHaveCount(1);
        await expect(lines.getByRole("link")).toHaveAttribute("href", new RegExp(draft));

        await page.goto(at(locale, `/applications/${other}`));
        await expect(bar).toContainText("Zweite Diamanten Ltd.");
        await page.goto(at(locale, `/profile/${second.exporterId}`));
        await expect(bar).toContainText("Zweite Diamanten Ltd.");

        await page.goto(at(locale, "/applications"));
        await expect(bar).toContainText("Erste Diamanten Ltd.");
        await page.getByLabel(t("frame.actingForLabel")).selectOption("Zweite Diamanten Ltd.");
        await page.getByRole("button", { name: t("frame.actingForButton") }).click();
        await expect(bar).toContainText("Zweite Diamanten Ltd.");
        await expect(lines.getByRole("link")).toHaveAttribute("href", new RegExp(other));
        await page.goto(at(locale, `/applications/${draft}`));
        await expect(bar).toContainText("Erste Diamanten Ltd.");

        // A new application proposes the chosen profile, and its page names its own.
        await page.goto(at(locale, "/applications/new"));
        await expect(page.getByRole("radio", { name: "Zweite Diamanten Ltd." })).toBeChecked();
        await page.getByRole("radio", { name: "Erste Diamanten Ltd." }).check();
        await button(page, t("applications.start.button")).click();
        await expect(page).toHaveURL(/[0-9a-f]{12}$/);
        await expect(bar).toContainText("Erste Diamanten Ltd.");

        // A chosen mandate that has ended is forgotten without a word.
        await db().mandate.updateMany({
          where: { exporterId: second.exporterId, userId: first.owner.userId },
          data: { endedAt: new Date() },
        });
        await page.goto(at(locale, "/applications"));
        await expect(bar).toContainText("Erste Diamanten Ltd.");
        await expect(page.getByLabel(t("frame.actingForLabel"))).toHaveCount(0);
      });

      /** What was typed is still there: in the field with script, in a box to copy from without. */
      async function expectTyped(page: Page, text: string) {
        const field = script ? page.locator("[name=seals]") : page.getByLabel(t("form.typed"));
        await expect(field).toHaveValue(new RegExp(text));
      }
    });
  }

  test(`links that open nothing, ${locale}`, async ({ openFor }) => {
    const t = wordsOf(locale);
    const { exporterId, owner } = await newOwner(locale, "Lenz Rough Ltd.");
    const helper = await newPerson(locale);
    const mine = await openFor(owner);
    await mine.goto(at(locale, `/profile/${exporterId}/representatives`));
    await mine.getByLabel(labelled(t("representatives.email"))).fill(helper.email);
    await mine.getByRole("button", { name: t("representatives.invite") }).click();
    await expect(mine.getByText(t("representatives.done.invited.title"))).toBeVisible();
    const link = await linkIn(locale, helper, t("mail.people.invitedToRepresent.heading"));

    await mine.goto(link);
    await expect(mine.getByRole("heading", { level: 1 })).toHaveText(
      t("invitation.answers.otherAddress.title"),
    );
    await expect(mine.getByText(/p•••@test\.example/)).toBeVisible();
    await expect(mine.locator("main")).not.toContainText(helper.email);
    await expectAccessibleInBoth(mine);
    await mine.goto(at(locale, "/invitation/no-such-token"));
    await expect(mine.getByRole("heading", { level: 1 })).toHaveText(t("frame.notFound.title"));

    const page = await openFor(helper);
    await page.goto(link);
    await expectAccessibleInBoth(page);
    const cancel = t.raw("representatives.cancelInvitation") as string;
    await mine.goto(at(locale, `/profile/${exporterId}/representatives`));
    await mine.getByRole("button", { name: named(cancel) }).click();
    await expect(mine.getByText(t("representatives.done.cancelled.title"))).toBeVisible();
    // The page is still open: its button changes nothing and says why.
    await page.getByRole("button", { name: t("invitation.accept") }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      t("invitation.answers.cancelled.title"),
    );
    expect(await db().mandate.count({ where: { userId: helper.userId } })).toBe(0);
  });
}

test("who may only view is told so, and offered nothing to fill in", async ({ openFor }) => {
  const t = wordsOf("en");
  const { exporterId, owner } = await newOwner("en", "View Rough Ltd.", newBusinessNumber());
  const draft = await newDraft(await exporterViewer(owner.userId), exporterId);
  const page = await openFor(await newRepresentative(exporterId, ["view"]));
  await page.goto(`/en/applications/${draft}`);
  await expect(page.getByText(t("applications.hub.readOnly"))).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: /^Continue/ })).toHaveCount(0);
  await page.goto("/en/applications/new");
  await expect(page.getByRole("heading", { name: t("applications.start.viewOnly") })).toBeVisible();
});

test("axe on the pages about who acts", async ({ openFor }) => {
  const number = newBusinessNumber();
  const { exporterId, owner } = await newOwner("en", "Axe Rough Ltd.", number);
  const helper = await newRepresentative(exporterId, ["view"]);
  const { id: mandateId } = await db().mandate.findFirstOrThrow({
    where: { exporterId, userId: helper.userId },
  });
  const { id: ownId } = await db().mandate.findFirstOrThrow({
    where: { exporterId, userId: owner.userId },
  });
  const asker = await newPerson("en");
  const { id: requestId } = await db().accessRequest.create({
    data: { requesterId: asker.userId, businessNumber: number, reason: "I am their broker." },
  });
  await db().mandateInvitation.create({
    data: {
      exporterId,
      kind: "representative",
      email: "asked@axe.example",
      permissions: ["view"],
      invitedById: owner.userId,
      tokenHash: hashOfToken(exporterId),
      expiresAt: new Date(Date.now() + 86_400_000),
    },
  });
  const base = `/en/profile/${exporterId}/representatives`;
  for (const [person, addresses] of [
    [
      owner,
      [
        "/en/profile",
        base,
        `${base}/history`,
        `${base}/${mandateId}`,
        `${base}/${ownId}`,
        `${base}/access/${requestId}`,
      ],
    ],
    [helper, [base, `${base}/${mandateId}`]],
    [asker, ["/en/profile", "/en/profile/access"]],
  ] as const) {
    const page = await openFor(person);
    for (const address of addresses) {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectAccessibleInBoth(page);
    }
  }
});
