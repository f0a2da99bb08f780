import { describe, expect, it } from "vitest";
import { codesPerSignIn, maskedEmail, maySend, newCode, typedCode } from "@/gckey/emailed-code";
import { codeMail } from "@/gckey/mail";

const now = new Date("2026-11-20T12:00:00Z");
const before = (seconds: number) => new Date(now.getTime() - seconds * 1000);

describe("an emailed code", () => {
  it("has six digits, zeros in front included", () => {
    for (let i = 0; i < 200; i++) expect(newCode()).toMatch(/^\d{6}$/);
  });

  it("is read as people type and paste it", () => {
    expect(typedCode(" 123 456\u00a0")).toBe("123456");
    expect(typedCode("123-456")).toBe("123456");
    expect(typedCode("12345a")).toBe("12345a");
  });

  it("shows enough of the address to recognize it", () => {
    expect(maskedEmail("maya@example.ca")).toBe("m•••@example.ca");
  });

  it("may be sent again after a pause, a few times", () => {
    expect(maySend({ sent: 1, lastAt: before(29) }, now)).toEqual({ may: false, seconds: 1 });
    expect(maySend({ sent: 1, lastAt: before(30) }, now)).toEqual({ may: true });
    expect(maySend({ sent: codesPerSignIn, lastAt: before(600) }, now)).toEqual({
      may: false,
      seconds: null,
    });
  });

  it("is mailed in both languages, the reader's first, and not in the subject", () => {
    const mail = codeMail("fr", "042042", "signIn");
    expect(mail.subject).toBe("Votre code de connexion | Your sign-in code");
    expect(mail.text.indexOf("Votre code")).toBeLessThan(mail.text.indexOf("Your code"));
    expect(mail.text.match(/042042/g)).toHaveLength(2);
    expect(mail.html).toMatch(/^<!DOCTYPE html>\s*<html lang="fr-CA">/);
    expect(mail.html).toContain('<div lang="en-CA">');
  });
});
