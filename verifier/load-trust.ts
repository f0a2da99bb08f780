import { credentialKeysOf, type CredentialKeys } from "@/lib/certificates/keys/credential-keys";
import { keyListOf } from "@/lib/certificates/seal/key-list";
import { listAddress, type Purpose } from "@/lib/certificates/status/lists";
import type { StatusList } from "@/lib/certificates/status/read-list";
import { verifyList } from "@/lib/certificates/status/verify-list";
import type { Trust } from "./trust";

/** Where keys and lists stay on this device between visits. */
const CACHE = "kp-check-data";
/** Milliseconds for an answer: longer than that a network is none. */
const PATIENCE = 8000;

/** Asks the server for keys and lists, and takes what was kept for what it does not give. Never throws. */
export async function loadTrust(portalUrl: string): Promise<Trust> {
  const device = await openDevice();
  const keysAt = `${portalUrl}/.well-known/jwks.json`;
  const listsAt = {
    revocation: listAddress(portalUrl, "revocation"),
    message: listAddress(portalUrl, "message"),
  };
  const [given, revocationGiven, messageGiven] = await Promise.all([
    ask(keysAt),
    ask(listsAt.revocation),
    ask(listsAt.message),
  ]);
  const usable = given.text !== null && (await keyListOf(jsonOf(given.text))) !== null;
  if (usable) await device.keep(keysAt, given.text);
  const set = jsonOf(usable ? given.text : await device.kept(keysAt));
  const around = { keys: await credentialKeysOf(set), portalUrl };
  const [revocation, message] = await Promise.all([
    newestList("revocation", revocationGiven, around, device),
    newestList("message", messageGiven, around, device),
  ]);
  const states = [revocation.server, message.server];
  return {
    keys: await keyListOf(set),
    credentialKeys: around.keys,
    lists: { revocation: revocation.list, message: message.list },
    server: states.find((one) => one !== "answered") ?? "answered",
    portalUrl,
  };
}

interface Given {
  readonly text: string | null;
  /** False where the server could not be asked. */
  readonly answered: boolean;
}

/** The newer of what the server gives and what was kept: nobody can bring an older list back. */
async function newestList(
  purpose: Purpose,
  given: Given,
  around: { keys: CredentialKeys; portalUrl: string },
  device: Device,
): Promise<{ list: StatusList | null; server: Trust["server"] }> {
  const address = listAddress(around.portalUrl, purpose);
  const verify = async (text: string | null) =>
    text === null ? null : verifyList(text, purpose, around);
  const fresh = await verify(given.text);
  const old = await verify(await device.kept(address));
  const newer = fresh && (!old || fresh.signedAt >= old.signedAt);
  if (newer && given.text !== null) await device.keep(address, given.text);
  const server = given.answered ? (fresh ? "answered" : "refused") : "away";
  return { list: newer ? fresh : old, server };
}

async function ask(address: string): Promise<Given> {
  try {
    const answer = await fetch(address, {
      cache: "no-cache",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      redirect: "error",
      signal: AbortSignal.timeout(PATIENCE),
    });
    // A gateway that answers for a server that is away has not been asked about anything.
    if (answer.status >= 500) return { text: null, answered: false };
    return { text: answer.ok ? await answer.text() : null, answered: true };
  } catch {
    return { text: null, answered: false };
  }
}

interface Device {
  readonly kept: (address: string) => Promise<string | null>;
  readonly keep: (address: string, text: string) => Promise<void>;
}

/** What stays between visits; some private windows and full devices keep nothing. */
async function openDevice(): Promise<Device> {
  const cache = await caches.open(CACHE).catch(() => null);
  return {
    kept: async (address) => (await cache?.match(address).catch(() => undefined))?.text() ?? null,
    keep: async (address, text) => cache?.put(address, new Response(text)).catch(() => undefined),
  };
}

function jsonOf(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
