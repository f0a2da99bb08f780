import { expect, it } from "vitest";
import { isMailbox, pageAddress } from "@/lib/mail/addresses";

it.each(["maya.okafor@example.ca", "o'brien+kp@mines.example.ca", "élise@exemple.ca"])(
  "%s is one mailbox",
  (text) => {
    expect(isMailbox(text)).toBe(true);
  },
);

it.each([
  "",
  "maya",
  "maya@example",
  "a@example.ca,b@example.ca",
  "a@example.ca b@example.ca",
  "a@example.ca;b@example.ca",
  "Maya <a@example.ca>",
  "a@example.ca\r\nBcc: b@example.ca",
  "a@example.ca\u0000",
  "a\u202E@example.ca",
  "a\uFF20b@example.ca",
  "a@b@example.ca",
  `${"a".repeat(250)}@example.ca`,
])("%j is not one mailbox", (text) => {
  expect(isMailbox(text)).toBe(false);
});

it("gives a page's address in each language and lets no parameter change the path", () => {
  const page = "/applications/[applicationId]/receipt";
  expect(pageAddress("http://localhost:3000", "fr", page, { applicationId: "7" })).toBe(
    "http://localhost:3000/fr/demandes/7/accuse-de-reception",
  );
  expect(pageAddress("http://localhost:3000", "en", page, { applicationId: "../x?" })).toBe(
    "http://localhost:3000/en/applications/..%2Fx%3F/receipt",
  );
  expect(pageAddress("http://localhost:3000", "en", "/")).toBe("http://localhost:3000/en");
  expect(() => pageAddress("http://localhost:3000", "en", page)).toThrow("needs applicationId");
});
