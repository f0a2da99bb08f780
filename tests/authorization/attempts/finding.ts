import { findExporterDossier } from "@/lib/dossiers/queries/find-exporter";
import { findPersonDossier } from "@/lib/dossiers/queries/find-person";
import { listExporters } from "@/lib/dossiers/queries/list-exporters";
import { confirmMerge, dropMerge, proposeMerge } from "@/lib/exporters/commands/merge";
import { findMerge, findSides, listOpenMerges } from "@/lib/exporters/queries/merge";
import { search, searchOne } from "@/lib/search/queries/search";
import { about, asOfficer, type Attempt } from "./attempt";

/** The office's search, what it knows of exporters and people, and profiles that become one. */
export const finding = {
  "exporters/queries/merge.ts findSides": asOfficer((viewer, { exporterId, intoId }) =>
    findSides(viewer, exporterId, intoId),
  ),
  "exporters/queries/merge.ts findMerge": asOfficer((viewer, { mergeId }) =>
    findMerge(viewer, mergeId),
  ),
  "exporters/queries/merge.ts listOpenMerges": asOfficer(async (viewer, { mergeId }) =>
    about(await listOpenMerges(viewer), ({ id }) => id === mergeId),
  ),
  "exporters/commands/merge.ts proposeMerge": asOfficer((viewer, { exporterId, intoId }) =>
    proposeMerge(viewer, exporterId, intoId, "Registered twice."),
  ),
  "exporters/commands/merge.ts confirmMerge": asOfficer((viewer, { mergeId }) =>
    confirmMerge(viewer, mergeId),
  ),
  "exporters/commands/merge.ts dropMerge": asOfficer((viewer, { mergeId }) =>
    dropMerge(viewer, mergeId),
  ),
  "dossiers/queries/list-exporters.ts listExporters": asOfficer(
    async (viewer, { exporterId, businessNumber }) =>
      about(
        (await listExporters(viewer, { text: businessNumber, after: "" })).rows,
        ({ id }) => id === exporterId,
      ),
  ),
  "dossiers/queries/find-exporter.ts findExporterDossier": asOfficer((viewer, { exporterId }) =>
    findExporterDossier(viewer, exporterId),
  ),
  "dossiers/queries/find-person.ts findPersonDossier": asOfficer((viewer, { userId }) =>
    findPersonDossier(viewer, userId),
  ),
  "search/queries/search.ts search": asOfficer(async (viewer, { number, applicationId }) => {
    const { groups } = await search(viewer, { text: number });
    return about(
      groups.flatMap(({ hits }) => hits),
      ({ id }) => id === applicationId,
    );
  }),
  "search/queries/search.ts searchOne": asOfficer(async (viewer, { number, applicationId }) => {
    const found = await searchOne(viewer, { text: number, kind: "applications", after: "" });
    return about(found?.hits ?? [], ({ id }) => id === applicationId);
  }),
} satisfies Record<string, Attempt>;
