import { facts, imported, goods, rows, mine, type Cases, type Found } from "./shipments";

export const amountsCases = {
  R10: {
    passes: [facts(), rows({ ...mine, carats: "0.01", usd: "0.01" })],
    finds: [
      [rows({ ...mine, carats: "0.00" }), "block", "R10.rowPositive", "origins[0].carats"],
      [rows({ ...mine, usd: "-1.00" }), "block", "R10.rowPositive", "origins[0].usd"],
      [rows({ ...mine, carats: "1.005" }), "block", "R10.rowDecimals", "origins[0].carats"],
      [rows({ ...mine, usd: "1,234" }), "block", "R10.rowNumber", "origins[0].usd"],
      ...(
        [
          ["0.00", "R10.linePositive"],
          ["1.005", "R10.lineDecimals"],
          ["ten", "R10.lineNumber"],
        ] as const
      ).map(([carats, message]): Found => {
        const hsLines = [{ subheading: "7102.31", carats, usd: "1.00" }];
        return [facts({}, { goods: goods({ hsLines }) }), "block", message, "hsLines[0].carats"];
      }),
    ],
  },
  R11: {
    passes: [
      facts(),
      rows(mine),
      rows({ ...mine, carats: "4.10", usd: "1" }, { ...imported, carats: "5.9", usd: "8999" }),
    ],
    finds: [
      [rows({ ...mine, carats: "10.01" }), "block", "R11.carats", "hsLines[0].carats"],
      [rows({ ...mine, usd: "8999.99" }), "block", "R11.usd", "hsLines[0].usd"],
      [rows(mine, { ...mine, id: "b" }), "block", "R11.carats", "hsLines[0].carats"],
    ],
  },
} satisfies Record<string, Cases>;
