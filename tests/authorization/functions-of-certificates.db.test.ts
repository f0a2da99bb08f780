import { vi } from "vitest";
import { aboutCertificates, testFunctions } from "./every-function";
import { functions } from "./matrix";

// Outside of a request nobody has a cookie.
vi.mock("@/lib/auth/session-cookie", () => ({
  readSessionToken: () => Promise.resolve(undefined),
}));

testFunctions(functions.filter(aboutCertificates));
