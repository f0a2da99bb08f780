import { Secret, TOTP } from "otpauth";
import { describe, expect, it } from "vitest";
import { checkAuthenticatorCode } from "@/gckey/authenticator-code";

// RFC 6238, appendix B: the secret "12345678901234567890", SHA-1; at 59 s the code is 94287082.
const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const totp = new TOTP({ secret: Secret.fromBase32(secret) });
const at = (seconds: number) => new Date(seconds * 1000);
const codeAt = (seconds: number) => totp.generate({ timestamp: seconds * 1000 });

describe("checkAuthenticatorCode", () => {
  it("accepts the code of the RFC's example", () => {
    const check = checkAuthenticatorCode("287082", { secret, lastStep: null }, at(59));
    expect(check).toEqual({ result: "right", step: 1 });
  });

  it("forgives one step of drift either way, not two", () => {
    const now = at(3_000);
    const check = (seconds: number) =>
      checkAuthenticatorCode(codeAt(seconds), { secret, lastStep: null }, now);
    expect(check(2_970)).toEqual({ result: "right", step: 99 });
    expect(check(3_000)).toEqual({ result: "right", step: 100 });
    expect(check(3_030)).toEqual({ result: "right", step: 101 });
    expect(check(2_940)).toEqual({ result: "wrong" });
    expect(check(3_060)).toEqual({ result: "wrong" });
  });

  it("refuses a step that was used, and every older one", () => {
    const check = (lastStep: number) =>
      checkAuthenticatorCode(codeAt(3_000), { secret, lastStep }, at(3_000));
    expect(check(99)).toEqual({ result: "right", step: 100 });
    expect(check(100)).toEqual({ result: "replayed" });
    expect(check(101)).toEqual({ result: "replayed" });
  });
});
