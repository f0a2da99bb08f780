import type { CredentialKeys } from "@/lib/certificates/keys/credential-keys";
import type { KeyList } from "@/lib/certificates/seal/key-list";
import type { StatusLists } from "@/lib/certificates/status/verify-list";

/** What a seal is verified with: Canada's published keys, and the status lists that they signed. */
export interface Trust {
  /** Null where no key has ever reached this device. */
  readonly keys: KeyList | null;
  readonly credentialKeys: CredentialKeys;
  readonly lists: StatusLists;
  /** Whether the server gave both lists just now; `refused`: what it gave is none that Canada signed. */
  readonly server: "answered" | "away" | "refused";
  /** The origin of this page: who issues, and where the lists are. */
  readonly portalUrl: string;
}
