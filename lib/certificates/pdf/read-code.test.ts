import { describe, expect, it, vi } from "vitest";
import { readCode } from "@/lib/certificates/pdf/read-code";
import { renderCertificate } from "@/lib/certificates/pdf/render-certificate";
import { qrCodeOf } from "@/lib/certificates/pdf/qr";
import { localSigner } from "@/lib/certificates/keys/local-signer";
import { sealAddress } from "@/lib/certificates/seal/address";
import { sealRecord } from "@/lib/certificates/seal/sign";
import { testKeys } from "@/lib/certificates/seal/vectors/test-keys";
import { longest, ordinary, pathological } from "@/lib/certificates/record/fixtures";
import { pdfFile } from "@/tests/files/pdf-file";

const verifyUrl = "https://kimberleyprocess-processuskimberley.canada.ca/V";

// A page of line work takes a while on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

describe("the code of a rendered certificate", () => {
  it.each([
    ["a check page", verifyUrl],
    ["an ordinary seal", `${verifyUrl}#${"7".repeat(850)}`],
    ["the longest of the ordinary size", `${verifyUrl}#${"7".repeat(1550)}`],
    ["a long seal", `${verifyUrl}#${"7".repeat(2600)}`],
    ["the longest that paper can carry", `${verifyUrl}#${"7".repeat(3700)}`],
  ])("is read back from the page: %s", async (_, sealAddress) => {
    for (const record of [ordinary(), longest()]) {
      const pdf = await renderCertificate(record, { verifyUrl, sealAddress });
      expect(await readCode(pdf)).toBe(sealAddress);
    }
  });

  it.each([
    ["of an ordinary record", ordinary],
    ["of the longest record in real words", longest],
    ["of the longest in the widest letters", pathological],
  ])("is at most 60 mm wide, and is read at 150 dots an inch: %s", async (_, fixture) => {
    const seal = await sealRecord(
      { ...fixture(), statusIndex: 131_071 },
      await localSigner(testKeys.current),
    );
    if (!seal.ok) throw new Error(seal.error);
    const address = sealAddress(
      "https://kimberleyprocess-processuskimberley.canada.ca",
      seal.value,
    );
    expect(qrCodeOf(address).side).toBeLessThanOrEqual(60);
    const pdf = await renderCertificate(fixture(), { verifyUrl, sealAddress: address });
    expect(await readCode(pdf, 150)).toBe(address);
  });

  it("is null where the page has none", async () => {
    expect(await readCode(pdfFile({}))).toBeNull();
  });
});
