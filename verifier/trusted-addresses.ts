/*
 * The browser takes the address of a worker only from this policy (Trusted Types), and the policy knows two.
 */

type Worker = "/V/reader.js" | "/V/worker.js";

interface Policies {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ) => { createScriptURL: (address: string) => unknown };
}

const policies = (globalThis as { trustedTypes?: Policies }).trustedTypes;
const policy = policies?.createPolicy("workers", {
  createScriptURL: (address) => {
    if (address === "/V/reader.js" || address === "/V/worker.js") return address;
    throw new TypeError("This page starts no such script.");
  },
});

/** The address of one of the page's own workers, as its browser wants it. */
export const trusted = (address: Worker): string =>
  (policy ? policy.createScriptURL(address) : address) as string;
