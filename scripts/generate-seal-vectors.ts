// npx tsx --tsconfig tsconfig.node.json scripts/generate-seal-vectors.ts
// Writes the test vectors of the certificate's seal anew, from fixed keys and the records and forgeries beside
// them. ECDSA signs with a random number, so every run gives other signatures over the same bytes.
import { writeFile } from "node:fs/promises";
import { format } from "prettier";
import { localSigner } from "@/lib/certificates/keys/local-signer";
import { sealAddress } from "@/lib/certificates/seal/address";
import { toHex } from "@/lib/certificates/seal/bytes";
import { factsOf } from "@/lib/certificates/seal/sealed-facts";
import { sealRecord } from "@/lib/certificates/seal/sign";
import { badAddresses } from "@/lib/certificates/seal/vectors/bad-addresses";
import { badSeals } from "@/lib/certificates/seal/vectors/bad";
import { KEYS, LIVE } from "@/lib/certificates/seal/vectors/circumstances";
import { goodRecords } from "@/lib/certificates/seal/vectors/good";
import { standings } from "@/lib/certificates/seal/vectors/standings";
import { testKeys } from "@/lib/certificates/seal/vectors/test-keys";

const ORIGIN = "https://kp-pk.example.ca";
const file = "lib/certificates/seal/vectors/kpc-1.json";

const good = [];
for (const { name, record, key = testKeys.current } of goodRecords) {
  const sealed = await sealRecord(record, await localSigner(key));
  if (!sealed.ok) throw new Error(`${name}: ${sealed.error}`);
  good.push({
    name,
    issuer: key === testKeys.specimen ? "specimen" : "canada",
    seal: toHex(sealed.value),
    address: sealAddress(ORIGIN, sealed.value),
    facts: await factsOf(record),
    record,
  });
}

const bad = [];
for (const { name, seal, integrity, issuer = "notChecked" } of badSeals) {
  bad.push({ name, seal: toHex(await seal()), integrity, issuer });
}

const vectors = { format: "kpc-1", keys: KEYS, ...LIVE, good, bad, badAddresses, standings };
await writeFile(file, await format(JSON.stringify(vectors), { parser: "json", printWidth: 100 }));
process.stdout.write(`${good.length} good and ${bad.length} bad seals are in ${file}.\n`);
