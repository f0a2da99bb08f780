import { describe, expect, it } from "vitest";
import {
  certificateNumberPattern,
  formatCertificateNumber,
  LAST_CERTIFICATE_NUMBER,
  parseCertificateNumber,
} from "@/lib/certificates/record/number";

describe("certificate number", () => {
  it("is CA and eight digits", () => {
    expect(formatCertificateNumber(1)).toBe("CA00000001");
    expect(formatCertificateNumber(1873n)).toBe("CA00001873");
    expect(formatCertificateNumber(LAST_CERTIFICATE_NUMBER)).toMatch(certificateNumberPattern);
  });

  it.each([0, -1, 1.5, LAST_CERTIFICATE_NUMBER + 1, Number.NaN])(
    "is never made of %s",
    (serial) => {
      expect(() => formatCertificateNumber(serial)).toThrow(RangeError);
    },
  );

  it.each([
    ["CA00001873", "CA00001873"],
    [" ca 0000-1873 ", "CA00001873"],
    ["CA1873", "CA00001873"],
    ["00001873", "CA00001873"],
    ["1873", null],
    ["CA000018734", null],
    ["BW00001873", null],
    ["", null],
  ])("reads %j as %s", (typed, number) => {
    expect(parseCertificateNumber(typed)).toBe(number);
  });
});
