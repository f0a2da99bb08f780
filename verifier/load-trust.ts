import { credentialKeysOf, type CredentialKeys } from "@/lib/certificates/keys/credential-keys";
import { keyListOf } from "@/lib/certificates/seal/key-list";
import { listAddress, type Purpose } from "@/lib/certificates/status/lists";
import type { StatusList } from "@/lib/certificates/status/read-list";
import { verifyList } from "@/lib/certificates/status/verify-list";
import type { Trust } from "./trust";

/** Where keys and lists stay on this device between visits. */
const CACHE = "kp-check-data";
const PATIENCE = 8000;

/** Asks the server for keys and lists, and takes what was kept for what it does not give. Never throws. */
export async function loadTrust(portalUrl: string): Promise<Trust> {
  const address = `${portalUrl}/.well-known/jwks.json`;
  const kept = await cache();
  const given = await ask(address);
  const usable = given.text !== null && (await keyListOf(jsonOf(given.text))) !== null;
  if (usable) await kept?.put(address, new Response(given.text));
  const set = jsonOf(usable ? given.text : await textOf(await kept?.match(address)));
  const credentialKeys = await credentialKeysOf(set);
  const [revocation, message] = await Promise.all([
    loadList("revocation", { keys: credentialKeys, portalUrl }, kept),
    loadList("message", { keys: credentialKeys, portalUrl }, kept),
  ]);
  const states = [revocation.server, message.server];
  return {
    keys: await keyListOf(set),
    credentialKeys,
    lists: { revocation: revocation.list, message: message.list },
    server:
      states.find((one) => one === "away") ?? states.find((one) => one === "refused") ?? "answered",
    portalUrl,
  };
}

interface Loaded {
  readonly list: StatusList | null;
  readonly server: Trust["server"];
}

/** The newer of what the server gives and what was kept: nobody can bring an older list back. */
async function loadList(
  purpose: Purpose,
  around: { keys: CredentialKeys; portalUrl: string },
  kept: Cache | null,
): Promise<Loaded> {
  const address = listAddress(around.portalUrl, purpose);
  const [given, before] = await Promise.all([ask(address), textOf(await kept?.match(address))]);
  const verify = (text: string | null) =>
    text === null ? null : verifyList(text, purpose, around);
  const [fresh, old] = await Promise.all([verify(given.text), verify(before)]);
  const newer = fresh && (!old || fresh.signedAt >= old.signedAt);
  if (newer) await kept?.put(address, new Response(given.text));
  const server = given.answered ? (fresh ? "answered" : "refused") : "away";
  return { list: newer ? fresh : old, server };
}

async function ask(address: string): Promise<{ text: string | null; answered: boolean }> {
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

/** Null where the browser keeps nothing: in some private windows. */
async function cache(): Promise<Cache | null> {
  try {
    return await caches.open(CACHE);
  } catch {
    return null;
  }
}

const textOf = async (answer: Response | undefined) => (answer ? answer.text() : null);

function jsonOf(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
