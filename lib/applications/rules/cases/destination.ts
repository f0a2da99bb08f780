import { facts, to, stated, drawn, documents, withGoods, toRussia, type Cases } from "./shipments";

export const destinationCases = {
  R05: {
    passes: [facts(), { ...to("UZ", "UZ"), today: "2025-01-23" }, to("NA", "NA"), to("TW", "TW")],
    finds: [
      [to(), "block", "R05.none", "destination"],
      [to("CA", "CA"), "block", "R05.canada", "destination"],
      [to("KE", "KE"), "block", "R05.notOnSchedule", "destination"],
      [{ ...to("UZ", "UZ"), today: "2025-01-22" }, "block", "R05.notOnSchedule", "destination"],
    ],
  },
  R06: {
    passes: [to("EU", "BE"), to("EU", "GF"), to("CN", "MO"), to("CH", "LI"), to("NA", "NA")],
    finds: [
      [facts({}, { consignee: { destination: "EU" } }), "block", "R06.none", "consignee.country"],
      [to("EU", "EU"), "block", "R06.noParticipant", "consignee.country"],
      [to("EU", "KE"), "block", "R06.noParticipant", "consignee.country"],
      [to("GY", "GF"), "block", "R06.other", "consignee.country"],
      [to("CD", "CG"), "block", "R06.other", "consignee.country"],
      [to("EU", "GB"), "block", "R06.other", "consignee.country"],
    ],
  },
  R07: {
    passes: [
      facts(),
      withGoods(to("BY", "BY")),
      { ...withGoods(to("RU", "RU")), today: "2023-12-04" },
    ],
    finds: [
      [toRussia(), "block", "R07.prohibited", "hsLines[0].subheading"],
      [documents(toRussia("SEMA-1"), "invoice"), "block", "R07.permitCopy", "sema_permit"],
      [documents(toRussia("SEMA-1"), "sema_permit"), "officer", "R07.permit", "semaPermit"],
      [
        {
          ...documents(toRussia("SEMA-1"), "sema_permit"),
          reference: {
            ...facts().reference,
            sanctions: facts().reference.sanctions.map((r) => ({ ...r, liftedByPermit: false })),
          },
        },
        "block",
        "R07.notLifted",
        "hsLines[0].subheading",
      ],
    ],
  },
  R08: {
    passes: [facts(), stated("ZA")],
    finds: [
      [to("BY", "BY"), "officer", "R08.destination", "destination"],
      [stated("RU"), "officer", "R08.origin", "origins[0].category"],
      [drawn({ origins: ["BW", "RU"] }), "officer", "R08.origin", "origins[0].category"],
    ],
  },
} satisfies Record<string, Cases>;
