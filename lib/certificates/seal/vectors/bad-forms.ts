import type { Bad } from "@/lib/certificates/seal/vectors/bad";
import { forged, replaced } from "@/lib/certificates/seal/vectors/forge";

const hex = (text: string) => Uint8Array.from(Buffer.from(text, "hex"));
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const bytes32 = (value: bigint) => hex(value.toString(16).padStart(64, "0"));
const join = (...parts: Uint8Array[]) => Uint8Array.from(Buffer.concat(parts));

/** The other one of the two signatures that ECDSA gives. */
function highS(signature: Uint8Array): Uint8Array {
  const s = BigInt(`0x${Buffer.from(signature.subarray(32)).toString("hex")}`);
  return join(signature.subarray(0, 32), bytes32(ORDER - s));
}

const encoding = (name: string, seal: Bad["seal"]): Bad => ({ name, seal, integrity: "encoding" });
const envelope = (name: string, seal: Bad["seal"]): Bad => ({ name, seal, integrity: "envelope" });
const signature = (name: string, made: (genuine: Uint8Array) => Uint8Array): Bad => ({
  name,
  seal: () => forged({ signature: made }),
  integrity: "signatureForm",
});

export const badForms: readonly Bad[] = [
  encoding("nothing", () => new Uint8Array()),
  encoding("a byte after the end", async () => join(await forged(), hex("00"))),
  encoding("the last byte cut off", async () => (await forged()).slice(0, -1)),
  encoding("the first half", async () => (await forged()).slice(0, 250)),
  encoding("a tag in two bytes that fits in one", async () =>
    join(hex("d812"), (await forged()).slice(1)),
  ),
  encoding("the length of an array in two bytes", async () =>
    join(hex("d29804"), (await forged()).slice(2)),
  ),
  encoding("an array of indefinite length", async () =>
    join(hex("d29f"), (await forged()).slice(2), hex("ff")),
  ),
  encoding("a string of bytes of indefinite length", async () =>
    replaced(
      await forged({ unprotected: new Map([[99, hex("0102")]]) }),
      "18634201025",
      "18635f420102ff5",
    ),
  ),
  encoding("arrays in arrays, five hundred deep", () => hex("81".repeat(500) + "00")),
  encoding("tags on tags, five hundred deep", () => hex("d2".repeat(500) + "00")),
  encoding("an array of 2^64 - 1 members", () => hex("d29bffffffffffffffff")),
  encoding("a string of 2^32 - 1 bytes", () => hex("d2845affffffff00")),
  encoding("more bytes than a QR code holds", () => join(hex("590ffd"), new Uint8Array(4093))),
  envelope("no tag", () => forged({ tag: null })),
  envelope("the tag of COSE_Mac0", () => forged({ tag: 17 })),
  envelope("the tag of COSE_Sign", () => forged({ tag: 98 })),
  envelope("something in the unprotected header", () =>
    forged({ unprotected: new Map([[99, 1]]) }),
  ),
  envelope("the name of the key in the unprotected header", () =>
    forged({ unprotected: new Map([[4, hex("0102030405060708")]]) }),
  ),
  envelope("a token of three parts as text", () =>
    join(hex("6b"), Uint8Array.from(Buffer.from("eyJh.eyJp.AA"))).slice(0, 12),
  ),
  signature("an empty signature", () => new Uint8Array()),
  signature("a signature of zeros", () => new Uint8Array(64)),
  signature("the high twin of the signature", highS),
  signature("a signature of 63 bytes", (genuine) => genuine.slice(0, 63)),
  signature("a signature with a byte more", (genuine) => join(genuine, hex("00"))),
  signature("r as large as the order of the curve", (genuine) =>
    join(bytes32(ORDER), genuine.slice(32)),
  ),
  signature("s of zero", (genuine) => join(genuine.slice(0, 32), new Uint8Array(32))),
];
