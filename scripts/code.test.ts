import { expect, it } from "vitest";
import { authenticatorCode } from "./code.ts";

// RFC 6238, appendix B: the ASCII secret 12345678901234567890 at 59 and 1111111109 seconds.
const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

it("the code is the one that an authenticator app shows", () => {
  expect(authenticatorCode(secret, 59_000)).toEqual({ code: "287082", seconds: 1 });
  expect(authenticatorCode(secret, 1_111_111_109_000)).toEqual({ code: "081804", seconds: 1 });
});
