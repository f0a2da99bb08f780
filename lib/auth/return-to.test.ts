import { expect, test } from "vitest";
import { safeReturnTo } from "@/lib/auth/return-to";

test.each(["/en", "/fr", "/en/applications?state=draft", "/fr/demandes/42#origine"])(
  "%s is a page of the portal",
  (address) => expect(safeReturnTo(address)).toBe(address),
);

test.each([
  "https://evil.example/en",
  "//evil.example/en",
  "/\\evil.example",
  "/en\\..\\x",
  "/en/\n//evil.example",
  "/api/auth/callback/gckey",
  "/english",
  "en/applications",
  `/en/${"a".repeat(1_000)}`,
  "",
  null,
  undefined,
  ["/en"],
])("%j is not", (address) => expect(safeReturnTo(address)).toBeNull());
