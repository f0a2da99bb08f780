import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { showDecimal } from "@/lib/forms/numbers";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { readPdf } from "@/lib/pdf/read-pdf";
import type { Locale } from "@/lib/i18n/routing";
import { pageAddress } from "@/lib/mail/addresses";
import { newImportCertificate } from "@/tests/factories/imports";
import { expect, expectAccessible, expectAccessibleInBoth, test } from "./fixtures";
import { arrive } from "./support/arrival";
import { type Credential, newCredentials, newOfficerFor } from "./support/credentials";
import { mailsTo, mailWith, plain } from "./support/mails";
import { docxPaper, jpegPaper, pdfPaper } from "./support/papers";
import { signIn } from "./support/sign-in";
import { beginning, labelled, wordsOf } from "./support/words";

/*
 * The main job from end to end on real parts, as five people-sized steps. English with script, and
 * axe on each page; French without script.
 */

/** What an exporter of each language types; amounts the way they are written there. */
const typed = {
  en: {
    company: "Boreal Rough Ltd.",
    mined: { carats: "1,204.35", usd: "$118,026.30" },
    drawn: { carats: "12.40", usd: "9,920.00" },
    note: "Mined in the second quarter of 2026, sorted in Yellowknife.",
    ask: "The postal code of the consignee is missing. Add it as on the invoice.",
    reply: "Added as on the invoice.",
  },
  fr: {
    company: "Diamants boréaux inc.",
    mined: { carats: "1 204,35", usd: "118 026,30 $" },
    drawn: { carats: "12,40", usd: "9 920,00" },
    note: "Extraits au deuxième trimestre de 2026, triés à Yellowknife.",
    ask: "Il manque le code postal du destinataire. Ajoutez-le d’après la facture.",
    reply: "Ajouté d’après la facture.",
  },
} as const;
const totals = { carats: "1216.75", usd: "127946.30" };
type PageOfApplication =
  | "/applications/[applicationId]"
  | "/applications/[applicationId]/receipt"
  | "/applications/[applicationId]/history"
  | "/office/review/[applicationId]";
const address = (pathname: PageOfApplication, locale: Locale, applicationId: string) =>
  pageAddress(env().PORTAL_URL, locale, pathname, { applicationId });
const seals = (suffix: string) => [`NT-${suffix}-1`, `NT-${suffix}-2`];

for (const locale of ["en", "fr"] as const) {
  test.describe.serial(`the whole journey in ${locale}`, () => {
    test.use({ javaScriptEnabled: locale === "en" });
    const t = wordsOf(locale);
    const words = typed[locale];
    const suffix = `${process.pid}${locale}`.slice(-7);
    const seen = new Set<string>();
    let exporter: Credential;
    let reviewer: Credential;
    let signatory: Credential;
    let exporterUser: { userId: string };
    let reviewerUser: { userId: string; name: string };
    let applicationId = "";
    let number = "";
    let certificateNumber = "";

    const h1 = (page: Page) => page.getByRole("heading", { level: 1 });
    const press = (page: Page, name: string) =>
      page.getByRole("button", { name, exact: true }).click();
    const follow = (page: Page, name: string) =>
      page.getByRole("main").getByRole("link", { name, exact: true }).click();
    const box = (page: Page, label: string) => page.getByRole("textbox", { name: labelled(label) });
    const list = (page: Page, label: string) =>
      page.getByRole("combobox", { name: labelled(label) });
    /** Axe in both languages, once for each page. */
    async function look(page: Page): Promise<void> {
      if (locale !== "en") return;
      const kind = new URL(page.url()).pathname.replace(/[0-9a-f-]{36}/, "…");
      if (seen.has(kind)) return;
      seen.add(kind);
      // The credential provider is no part of the portal and keeps the language in its sign-in.
      if (page.url().startsWith(env().PORTAL_URL)) await expectAccessibleInBoth(page);
      else await expectAccessible(page);
    }
    const home = locale === "en" ? "/en" : "/fr";

    test("a new exporter signs in and makes a profile", async ({ page }) => {
      [exporter, reviewer, signatory] = (await newCredentials(
        { language: locale, factor: "email" },
        { language: locale, factor: "totp" },
        { language: locale, factor: "totp" },
      )) as [Credential, Credential, Credential];
      await page.goto(home);
      await follow(page, t("home.start"));
      await expect(h1(page)).toHaveText(t("signIn.title"));
      await signIn(page, locale, exporter, locale === "en" ? expectAccessible : undefined);
      const { email } = exporter;
      await arrive(page, locale, { email, firstName: "Maïa", lastName: "Okafor" }, look);

      await expect(h1(page)).toHaveText(t("dashboard.title"));
      await look(page);
      await follow(page, t("dashboard.nobody.create.button"));
      await expect(h1(page)).toHaveText(t("profile.newTitle"));
      await look(page);
      await box(page, t("profile.legalName")).fill(words.company);
      await box(page, t("profile.addressLines")).fill("12 Franklin Avenue\nSuite 300");
      await box(page, t("profile.city")).fill("Yellowknife");
      await list(page, t("profile.province")).selectOption("NT");
      await box(page, t("profile.postalCode")).fill("x1a2n5");
      await page.getByRole("checkbox", { name: beginning(t("profile.residencyText")) }).check();
      await press(page, t("profile.createButton"));
      await expect(page.getByRole("status")).toContainText(plain(t("profile.saved")));
      await look(page);

      const account = await db().account.findUniqueOrThrow({
        where: {
          provider_providerAccountId: { provider: "gckey", providerAccountId: exporter.subject },
        },
        select: { userId: true, user: { select: { mandates: true } } },
      });
      exporterUser = { userId: account.userId };
      const { exporterId } = account.user.mandates[0] ?? { exporterId: "" };
      // The office registers the import.
      await newImportCertificate({ exporterId, number: `BW${suffix}` });
    });

    test("fills in every section", async ({ openFor, browser }) => {
      const page = await openFor(exporterUser);
      await page.goto(locale === "en" ? "/en/applications/new" : "/fr/demandes/nouvelle");
      await look(page);
      await press(page, t("applications.start.button"));
      await expect(page).toHaveURL(/[0-9a-f-]{36}$/);
      applicationId = /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? "";
      await look(page);

      await follow(page, t("sections.applicant"));
      await expect(h1(page)).toHaveText(t("sections.applicant"));
      await look(page);
      await press(page, t("application.next"));

      await expect(h1(page)).toHaveText(t("sections.delivery"));
      await look(page);
      await page.getByRole("radio", { name: t("application.delivery.applicant") }).check();
      await press(page, t("application.next"));

      await expect(h1(page)).toHaveText(t("sections.consignee"));
      await look(page);
      await list(page, t("application.consignee.destination")).selectOption("EU");
      await box(page, t("application.consignee.name")).fill(`Meridian Rough ${suffix} BV`);
      await box(page, t("application.consignee.addressLines")).fill("Hoveniersstraat 22");
      await box(page, t("application.consignee.city")).fill("Antwerpen");
      await list(page, t("application.consignee.country")).selectOption("BE");
      await press(page, t("application.next"));

      await expect(h1(page)).toHaveText(t("sections.origin"));
      await look(page);
      await press(page, t("categories.new_production"));
      const mined = page.getByRole("region", { name: rowName(1, "new_production") });
      await mined
        .getByRole("combobox", { name: labelled(t("application.origin.mine")) })
        .selectOption("EKATI");
      await mined
        .getByRole("textbox", { name: labelled(t("application.origin.carats")) })
        .fill(words.mined.carats);
      await mined
        .getByRole("textbox", { name: labelled(t("application.origin.usd")) })
        .fill(words.mined.usd);
      await mined
        .getByRole("textbox", { name: labelled(t("application.origin.notes")) })
        .fill(words.note);
      await press(page, t("categories.previously_imported"));
      const drawn = page.getByRole("region", { name: rowName(2, "previously_imported") });
      await drawn
        .getByRole("combobox", { name: labelled(t("application.origin.certificate")) })
        .selectOption({ index: 1 });
      await drawn
        .getByRole("textbox", { name: labelled(t("application.origin.caratsToExport")) })
        .fill(words.drawn.carats);
      await drawn
        .getByRole("textbox", { name: labelled(t("application.origin.usd")) })
        .fill(words.drawn.usd);
      // What was typed in the first row was kept when the second was added.
      await expect(
        mined.getByRole("textbox", { name: labelled(t("application.origin.notes")) }),
      ).toHaveValue(words.note);
      await press(page, t("application.next"));

      await expect(h1(page)).toHaveText(t("sections.goods"));
      await look(page);
      await page.getByRole("radio", { name: /^7102\.31/ }).check();
      await page.getByRole("radio", { name: t("application.goods.polished.no") }).check();
      // Filled in from the rows.
      await expect(box(page, t("application.goods.carats"))).toHaveValue(
        showDecimal(totals.carats, locale),
      );
      await box(page, t("application.goods.containerCount")).fill("2");
      await box(page, t("application.goods.seals")).fill(seals(suffix).join("\n"));
      await box(page, t("application.goods.parcels")).fill("3");
      await press(page, t("application.next"));

      await expect(h1(page)).toHaveText(t("sections.documents"));
      await look(page);
      const papers = {
        invoice: await pdfPaper(browser, "invoice.pdf", "Invoice 2026-118"),
        import_certificate: await jpegPaper(browser, "certificate.jpg", "Kimberley Process"),
        packing_list: docxPaper("packing list.docx", "Two containers, three parcels"),
      };
      for (const [kind, paper] of Object.entries(papers)) {
        await list(page, t("documents.kind")).selectOption(kind);
        await page.getByLabel(t("documents.files")).setInputFiles(paper);
        await press(page, t("documents.upload"));
        await expect(page.getByRole("status")).toContainText(
          plain(t("documents.added", { count: 1 })),
        );
        await expect(page.getByRole("link", { name: paper.name })).toBeVisible();
      }
      await follow(page, t("documents.toSummary"));
    });

    test("declares, submits and has a receipt; the office is told", async ({ openFor }) => {
      const page = await openFor(exporterUser);
      await page.goto(address("/applications/[applicationId]", locale, applicationId));
      await follow(page, t("sections.summary"));
      await expect(h1(page)).toHaveText(t("sections.summary"));
      await look(page);
      await expect(page.getByRole("heading", { name: t("summary.complete") })).toBeVisible();
      await declare(page);
      await press(page, t("summary.submit"));

      await expect(page).toHaveURL(
        address("/applications/[applicationId]/receipt", locale, applicationId),
      );
      const row = await db().application.findUniqueOrThrow({ where: { id: applicationId } });
      expect(row.status).toBe("submitted");
      number = row.number ?? "";
      await expect(page.getByRole("main")).toContainText(number);
      await look(page);
      await page.goto(address("/applications/[applicationId]/history", locale, applicationId));
      await look(page);
      await mailWith(env().OFFICE_MAILBOX, number, words.company);
      const receipt = await mailWith(exporter.email, number);
      expect(receipt.subject).toMatch(beginning(t("mail.receipt.subject", { number })));
    });

    test("an officer reviews and returns it; the exporter answers", async ({ page, openFor }) => {
      reviewerUser = await newOfficerFor(reviewer, "reviewer");
      await page.goto(locale === "en" ? "/en/sign-in" : "/fr/ouvrir-session");
      await signIn(page, locale, reviewer);
      await findInQueue(page);
      await look(page);
      await press(page, t("office.queue.claimNamed", { number }));
      await expect(page.getByText(t("office.queue.done.claimed", { number }))).toBeVisible();
      await follow(page, t("office.queue.openNamed", { number }));
      await expect(page).toHaveTitle(beginning(t("office.review.title", { number })));
      await look(page);
      await press(page, t("office.review.acts.return"));
      await expect(h1(page)).toHaveText(t("office.return.title"));
      await look(page);
      await list(page, t("office.return.section")).selectOption("consignee");
      await page
        .getByRole("textbox", { name: beginning(t("office.return.reason")) })
        .fill(words.ask);
      await press(page, t("office.return.button"));
      await expect(h1(page)).toHaveText(t("office.queue.title"));
      const returned = t("office.queue.done.returnForChanges", { number });
      await expect(page.getByText(returned)).toBeVisible();

      const notice = await mailWith(exporter.email, number, t("sections.consignee"));
      expect(notice.subject).toMatch(beginning(t("mail.returned.subject", { number })));
      // What is asked is read in the portal, where it can be answered.
      const own = await openFor(exporterUser);
      await own.goto(address("/applications/[applicationId]", locale, applicationId));
      await expect(h1(own)).toHaveText(t("applications.hub.returnedTitle", { count: 1 }));
      await expect(own.getByText(words.ask)).toBeVisible();
      await lookOnce(own, "returned");
      await follow(own, t("applications.hub.answerIt", { n: 1 }));
      await box(own, t("application.consignee.postalCode")).fill("2018");
      await own.getByRole("checkbox", { name: t("application.requests.done") }).check();
      await box(own, t("application.requests.reply")).fill(words.reply);
      await press(own, t("application.nextToTasks"));
      await expect(h1(own)).toHaveText(t("applications.hub.returnedAnswered"));
      await follow(own, t("applications.hub.resubmit"));
      await declare(own);
      await press(own, t("summary.resubmit"));
      await expect(own.getByRole("main")).toContainText(number);
      await mailWith(env().OFFICE_MAILBOX, number, words.company);
      await expect
        .poll(async () => (await mailsTo(env().OFFICE_MAILBOX)).filter(about).length)
        .toBe(2);
    });

    test("the officer recommends, another one issues", async ({ page, openFor }) => {
      const desk = await openFor(reviewerUser);
      await findInQueue(desk);
      await press(desk, t("office.queue.claimNamed", { number }));
      await follow(desk, t("office.queue.openNamed", { number }));
      await expect(desk.getByText(words.reply)).toBeVisible();
      await desk
        .getByRole("textbox", { name: labelled(t("office.review.read.carats")) })
        .fill(showDecimal(totals.carats, locale));
      await box(desk, t("office.review.read.usd")).fill(showDecimal(totals.usd, locale));
      await box(desk, t("office.review.read.seals")).fill("2");
      const yes = desk.getByRole("radio", { name: t("office.review.judge.yes"), exact: true });
      await expect(yes).toHaveCount(3);
      for (const one of await yes.all()) await one.check();
      await box(desk, t("office.review.acts.reasons")).fill("All in order.");
      await press(desk, t("office.review.acts.recommend"));
      await expect(h1(desk)).toHaveText(t("office.queue.title"));

      await newOfficerFor(signatory, "signatory");
      await page.goto(locale === "en" ? "/en/sign-in" : "/fr/ouvrir-session");
      await signIn(page, locale, signatory);
      await page.getByRole("link", { name: t("frame.toIssue"), exact: true }).click();
      await expect(h1(page)).toHaveText(t("office.sign.title"));
      await look(page);
      await follow(page, t("office.sign.openNamed", { number }));
      await expect(page).toHaveTitle(beginning(t("office.sign.fileTitle", { number })));
      await look(page);
      await page.getByRole("checkbox", { name: beginning(t("office.sign.issue.read")) }).check();
      await press(page, t("office.sign.issue.button"));
      await expect(h1(page)).toHaveText(/^CA\d{8}$/);
      certificateNumber = (await h1(page).textContent()) ?? "";
      await look(page);
      const mail = await mailWith(exporter.email, number, certificateNumber);
      const named = { certificate: certificateNumber, number };
      expect(mail.subject).toMatch(beginning(t("mail.issued.subject", named)));
    });

    test("the exporter has the certificate, and anybody can check it", async ({
      page: anybody,
      openFor,
    }) => {
      const page = await openFor(exporterUser);
      await page.goto(locale === "en" ? "/en/applications" : "/fr/demandes");
      await follow(page, number);
      await expect(page.getByText(certificateNumber, { exact: true })).toBeVisible();
      await lookOnce(page, "issued");
      await follow(page, t("applications.hub.seeCertificate"));
      await expect(page).toHaveTitle(
        beginning(t("certificate.title", { number: certificateNumber })),
      );
      await look(page);
      const paper = page.getByRole("link", {
        name: beginning(t("certificate.pdf", { size: "" }).split("(")[0] ?? ""),
      });
      // The worker renders it.
      await expect(async () => {
        await page.reload();
        await expect(paper).toBeVisible({ timeout: 1_000 });
      }).toPass();
      const [download] = await Promise.all([page.waitForEvent("download"), paper.click()]);
      expect(download.suggestedFilename()).toContain(certificateNumber);
      const [signed] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: t("certificate.credential") }).click(),
      ]);
      expect(signed.suggestedFilename()).toBe(`${certificateNumber}.jwt`);
      const { sheets } = await readPdf(new Uint8Array(readFileSync(await download.path())));
      const text = plain(sheets.map((runs) => runs.map((run) => run.text).join(" ")).join(" "));
      for (const part of [
        certificateNumber,
        words.company,
        `Meridian Rough ${suffix} BV`,
        "2018",
        words.note,
        ...seals(suffix),
        showDecimal(totals.carats, "en"),
        plain(showDecimal(totals.carats, "fr")),
        "The rough diamonds in this shipment have been handled in accordance with the provisions of the Kimberley Process",
        "Les diamants bruts contenus dans ce chargement ont été traités conformément aux dispositions",
      ]) {
        expect(text.toLowerCase()).toContain(part.toLowerCase());
      }

      const { checkCode } = await db().certificate.findUniqueOrThrow({
        where: { number: certificateNumber },
      });
      await expect(
        page.getByText(`${checkCode.slice(0, 4)}-${checkCode.slice(4)}`).first(),
      ).toBeVisible();
      await anybody.goto(locale === "en" ? "/en/verify" : "/fr/verifier");
      /** The answer, without the number asked for. */
      const check = async (checked: string, code: string, word: string) => {
        await box(anybody, t("verify.number")).fill(checked);
        await box(anybody, t("verify.code")).fill(code);
        await press(anybody, t("verify.button"));
        const answer = anybody.getByRole("status");
        await expect(answer).toContainText(checked);
        await expect(answer).toContainText(word);
        return plain((await answer.innerText()).replace(checked, "…"));
      };
      const { valid, noMatch } = {
        valid: t("verify.answer.valid.word"),
        noMatch: t("verify.answer.noMatch.word"),
      };
      await check(certificateNumber, checkCode.toLowerCase(), valid);
      await lookOnce(anybody, "valid");
      const wrong = checkCode === "ABCDEFGH" ? "ABCDEFGJ" : "ABCDEFGH";
      const wrongCode = await check(certificateNumber, wrong, noMatch);
      // Nobody learns from the answer whether a number exists.
      expect(await check("CA99999999", checkCode, noMatch)).toBe(wrongCode);
    });

    const about = ({ subject, text }: { subject: string; text?: string | null | undefined }) =>
      `${subject}${text ?? ""}`.includes(number);

    function rowName(n: number, category: "new_production" | "previously_imported") {
      return t("application.origin.row", { n, category: t(`categories.${category}`) });
    }

    async function declare(page: Page) {
      const boxes = page.getByRole("checkbox");
      await expect(boxes).toHaveCount(2);
      for (const box of await boxes.all()) await box.check();
    }

    async function findInQueue(page: Page) {
      await page.goto(locale === "en" ? "/en/office/queue" : "/fr/bureau/file");
      await expect(h1(page)).toHaveText(t("office.queue.title"));
      await page.getByRole("searchbox", { name: t("office.queue.filter.text") }).fill(number);
      await press(page, t("office.queue.filter.show"));
    }

    async function lookOnce(page: Page, state: string) {
      if (locale !== "en" || seen.has(state)) return;
      seen.add(state);
      await expectAccessibleInBoth(page);
    }
  });
}
