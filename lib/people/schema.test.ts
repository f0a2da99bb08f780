import { expect, it } from "vitest";
import { parseForm } from "@/lib/forms/parse-form";
import { introductionForm } from "./schema";

const good = {
  email: "Zoe@Example.CA",
  firstName: "Zoé",
  lastName: "Arrivée",
  language: "fr",
};

function read(changes: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...good, ...changes })) form.set(name, value);
  return parseForm(introductionForm, form, "fr");
}

it("reads an address in small letters, and leaves out what is empty", () => {
  expect(read({ organization: " ", phone: "" })).toEqual({
    ok: true,
    value: { ...good, email: "zoe@example.ca" },
  });
});

it.each(["613-555-0123", "(613) 555 0123", "+32 3 555 01 23, poste 7", "1 613 555-0123 x12"])(
  "takes %s for a phone number",
  (phone) => expect(read({ phone })).toMatchObject({ ok: true, value: { phone } }),
);

it.each([
  ["email", "", "person.email.required"],
  ["email", "zoe", "person.email.invalid"],
  ["email", "a@example.ca, b@example.ca", "person.email.invalid"],
  ["email", "Zoé <zoe@example.ca>", "person.email.invalid"],
  ["email", "zoe@example.ca\r\nBcc: x@example.ca", "person.email.invalid"],
  ["firstName", "", "person.firstName.required"],
  ["firstName", "Мария", "person.firstName.letters"],
  ["lastName", "", "person.lastName.required"],
  ["lastName", "x".repeat(61), "person.lastName.tooLong"],
  ["organization", "x".repeat(101), "person.organization.tooLong"],
  ["title", "x".repeat(101), "person.title.tooLong"],
  ["phone", "call me", "person.phone.invalid"],
  ["language", "de", "person.language.required"],
  ["language", "", "person.language.required"],
])("refuses %s %j", (field, typed, key) => {
  expect(read({ [field]: typed })).toMatchObject({ ok: false, errors: [{ field, key }] });
});
