import { expect, test } from "vitest";
import { proofIn } from "@/lib/auth/sign-in-proof";

const required = "urn:gckey:loa2";

test("a token of the required context proves the sign-in", () => {
  const claims = { sub: "s", acr: required, sid: "session", locale: "fr-CA" };
  expect(proofIn(claims, "token", required)).toEqual({
    subject: "s",
    acr: required,
    sid: "session",
    idToken: "token",
    language: "fr",
  });
  expect(proofIn({ sub: "s", acr: required }, undefined, required)).toMatchObject({
    sid: null,
    idToken: null,
    language: "en",
  });
});

test.each([
  { sub: "s" },
  { sub: "s", acr: "urn:gckey:loa1" },
  { sub: "s", acr: [required] },
  { sub: "", acr: required },
  { acr: required },
])("%j proves nothing", (claims) => expect(proofIn(claims, "token", required)).toBeNull());
