import type { Verdicts } from "@/lib/certificates/seal/verify";
import type { StatusVerdict } from "@/lib/certificates/seal/status";

/** The one word above the three verdicts. */
export type Conclusion =
  | "valid"
  /** Altered or false: whatever the reason, the paper is not to be relied on. */
  | "false"
  /** The key is not on the list at hand: false, or newer than the list. */
  | "unknownKey"
  | "revokedKey"
  | "specimen"
  /** Genuine and in force when the list was signed, more than a day ago or by a clock that is wrong. */
  | "notRecent"
  | Exclude<StatusVerdict["standing"], "inForce">;

export function conclusionOf({ integrity, issuer, status }: Verdicts): Conclusion {
  if (issuer === "unknownKey") return "unknownKey";
  if (integrity !== "intact" || issuer === "outsideWindow") return "false";
  if (issuer === "specimen" || issuer === "revokedKey") return issuer;
  if (status === "notChecked") return "false";
  const { standing, list } = status;
  if (standing !== "inForce") return standing;
  return list?.freshness === "recent" ? "valid" : "notRecent";
}
