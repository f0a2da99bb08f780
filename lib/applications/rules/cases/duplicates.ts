import type { Facts, SameFigures } from "@/lib/applications/rules/rule";
import { facts, type Cases } from "./shipments";

/** An application with the same figures, sent some days ago by this exporter. */
const sent = (changes: Partial<SameFigures> = {}): SameFigures => ({
  applicationId: "another-application",
  number: "KPO-2026-0042",
  exporterId: "this-profile",
  consigneeName: "Meridian Rough BV",
  submittedOn: "2026-11-12",
  ...changes,
});
const beside = (...others: SameFigures[]): Facts => facts({ sameFigures: others });

export const duplicateCases = {
  R39: {
    passes: [facts(), beside(sent({ consigneeName: "Meridian Polished BV" }))],
    finds: [
      [beside(sent()), "warn", "R39.own", "consignee.name"],
      [
        beside(sent({ consigneeName: "MERIDIAN  Rough, B.V." })),
        "warn",
        "R39.own",
        "consignee.name",
      ],
      [beside(sent({ consigneeName: "Méridian Rough BV" })), "warn", "R39.own", "consignee.name"],
      [beside(sent({ exporterId: "another-profile" })), "officer", "R39.others", "consignee.name"],
    ],
  },
} satisfies Record<string, Cases>;
