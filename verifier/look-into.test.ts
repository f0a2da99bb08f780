import { deflateSync } from "node:zlib";
import { expect, it, vi } from "vitest";
import { renderCertificate } from "@/lib/certificates/pdf/render-certificate";
import { ordinary } from "@/lib/certificates/record/fixtures";
import vectors from "@/lib/certificates/seal/vectors/kpc-1.json";
import { fragmentIn, lookInto } from "./look-into";

const address = vectors.good[0]?.address ?? "";
const { hash } = new URL(address);
const jwt = `${"eyJ".padEnd(60, "a")}.${"eyJ".padEnd(600, "b")}.${"c".repeat(86)}`;
// No picture here.
vi.stubGlobal("createImageBitmap", () => Promise.reject(new Error("no picture")));

const file = (...parts: (string | Buffer)[]) => new Blob(parts.map((one) => Buffer.from(one)));
const pdf = (content: string) => {
  const packed = deflateSync(content);
  return file(
    "%PDF-1.7\n1 0 obj\n<< /Length 9 /Filter /FlateDecode >>\nstream\r\nxx\nendstream\n",
    "2 0 obj\n<< /Filter /FlateDecode /Length 1 >>\nstream\n",
    packed,
    "\nendstream\nendobj\n%%EOF",
  );
};

it("takes the fragment of an address however it is written", () => {
  expect(fragmentIn(address)).toBe(hash);
  expect(fragmentIn(address.toUpperCase())).toBe(hash);
  expect(fragmentIn(`see <${address}>.`)).toBe(hash);
  expect(fragmentIn("https://kp-pk.example.ca/V#12")).toBe(null);
  expect(fragmentIn("https://kp-pk.example.ca/en/verify")).toBe(null);
});

it("finds an address or a credential in a text and in a PDF, packed or not", async () => {
  const fragment = { kind: "fragment", fragment: hash };
  expect(await lookInto(file(address))).toEqual(fragment);
  expect(await lookInto(file(`%PDF-1.7\n/URI (${address})`))).toEqual(fragment);
  expect(await lookInto(pdf(`/URI (${address})`))).toEqual(fragment);
  expect(await lookInto(file(`${jwt}\n`))).toEqual({ kind: "credential", jwt });
  expect(await lookInto(pdf(jwt))).toEqual({ kind: "credential", jwt });
});

it("finds the seal in a certificate as the portal makes it", { timeout: 120_000 }, async () => {
  const verifyUrl = "https://kp-pk.example.ca/verify";
  const certificate = await renderCertificate(ordinary(), { verifyUrl, sealAddress: address });
  expect(await lookInto(file(Buffer.from(certificate)))).toEqual({
    kind: "fragment",
    fragment: hash,
  });
});

it("says when there is nothing, whatever the file is", async () => {
  for (const one of [file(""), file("%PDF-1.7"), pdf("nothing"), file("{}", "\x00".repeat(99))]) {
    expect(await lookInto(one)).toEqual({ kind: "nothing" });
  }
});

it.each([
  ["credential", "eyJ".repeat(1_000_000)],
  ["packed part", `%PDF-1.7\n${"FlateDecode stream\n".repeat(100_000)}endstream`],
])("is not held up by a file that begins a %s over and over", async (_what, text) => {
  const begun = Date.now();
  expect(await lookInto(file(text))).toEqual({ kind: "nothing" });
  expect(Date.now() - begun).toBeLessThan(3_000);
});
