import { expect, it } from "vitest";
import { keyServiceProblems } from "@/lib/certificates/keys/settings";

const url = { KEY_SERVICE_URL: "https://keys.example.ca" };
const token = { KEY_SERVICE_TOKEN: "t".repeat(32) };

it("a key service has an address and a token, or there is none", () => {
  expect(keyServiceProblems({})).toEqual([]);
  expect(keyServiceProblems({ ...url, ...token })).toEqual([]);
  expect(keyServiceProblems(url)).toEqual([expect.stringMatching(/^KEY_SERVICE_TOKEN is not set/)]);
  expect(keyServiceProblems(token)).toEqual([
    expect.stringMatching(/^KEY_SERVICE_URL is not set although/),
  ]);
});
