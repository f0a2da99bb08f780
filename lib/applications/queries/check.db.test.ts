import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { checkApplication } from "@/lib/applications/queries/check";
import { drawingAnswers, newDraft } from "@/tests/factories/applications";
import { newImportCertificate } from "@/tests/factories/imports";
import { newExporter } from "@/tests/factories/people";

it("finds of another's import certificate what it finds of one that never was", async () => {
  const { exporterId, owner } = await newExporter();
  const other = await newExporter();
  // Of what one may ask for nothing and another for more than is left, with an origin under sanctions.
  const theirs = await newImportCertificate({
    exporterId: other.exporterId,
    origins: ["RU"],
    remaining: "1.00",
  });
  const found = async (id: string) =>
    checkApplication(owner, await newDraft(owner, exporterId, drawingAnswers(id, "5.00")));
  const unknown = await found(randomUUID());
  expect(unknown).toContainEqual(expect.objectContaining({ messageKey: "R15.notRegistered" }));
  expect(await found(theirs.id)).toEqual(unknown);
});
