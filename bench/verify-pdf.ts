import * as pkijs from "pkijs";

/** Whether the signature of a PDF is right and its certificate under the root, as a program with WebCrypto finds it. */
export async function verifySigned(pdf: Uint8Array, root: Uint8Array<ArrayBuffer>) {
  const range = /\/ByteRange \[0 (\d+) (\d+) /.exec(Buffer.from(pdf).toString("latin1"));
  const [from, to] = [Number(range?.[1]), Number(range?.[2])];
  const hex = Buffer.from(pdf.subarray(from + 1, to - 1)).toString("latin1");
  const content = pkijs.ContentInfo.fromBER(Uint8Array.from(Buffer.from(hex, "hex")));
  const signed = new pkijs.SignedData({ schema: content.content });
  return signed.verify({
    signer: 0,
    data: Uint8Array.from(Buffer.concat([pdf.subarray(0, from), pdf.subarray(to)])).buffer,
    checkChain: true,
    trustedCerts: [pkijs.Certificate.fromBER(root)],
  });
}
