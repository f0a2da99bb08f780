// First: what it replaces must not be loaded before.
import { draw, signIn } from "@/tests/pages/draw";
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { findApplication } from "@/lib/applications/queries/find";
import { sections, type Section } from "@/lib/applications/sections";
import type { AnsweredSection } from "@/lib/applications/schema";
import { getPathname } from "@/lib/i18n/navigation";
import { goodAnswers, newDraft } from "@/tests/factories/applications";
import { newImportCertificate } from "@/tests/factories/imports";
import { newExporter } from "@/tests/factories/people";
import { formOn, linksIn, ofClass, summaryOn } from "@/tests/pages/drawn-form";
import { press, type Fields } from "@/tests/pages/press";
import { byId, elementsOf, textOf } from "@/tests/pages/read-html";
import { pageOf, saveOf } from "@/tests/pages/sections";
import { sectionHref, tasksHref } from "./section-href";

describe.each(["en", "fr"] as const)("in %s", (locale) => {
  async function opened() {
    const { exporterId, owner } = await newExporter();
    await signIn(owner, locale);
    const answers = goodAnswers();
    const origins = (answers.origin?.origins ?? []).map((row) => ({ ...row, id: randomUUID() }));
    const id = await newDraft(owner, exporterId, { ...answers, origin: { origins } });
    const now = async () => {
      const found = await findApplication(owner, id);
      if (!found) throw new Error("gone");
      return found;
    };
    const address = (section: Section, query = "") =>
      getPathname({ href: sectionHref(section, id), locale }) + query;
    const formOf = async (section: Section, query = {}) =>
      formOn(await draw(pageOf[section], id, query)).filled;
    const send = (section: AnsweredSection, fields: Fields) =>
      press(saveOf[section].bind(null, id), fields);
    return { id, exporterId, now, address, formOf, send };
  }

  it("rows keep their ids and all that was typed when they are moved", async () => {
    const { now, address, formOf, send } = await opened();
    const before = (await now()).answers.origin?.origins ?? [];
    expect(before).toHaveLength(2);
    const form = await formOf("origin");
    const typed = { ...form, "origins[0].carats": "12" };
    const moved = await send("origin", { ...typed, intent: "down:0" });
    expect(moved.to).toBe(address("origin", "?edited=1#row-2"));
    const after = (await now()).answers.origin?.origins ?? [];
    expect(after).toEqual([before[1], { ...before[0], carats: "12.00" }]);
    await send("origin", { ...(await formOf("origin")), intent: "up:1" });
    expect((await now()).answers.origin?.origins).toEqual([after[1], after[0]]);
  });

  it("the first row goes no higher, the last no lower, and each button names its row", async () => {
    const { id } = await opened();
    const page = await draw(pageOf.origin, id);
    expect(formOn(page).intents.filter((intent) => /^(up|down):/.test(intent))).toEqual([
      "down:0",
      "up:1",
    ]);
    const buttons = elementsOf(page).filter(({ attributes }) =>
      /^(up|down|remove):/.test(attributes["value"] ?? ""),
    );
    for (const button of buttons) {
      const n = Number(button.attributes["value"]?.split(":")[1]) + 1;
      expect(textOf(button)).toMatch(new RegExp(` ${n}$`));
    }
  });

  it("a paste is added whole, or stays whole with each line and column that is wrong", async () => {
    const { id, exporterId, now, address, formOf, send } = await opened();
    const { number } = await newImportCertificate({ exporterId });
    const before = await now();
    const wrong = `Extraction\t1\t2\r\nGold\t1\t2\r\nprevious\tx\t1\r\nExploration\t1\tx`;
    const form = await formOf("origin");
    const refused = await send("origin", { ...form, paste: wrong, intent: "paste:origins" });
    expect(refused.state?.problems.map(({ params }) => params?.["line"])).toEqual([2, 3, 4]);
    expect((await now()).version).toBe(before.version);
    const page = await draw(pageOf.origin, id, {}, refused.state);
    expect(formOn(page).filled["paste"]).toBe(wrong);
    const [details] = elementsOf(page).filter(
      (element) => element.tag === "details" && elementsOf(element).some(isPaste),
    );
    expect(details?.attributes["open"]).toBeDefined();
    const told = summaryOn(page).map(({ says }) => says);
    expect(told).toHaveLength(3);
    const beside = byId(page, "paste-error");
    for (const sentence of told) expect(beside && textOf(beside)).toContain(sentence);

    const imported = locale === "en" ? "previously imported" : "importé précédemment";
    const good = `${imported}\t1\t2\t\t${number}\r\nExploration\t3\t4\r\n`;
    const added = await send("origin", { ...form, paste: good, intent: "next" });
    expect(added.to).toBe(address("origin", "?edited=1#row-3"));
    const rows = (await now()).answers.origin?.origins ?? [];
    expect(rows.slice(0, 2)).toEqual(before.answers.origin?.origins);
    expect(rows.map(({ category }) => category).slice(2)).toEqual([
      "previously_imported",
      "exploration",
    ]);
    expect((await formOf("origin"))["paste"]).toBe("");
    const many = "Extraction\t1\t2\n".repeat(17);
    const full = { ...(await formOf("origin")), paste: many, intent: "paste:origins" };
    expect((await send("origin", full)).state?.problems).toMatchObject([
      { key: "paste.tooMany", params: { room: 16, count: 17 } },
    ]);
  });

  it("pasted tariff lines come in place of the one that was only filled in", async () => {
    const { now, address, formOf, send } = await opened();
    await send("goods", { ...(await formOf("goods")), intent: "remove:0" });
    const form = await formOf("goods");
    expect(form["hsLines[0].carats"]).not.toBe("");
    const paste = "7102.1\t1\t2\n7102.21\t3\t4\n7102.31\t5\t6";
    const added = await send("goods", { ...form, paste, intent: "paste:lines" });
    expect(added.to).toBe(address("goods", "?edited=1#line-1"));
    const lines = (await now()).answers.goods?.hsLines ?? [];
    expect(lines.map(({ subheading }) => subheading)).toEqual(["7102.10", "7102.21", "7102.31"]);
    await send("goods", { ...(await formOf("goods")), intent: "up:2" });
    const moved = (await now()).answers.goods?.hsLines ?? [];
    expect(moved).toEqual([lines[0], lines[2], lines[1]]);
  });

  it("every seal that is given twice is told with its number", async () => {
    const { id, formOf, send } = await opened();
    const seals = "GK 1\nGK 2\nGK-1\ngk2\tGK 5";
    const fields = { ...(await formOf("goods")), seals, containerCount: "5", intent: "next" };
    const { state } = await send("goods", fields);
    const page = await draw(pageOf.goods, id, {}, state);
    const told = summaryOn(page).filter(({ leadsTo }) => leadsTo === "seals");
    expect(told.map(({ says }) => says.replace(/[^\d ]/g, "").match(/\d+/g))).toEqual([
      ["1", "3", "1"],
      ["2", "4", "2"],
    ]);
  });

  it("every row of the summary leads to its answer and back, the category with its questions", async () => {
    const { id, now, address, formOf, send } = await opened();
    const page = await draw(pageOf.summary, id);
    const summary = getPathname({ href: sectionHref("summary", id), locale });
    const changes = linksIn(page).filter(({ to }) => to.includes("?from=summary"));
    const rows = ofClass(page, "summary").flatMap((list) =>
      list.children.filter((child) => typeof child !== "string"),
    );
    const table = elementsOf(page).filter(
      ({ tag, parent }) => tag === "tr" && parent?.tag === "tbody",
    );
    expect(changes).toHaveLength(rows.length + table.length);
    for (const row of [...rows, ...table])
      expect(linksIn(row).at(-1)?.to).toContain("from=summary");

    const visited = new Set<Section>();
    for (const { to } of changes) {
      const [path = "", place = ""] = to.replace("?from=summary", "").split("#");
      const section = sections.find((each) => address(each) === path);
      if (!section) throw new Error(path);
      const opened = await draw(pageOf[section], id, { from: "summary" });
      expect(byId(opened, place), to).not.toBeNull();
      if (visited.has(section)) continue;
      visited.add(section);
      if (section === "documents") {
        expect(linksIn(opened).map((link) => link.to)).toContain(summary);
        continue;
      }
      const form = formOn(opened).filled;
      const back = await send(section as AnsweredSection, { ...form, intent: "next" });
      expect(back.to, to).toBe(summary);
    }
    expect([...visited]).toEqual(sections.filter((each) => each !== "summary"));

    const form = await formOf("origin", { from: "summary" });
    const changed = { ...form, "origins[0].category": "exploration", intent: "next" };
    const asked = await send("origin", changed);
    expect(asked.to).toBe(address("origin", "?edited=1&from=summary#row-1"));
    const answered = {
      ...(await formOf("origin", { edited: "1", from: "summary" })),
      "origins[0].facilityName": "Camp",
      "origins[0].facilityPlace": "Kennady Lake",
      "origins[0].latitude.degrees": "63",
      "origins[0].latitude.minutes": "28",
      "origins[0].longitude.degrees": "109",
      "origins[0].longitude.minutes": "11",
      intent: "next",
    };
    expect((await send("origin", answered)).to).toBe(summary);
    expect((await now()).answers.origin?.origins?.[0]?.category).toBe("exploration");
  });

  it("Previous and Save draft keep what was typed, however it was typed", async () => {
    const { id, now, address, formOf, send } = await opened();
    const form = await formOf("origin");
    const previous = { ...form, "origins[0].carats": "1,2,3", intent: "previous" };
    expect((await send("origin", previous)).to).toBe(address("consignee"));
    expect((await now()).answers.origin?.origins?.[0]?.carats).toBe("1,2,3");
    const draft = { ...(await formOf("origin")), "origins[0].usd": "much", intent: "draft" };
    expect((await send("origin", draft)).to).toBe(getPathname({ href: tasksHref(id), locale }));
    expect((await formOf("origin"))["origins[0].usd"]).toBe("much");
  });
});

const isPaste = ({ attributes }: { attributes: Readonly<Record<string, string>> }) =>
  attributes["name"] === "paste";
