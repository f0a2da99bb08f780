/** What a published key signs: certificates, credentials and status lists, checkpoints of the log, specimens. */
export const keyPurposes = ["seal", "credential", "log", "specimen"] as const;
export type KeyPurpose = (typeof keyPurposes)[number];

/** The keys that the portal signs with through a `Signer`; the workers' key of the log is a file of its own. */
export const signerPurposes = ["seal", "credential", "specimen"] as const;
export type SignerPurpose = (typeof signerPurposes)[number];
