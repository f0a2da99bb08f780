import { facts, goods, rows, imported, drawn, total, type Cases, type Found } from "./shipments";

export const goodsCases = {
  R21: {
    passes: [facts(), rows(imported)],
    finds: [
      [facts({}, { goods: goods({ hsLines: [] }) }), "block", "R21.none", "hsLines[0].subheading"],
      ...["7102.29", "7102.39", "7105.10"].map((subheading): Found => {
        const hsLines = [{ subheading, ...total }];
        return [
          facts({}, { goods: goods({ hsLines }) }),
          "block",
          "R21.notRough",
          "hsLines[0].subheading",
        ];
      }),
      [
        facts(
          {},
          {
            goods: goods({
              hsLines: [
                { subheading: "7102.31", ...total },
                { subheading: "7102.31", ...total },
              ],
            }),
          },
        ),
        "block",
        "R21.twice",
        "hsLines[1].subheading",
      ],
      [
        facts(
          {},
          { goods: goods({ hsLines: [{ subheading: "7102.31", polished: "yes", ...total }] }) },
        ),
        "block",
        "R21.polished",
        "hsLines[0].polished",
      ],
      [drawn({ subheadings: ["7102.10"] }), "warn", "R21.differs", "hsLines[0].subheading"],
    ],
  },
  R22: {
    passes: [
      facts(),
      facts({ liveSeals: [] }, { goods: goods({ seals: ["LIVE-1"] }) }),
      facts({}, { goods: goods({ containerCount: "2", seals: ["N-1", "N-11"] }) }),
    ],
    finds: [
      [facts({}, { goods: {} }), "block", "R22.none", "containerCount"],
      [facts({}, { goods: goods({ seals: [] }) }), "block", "R22.none", "seals[0]"],
      [
        facts({}, { goods: goods({ containerCount: "2" }) }),
        "block",
        "R22.number",
        "containerCount",
      ],
      [
        facts({}, { goods: goods({ containerCount: "2", seals: ["N-1", "n 1"] }) }),
        "block",
        "R22.twice",
        "seals[1]",
      ],
      [facts({}, { goods: goods({ seals: ["live 1"] }) }), "warn", "R22.live", "seals[0]"],
    ],
  },
} satisfies Record<string, Cases>;
