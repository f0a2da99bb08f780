import { expect, test } from "vitest";
import { carryingProof, proofIn } from "@/lib/auth/sign-in-proof";

const partner = { id: "partner", acr: ["urn:one:high", "urn:one:higher"] } as const;

test("a token of one of the required contexts proves the sign-in", async () => {
  const shownAt = 1_764_000_000;
  const claims = { sub: "s", acr: "urn:one:higher", auth_time: shownAt, sid: "x", locale: "fr-CA" };
  const proved = await carryingProof("A browser".padEnd(400, "!"), () =>
    Promise.resolve(proofIn(claims, "token", partner)),
  );
  expect(proved).toEqual({
    partner: "partner",
    subject: "s",
    acr: "urn:one:higher",
    authenticatedAt: new Date(shownAt * 1000),
    sid: "x",
    idToken: "token",
    language: "fr",
    userAgent: "A browser".padEnd(300, "!"),
  });
});

test("a token that says little proves a sign-in, but never a fresh one", () => {
  expect(proofIn({ sub: "s", acr: "urn:one:high" }, undefined, partner)).toMatchObject({
    authenticatedAt: new Date(0),
    sid: null,
    idToken: null,
    language: "en",
    userAgent: null,
  });
});

test.each([Date.now() / 1000 + 3600, Infinity, Number.NaN, -1, 1e300])(
  "a token whose factors were shown at %d proves no fresh one",
  (shownAt) => {
    const proof = proofIn({ sub: "s", acr: "urn:one:high", auth_time: shownAt }, "token", partner);
    expect(proof?.authenticatedAt).toEqual(new Date(0));
  },
);

test("a clock that is a little ahead is not trusted for longer", () => {
  const claims = { sub: "s", acr: "urn:one:high", auth_time: Date.now() / 1000 + 30 };
  const { authenticatedAt } = proofIn(claims, "token", partner) ?? {};
  expect(authenticatedAt?.getTime()).toBeLessThanOrEqual(Date.now());
  expect(authenticatedAt?.getTime()).toBeGreaterThan(Date.now() - 5_000);
});

test.each([
  { sub: "s" },
  { sub: "s", acr: "urn:one:low" },
  { sub: "s", acr: "urn:one" },
  { sub: "s", acr: ["urn:one:high"] },
  { sub: "", acr: "urn:one:high" },
  { acr: "urn:one:high" },
])("%j proves nothing", (claims) => expect(proofIn(claims, "token", partner)).toBeNull());
