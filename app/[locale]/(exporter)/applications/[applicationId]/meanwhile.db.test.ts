// First: what it replaces must not be loaded before.
import { draw, signIn } from "@/tests/pages/draw";
import { describe, expect, it } from "vitest";
import { saveSection } from "@/lib/applications/commands/save";
import { goodAnswers, newDraft, versionOf } from "@/tests/factories/applications";
import { newExporter, newRepresentative } from "@/tests/factories/people";
import { formOn, summaryOn } from "@/tests/pages/drawn-form";
import { press } from "@/tests/pages/press";
import { pageOf, saveOf } from "@/tests/pages/sections";

describe.each(["en", "fr"] as const)("in %s, without script", (locale) => {
  it("a press that is refused keeps what was typed though somebody else has saved the section", async () => {
    const { exporterId, owner } = await newExporter();
    const answers = goodAnswers();
    const id = await newDraft(owner, exporterId, answers);
    await signIn(owner, locale);
    const { filled } = formOn(await draw(pageOf.consignee, id));
    const other = await newRepresentative(exporterId);
    const theirs = {
      ...answers.consignee,
      consignee: { ...answers.consignee?.consignee, city: "Another city" },
    };
    const saved = await saveSection(other, id, "consignee", theirs, await versionOf(id));
    expect(saved.ok).toBe(true);

    const typed = { ...filled, "consignee.name": "Ромашка", "consignee.region": "Typed" };
    const { state } = await press(saveOf.consignee.bind(null, id), { ...typed, intent: "next" });
    const page = await draw(pageOf.consignee, id, {}, state);
    expect(formOn(page).filled).toMatchObject({
      "consignee.name": "Ромашка",
      "consignee.region": "Typed",
    });
    expect(summaryOn(page)).toHaveLength(1);

    // Mended, their change and one's own are both kept.
    const mended = { ...formOn(page).filled, "consignee.name": "Romachka", intent: "next" };
    const again = await press(saveOf.consignee.bind(null, id), mended);
    expect(again.to).not.toBeNull();
    const now = await saveSection(owner, id, "consignee", {}, 1, {});
    expect(now).toMatchObject({
      value: {
        answers: {
          consignee: { name: "Romachka", region: "Typed", city: "Another city" },
        },
      },
    });
  });
});
