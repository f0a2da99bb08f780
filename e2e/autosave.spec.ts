import { setTimeout as passing } from "node:timers/promises";
import { chromium, type LaunchOptions, type Page } from "@playwright/test";
import { findApplication } from "@/lib/applications/queries/find";
import { env } from "@/lib/env";
import { newDraft } from "@/tests/factories/applications";
import { newExporter } from "@/tests/factories/people";
import { expect, signInAs, test, type Somebody } from "./fixtures";
import { keepFigures } from "./support/kill-figures";
import { crash } from "./support/processes";
import { get } from "./support/requests";
import { keepTypist, type Field } from "./support/typist";
import { beginning, wordsOf } from "./support/words";

/*
 * Somebody fills in a section that saves itself, and at a random moment the portal or the browser dies as
 * in a crash. Whatever the page was told is saved is in the database. `npm run test:long -- autosave`
 * does it two hundred times.
 */

test.use({ faultsExpected: true, trace: "off" });
const t = wordsOf("en");
const patient = { timeout: 45_000 };

/** A browser of its own, which can be killed, with a page open in it. */
async function openBrowser(
  options: LaunchOptions,
  owner: Pick<Somebody, "userId">,
  address: string,
) {
  const server = await chromium.launchServer(options);
  const browser = await chromium.connect(server.wsEndpoint());
  const context = await browser.newContext({ baseURL: env().PORTAL_URL });
  await signInAs(context, owner);
  const page = await context.newPage();
  await page.goto(address);
  return { page, kill: () => server.kill() };
}

const answers = () =>
  get("/en", { name: "nobody", cookie: null }).then(
    ({ status }) => status === 200,
    () => false,
  );

/** Where a save was stored and its answer lost, the reader may be asked between two texts of their own. */
async function chooseMine(page: Page): Promise<number> {
  const choices = page.getByRole("radio", {
    name: beginning(t("form.clash.mine", { answer: "" })),
  });
  const count = await choices.count();
  for (const choice of await choices.all()) await choice.check();
  return count;
}

test(
  "whatever a page was told is saved outlives the portal and the browser",
  { tag: "@fault" },
  async ({ launchOptions }) => {
    const kept = keepFigures(Number(process.env["AUTOSAVE_ROUNDS"] ?? 10));
    const { figures, plan } = kept;
    test.setTimeout(60_000 + plan.length * 30_000);
    const { exporterId, owner } = await newExporter();
    const id = await newDraft(owner, exporterId);
    const address = `/en/applications/${id}/consignee`;
    const stored = async (field: Field) =>
      (await findApplication(owner, id))?.answers.consignee?.consignee?.[field] ?? "";
    const typist = keepTypist();
    let desk = await openBrowser(launchOptions, owner, address);
    typist.sitAt(desk.page);

    for (const { victim, after } of plan) {
      const before = typist.acknowledgements();
      const stop = typist.type(desk.page);
      await passing(after);
      if (victim === "browser") await desk.kill();
      else crash("portal");
      await stop();
      figures.lost.push(...(await typist.lost(stored)));
      if (figures.lost.length > 0) kept.keep();
      expect(figures.lost).toEqual([]);

      if (victim === "browser") {
        desk = await openBrowser(launchOptions, owner, address);
        typist.sitAt(desk.page);
      } else {
        await expect.poll(answers, patient).toBe(true);
        // The page has lived on, and saves what was typed while nobody answered.
        await typist.typeOnce(desk.page);
        await expect(desk.page.locator(".saved")).toContainText("Saved", patient);
        figures.ownClashes += await chooseMine(desk.page);
      }
      for (const field of typist.fields) {
        await expect
          .poll(async () => (await stored(field)) === (await typist.shown(desk.page, field)))
          .toBe(true);
      }
      figures.killed[victim] += 1;
      figures.acknowledged += typist.acknowledgements() - before;
      kept.keep();
    }
    await desk.kill();
    expect(figures.acknowledged).toBeGreaterThan(figures.rounds);
  },
);
