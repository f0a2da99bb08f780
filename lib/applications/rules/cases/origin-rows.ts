import { facts, rows, mine, imported, site, stated, total, type Cases } from "./shipments";

export const originRowsCases = {
  R09: {
    passes: [facts(), rows(mine, imported), stated("unknown")],
    finds: [
      [rows(), "block", "R09.none", "origins"],
      [
        rows(mine, { id: "b", category: "new_production", ...total }),
        "block",
        "R09.incomplete",
        "origins[1].mine",
      ],
      [
        rows({ id: "b", category: "exploration", ...total }),
        "block",
        "R09.incomplete",
        "origins[0].facilityName",
      ],
      [
        rows({ id: "b", category: "extraction", facilityName: "L", facilityPlace: "P", ...total }),
        "block",
        "R09.incomplete",
        "origins[0].concentratesFrom",
      ],
      [
        rows({ id: "b", category: "in_canada_before_2003", ...total }),
        "block",
        "R09.incomplete",
        "origins[0].statedOrigin",
      ],
      [rows({ ...mine, mine: "ATLANTIS" }), "block", "R09.mine", "origins[0].mine"],
    ],
  },
  R12: {
    passes: [
      site(["41", "42"], ["52", "36"]),
      site(["83", "12"], ["141", "0"]),
      site(["53", "14.5"], ["104", "48.25"]),
    ],
    finds: [
      [site(["53", "60"], ["104", "48"]), "block", "R12.minutes", "origins[0].latitude.minutes"],
      [site(["53", "14"], ["104", "75"]), "block", "R12.minutes", "origins[0].longitude.minutes"],
      [site(["5x", "14"], ["104", "5"]), "block", "R12.degrees", "origins[0].latitude.degrees"],
      [site(["41", "41"], ["80", "0"]), "block", "R12.outside", "origins[0].latitude.degrees"],
      [site(["83", "13"], ["80", "0"]), "block", "R12.outside", "origins[0].latitude.degrees"],
      [site(["60", "0"], ["141", "0.1"]), "block", "R12.outside", "origins[0].latitude.degrees"],
      [site(["64", "10"], ["51", "43"]), "block", "R12.outside", "origins[0].latitude.degrees"],
    ],
  },
  R13: {
    passes: [rows(mine), rows({ ...mine, mine: "GAHCHO_KUE" })],
    finds: [
      [rows({ ...mine, mine: "VICTOR" }), "warn", "R13.closed", "origins[0].mine"],
      [rows({ ...mine, mine: "RENARD" }), "warn", "R13.suspended", "origins[0].mine"],
    ],
  },
  R23: {
    passes: [stated("unknown"), stated("CD")],
    finds: [[stated("KE"), "block", "R23.notParticipant", "origins[0].statedOrigin"]],
  },
} satisfies Record<string, Cases>;
