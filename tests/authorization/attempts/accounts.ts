import {
  acceptCorrection,
  proposeCorrection,
  refuseCorrection,
  takeBackCorrection,
} from "@/lib/imports/commands/correct";
import { findCorrections, listOpenCorrections } from "@/lib/imports/queries/corrections";
import { findStatement, findWholeStatement } from "@/lib/imports/queries/statement";
import { statementFilter } from "@/lib/imports/statement";
import { about, asOfficer, notAllowed, type Attempt } from "./attempt";

/** Accounts of import certificates, and their corrections. */
export const accounts = {
  "imports/queries/statement.ts findStatement": (viewer, { importCertificateId }) =>
    findStatement(viewer, importCertificateId, statementFilter.parse({})),
  "imports/queries/statement.ts findWholeStatement": (viewer, { importCertificateId }) =>
    findWholeStatement(viewer, importCertificateId, "", 100),
  "imports/queries/corrections.ts findCorrections": asOfficer((viewer, { importCertificateId }) =>
    findCorrections(viewer, importCertificateId),
  ),
  "imports/queries/corrections.ts listOpenCorrections": asOfficer(
    async (viewer, { importCertificateId }) =>
      about(await listOpenCorrections(viewer), ({ id }) => id === importCertificateId),
  ),
  "imports/commands/correct.ts proposeCorrection": asOfficer((viewer, { importCertificateId }) =>
    proposeCorrection(viewer, importCertificateId, {
      carats: "500.00",
      usd: "400000.00",
      reason: "As the paper says.",
    }),
  ),
  "imports/commands/correct.ts acceptCorrection": asOfficer(
    (viewer, { importCertificateId, correctionId }) =>
      acceptCorrection(viewer, importCertificateId, correctionId),
  ),
  "imports/commands/correct.ts refuseCorrection": asOfficer(
    (viewer, { importCertificateId, correctionId }) =>
      refuseCorrection(viewer, importCertificateId, correctionId, "The paper is right."),
  ),
  "imports/commands/correct.ts takeBackCorrection": asOfficer(
    async (viewer, { importCertificateId, correctionId }) => {
      const taken = await takeBackCorrection(viewer, importCertificateId, correctionId);
      return !taken.ok && taken.error === "notOwnProposal" ? notAllowed : taken;
    },
  ),
} satisfies Record<string, Attempt>;
