import { expect, it } from "vitest";
import { parseForm } from "@/lib/forms/parse-form";
import { confirmationForm } from "./schema-confirmation";

function form(changes: Record<string, string> = {}): FormData {
  const data = new FormData();
  const typed = {
    authority: " Department of Mines ",
    recipient: "kp@mines.example",
    parcels: "2",
    shipper: "Karoo Rough (Pty) Ltd\r\nJohannesburg",
    remarks: "",
    ...changes,
  };
  for (const [name, text] of Object.entries(typed)) data.set(name, text);
  return data;
}

it("reads what an officer types", () => {
  expect(parseForm(confirmationForm, form(), "en")).toMatchObject({
    ok: true,
    value: { authority: "Department of Mines", recipient: "kp@mines.example", parcels: 2 },
  });
});

it.each([
  ["authority", "", "confirmation.authority.required"],
  ["recipient", "a@x.example,b@y.example", "confirmation.recipient.required"],
  ["recipient", "", "confirmation.recipient.required"],
  ["parcels", "", "confirmation.parcels.required"],
  ["parcels", "0", "confirmation.parcels.required"],
  ["parcels", "1000", "confirmation.parcels.required"],
  ["shipper", " ", "confirmation.shipper.required"],
  ["remarks", "x".repeat(1001), "confirmation.tooLong"],
])("refuses as %s: %j", (field, text, key) => {
  const parsed = parseForm(confirmationForm, form({ [field]: text }), "en");
  expect(parsed).toMatchObject({ ok: false, errors: [{ field, key }] });
});
