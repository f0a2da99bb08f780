import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { serviceSigner } from "@/lib/certificates/keys/key-service";
import { signWith } from "@/lib/certificates/keys/signature";
import { keyListOf } from "@/lib/certificates/seal/key-list";
import { sealRecord } from "@/lib/certificates/seal/sign";
import { thumbprintOf } from "@/lib/certificates/seal/thumbprint";
import { KEYS, LIVE } from "@/lib/certificates/seal/vectors/circumstances";
import { goodRecords } from "@/lib/certificates/seal/vectors/good";
import { testKeys } from "@/lib/certificates/seal/vectors/test-keys";
import { verifySeal } from "@/lib/certificates/seal/verify";
import { err } from "@/lib/result";

const token = "a-token-of-the-key-service-of-32-characters";
const bytes = new TextEncoder().encode("rough diamonds");
const { full } = await thumbprintOf(testKeys.current);

/** A stand-in for the service: it signs with the key it is told, or does what a test says. */
let server: Server;
let url: string;
let answer: (response: ServerResponse, signed: Uint8Array) => void;
const asked: { path?: string | undefined; token?: string | undefined }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      asked.push({ path: request.url, token: request.headers.authorization });
      answer(response, signWith(testKeys.current, Buffer.concat(parts)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/kms/`;
});
beforeEach(() => {
  asked.length = 0;
  answer = (response, signed) => response.end(signed);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const signer = () => serviceSigner({ url, token }, full, testKeys.current);

it("signs with the key that the service keeps", async () => {
  const [good] = goodRecords;
  if (!good) throw new Error("There are good records.");
  const sealed = await sealRecord(good.record, signer());
  if (!sealed.ok) throw new Error(sealed.error);
  const { integrity, issuer } = await verifySeal(sealed.value, {
    keys: (await keyListOf(KEYS)) ?? new Map(),
    now: new Date(LIVE.now),
    statusOf: () => null,
  });
  expect({ integrity, issuer }).toEqual({ integrity: "intact", issuer: "canada" });
  expect(asked).toEqual([{ path: `/kms/keys/${full}/signature`, token: `Bearer ${token}` }]);
});

it.each<[string, typeof answer]>([
  ["it refuses", (response) => response.writeHead(403).end()],
  ["it fails", (response) => response.writeHead(500).end()],
  ["it leads elsewhere", (response) => response.writeHead(307, { location: url }).end()],
  ["it closes", (response) => response.destroy()],
  ["it answers nothing", (response) => response.end()],
  [
    "it signs other bytes",
    (response) => response.end(signWith(testKeys.current, new Uint8Array())),
  ],
  ["it signs with another key", (response) => response.end(signWith(testKeys.past, bytes))],
])("has no signature when %s", async (_, behaviour) => {
  answer = behaviour;
  expect(await signer().sign(bytes)).toEqual(err("signerAway"));
});

it("waits two seconds and no longer, for an answer and for its end", async () => {
  for (const hanging of [
    () => undefined,
    (response: ServerResponse) => void response.writeHead(200).write("x"),
  ]) {
    answer = hanging;
    const began = performance.now();
    expect(await signer().sign(bytes)).toEqual(err("signerAway"));
    const took = performance.now() - began;
    expect(took).toBeGreaterThan(1900);
    expect(took).toBeLessThan(6000);
  }
});

it("has no signature where nobody listens", async () => {
  const nowhere = serviceSigner({ url: "http://127.0.0.1:1", token }, full, testKeys.current);
  expect(await nowhere.sign(bytes)).toEqual(err("signerAway"));
});
