import { expect, it, vi } from "vitest";
import { confirmImport } from "@/lib/certificates/commands/confirm-import";
import { emptyForm } from "@/lib/forms/form-state";
import { asCertified, askedToConfirm, newCertificate } from "@/tests/factories/certificates";
import { newExporter, newOfficer } from "@/tests/factories/people";
import { confirmReceipt } from "./confirm-receipt";

vi.mock("@/lib/auth/current", () => ({ requestLocale: () => Promise.resolve("fr") }));

it("shows the receipt again in the other language, and none that was not given", async () => {
  const { owner, exporterId } = await newExporter();
  const { certificateId, number } = await newCertificate(owner, exporterId);
  const token = await askedToConfirm(await newOfficer("reviewer"), certificateId);
  const confirmed = await confirmImport(token, await asCertified(certificateId));
  if (!confirmed.ok) throw new Error(confirmed.error);
  const { id, signed } = confirmed.value;
  const pressed = (given: string) => {
    const form = new FormData();
    form.set("intent", "language");
    form.set("signed", given);
    // What somebody else might have written into the page.
    form.set("receipt", "0");
    return confirmReceipt(token, emptyForm, form);
  };
  expect((await pressed(signed)).values).toMatchObject({ receipt: id, signed, number });
  expect((await pressed(`${signed}x`)).values).not.toHaveProperty("receipt");
});
