import { rows, imported, drawn, drawnOnMany, type Cases } from "./shipments";

export const importsCases = {
  R15: {
    passes: [rows(imported), drawnOnMany(10)],
    finds: [
      [
        rows({ ...imported, importCertificateId: "ZA00771203" }),
        "block",
        "R15.notRegistered",
        "origins[0].importCertificateId",
      ],
      [
        rows({ ...imported, importCertificateId: "none" }),
        "block",
        "R15.notRegistered",
        "origins[0].importCertificateId",
      ],
      [drawnOnMany(11), "block", "R15.tooMany", "origins[10].importCertificateId"],
    ],
  },
  R16: {
    passes: [
      drawn({ remaining: "10.00" }),
      drawn({ remaining: "20.00" }, { ...imported, id: "e" }),
    ],
    finds: [
      [drawn({ remaining: "9.99" }), "block", "R16.overdrawn", "origins[0].carats"],
      [drawn({ remaining: "0.00" }), "block", "R16.usedUp", "origins[0].carats"],
      [
        // Each row alone would be within the balance.
        drawn({ remaining: "19.99" }, { ...imported, id: "e" }),
        "block",
        "R16.overdrawn",
        "origins[1].carats",
      ],
    ],
  },
  R18: {
    passes: [
      rows(imported),
      drawn({ issuer: "EU", number: "EC 12345678" }),
      drawn({ issuer: "EU", number: "eu12345678" }),
      drawn({ importedOn: "2026-10-02" }),
    ],
    finds: [
      [
        drawn({ issuer: "GB", number: "GB001", issuedOn: "2021-02-15" }),
        "officer",
        "R18.issuer",
        "origins[0].importCertificateId",
      ],
      [
        drawn({ issuer: "KE", number: "KE001" }),
        "officer",
        "R18.issuer",
        "origins[0].importCertificateId",
      ],
      [drawn({ number: "ZA0004471" }), "officer", "R18.prefix", "origins[0].importCertificateId"],
      [
        drawn({ importedOn: "2026-10-03" }),
        "officer",
        "R18.expired",
        "origins[0].importCertificateId",
      ],
    ],
  },
  R19: {
    passes: [rows(imported)],
    finds: [
      [
        drawn({ originalReceivedOn: null, importedOn: "2026-11-16" }),
        "officer",
        "R19.due",
        "origins[0].importCertificateId",
      ],
      [
        drawn({ originalReceivedOn: null, importedOn: "2026-11-15" }),
        "officer",
        "R19.overdue",
        "origins[0].importCertificateId",
      ],
    ],
  },
  R20: {
    passes: [rows(imported)],
    finds: [
      [drawn({ origins: [] }), "warn", "R20.unknown", "origins[0].importCertificateId"],
      [drawn({ origins: ["BW", "NA"] }), "warn", "R20.several", "origins[0].importCertificateId"],
    ],
  },
} satisfies Record<string, Cases>;
