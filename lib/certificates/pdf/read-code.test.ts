import { describe, expect, it, vi } from "vitest";
import { readCode } from "@/lib/certificates/pdf/read-code";
import { renderCertificate } from "@/lib/certificates/pdf/render-certificate";
import { longest, ordinary } from "@/lib/certificates/record-fixtures";
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

  it("is null where the page has none", async () => {
    expect(await readCode(pdfFile({}))).toBeNull();
  });
});
