import { expect, it, vi } from "vitest";
import { findApplication } from "@/lib/applications/queries/find";
import { attempts } from "./attempts/all";
import { aboutCertificates, everybody, keptRecord, testFunctions } from "./every-function";
import { functions } from "./matrix";

// Outside of a request nobody has a cookie.
vi.mock("@/lib/auth/session-cookie", () => ({
  readSessionToken: () => Promise.resolve(undefined),
}));

it("knows how to call every function, and no other", () => {
  const listed = new Set(functions.map(({ name }) => name));
  expect(Object.keys(attempts).sort()).toEqual([...listed].sort());
});

testFunctions(functions.filter((row) => !aboutCertificates(row)));

it("offers a representative no more than their mandate allows", async () => {
  const { applicationId } = await keptRecord("draft", "A");
  const { view, prepare } = everybody().exporters;
  const read = { permissions: ["view"], moves: [] };
  expect(await findApplication(view, applicationId)).toMatchObject(read);
  const changed = { permissions: ["view", "prepare"], moves: [] };
  expect(await findApplication(prepare, applicationId)).toMatchObject(changed);
});
