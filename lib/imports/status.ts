import type { AnnouncementStatus } from "@/prisma/generated/enums";

/** In which quality somebody moves an announced import. An exporter also needs the permission `prepare`. */
type Role = "exporter" | "reviewer";

/** What the command must also make sure of, on the server and in the transaction. */
type Guard =
  | "fieldsFilledIn"
  | "scanAttached"
  | "noFileWaiting"
  | "reason"
  | "notOfOwnProfile"
  | "sameProfile";

interface Transition {
  readonly from: readonly AnnouncementStatus[];
  readonly to: AnnouncementStatus;
  readonly by: Role;
  readonly guards: readonly Guard[];
}

/**
 * The only authority on the life of an announced import. Sending needs no more than preparing: nothing is
 * declared or drawn by it, the office compares every word with the paper, and the seven days run.
 */
export const announcementMoves = {
  send: {
    from: ["draft", "returned"],
    to: "sent",
    by: "exporter",
    guards: ["fieldsFilledIn", "scanAttached", "noFileWaiting"],
  },
  withdraw: { from: ["draft", "sent", "returned"], to: "withdrawn", by: "exporter", guards: [] },
  returnToExporter: {
    from: ["sent"],
    to: "returned",
    by: "reviewer",
    guards: ["reason", "notOfOwnProfile"],
  },
  decline: {
    from: ["sent"],
    to: "declined",
    by: "reviewer",
    guards: ["reason", "notOfOwnProfile"],
  },
  /** Into the register, as a certificate of the same profile. */
  register: {
    from: ["sent"],
    to: "registered",
    by: "reviewer",
    guards: ["notOfOwnProfile", "sameProfile"],
  },
} as const satisfies Record<string, Transition>;

export type AnnouncementMove = keyof typeof announcementMoves;

const moves = Object.keys(announcementMoves) as AnnouncementMove[];

/** The moves that a role may make from a status, before any guard is asked. */
export function announcementMovesFor(role: Role, status: AnnouncementStatus): AnnouncementMove[] {
  return moves.filter((move) => {
    const { by, from }: Transition = announcementMoves[move];
    return by === role && from.includes(status);
  });
}

/** The statuses in which the exporter may change what is announced, and its files. */
export function isAnnouncementOpen(status: AnnouncementStatus): boolean {
  return status === "draft" || status === "returned";
}
