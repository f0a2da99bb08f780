import { Readable } from "node:stream";
import type { Answers } from "@/lib/applications/answers";
import { createApplication } from "@/lib/applications/commands/create";
import { saveSection } from "@/lib/applications/commands/save";
import { submitApplication } from "@/lib/applications/commands/submit";
import { cancelApplication } from "@/lib/applications/commands/withdraw";
import type { AnsweredSection } from "@/lib/applications/schema";
import type { ExporterViewer, OfficerViewer } from "@/lib/auth/viewer";
import { addDays } from "@/lib/calendar";
import { issueCertificate } from "@/lib/certificates/commands/issue";
import { todayInOttawa } from "@/lib/clock";
import { db } from "@/lib/db";
import { addDocument } from "@/lib/documents/commands";
import { listDeclarationTexts } from "@/lib/reference/queries";
import { writeIncoming } from "@/lib/storage/write-incoming";
import { claim } from "@/lib/reviews/commands/claim";
import { recommend } from "@/lib/reviews/commands/recommend";
import { reject } from "@/lib/reviews/commands/reject";
import { returnForChanges } from "@/lib/reviews/commands/return-for-changes";
import { figuresOf } from "@/lib/reviews/figures";
import { imported, mined, shipment } from "./shipments";
import { paper } from "./paper";

export interface Cast {
  readonly maya: ExporterViewer;
  readonly luc: ExporterViewer;
  readonly nora: OfficerViewer;
  readonly samir: OfficerViewer;
  readonly marie: OfficerViewer;
  readonly auroreId: string;
  readonly taigaId: string;
  readonly imports: { readonly bw: string; readonly ao: string; readonly za: string };
}

/** Applications in every state, each made by the same commands that the pages call. */
export async function makeApplications(cast: Cast): Promise<void> {
  const { maya, luc, nora, samir, marie, auroreId, taigaId, imports } = cast;

  await once(1, maya, auroreId, async (id) => {
    const { applicant, consignee } = shipment({ to: "EU", rows: [], subheading: "", seals: [] });
    await fillIn(
      maya,
      id,
      { ...(applicant && { applicant }), ...(consignee && { consignee }) },
      [],
    );
  });

  const issued = shipment({
    to: "IL",
    rows: [imported(imports.bw, "110.00", "88000.00")],
    subheading: "7102.31",
    seals: ["TOR-8861"],
  });
  await once(2, maya, auroreId, async (id) => {
    await send(maya, id, issued);
    await advise(nora, id, issued);
    done(await issueCertificate(marie, id));
  });

  const waiting = shipment({
    to: "AE",
    rows: [mined("EKATI", "2104.33", "1462509.35"), mined("GAHCHO_KUE", "812.90", "301775.00")],
    subheading: "7102.31",
    seals: ["NT-77120"],
  });
  await once(3, maya, auroreId, async (id) => {
    await send(maya, id, waiting);
    await advise(samir, id, waiting);
  });

  await once(4, luc, auroreId, async (id) => {
    await send(luc, id, shipment(withValueQuestion));
    done(await claim(nora, id));
    const requests = [
      {
        section: "origin",
        field: "origins[0].usd",
        reasonCode: "value-differs",
        reason:
          "The application says US$22,140.00; invoice 2026-112 says US$21,240.00. Which is right?",
      },
      {
        section: "goods",
        field: "seals[1]",
        reason:
          "The seal of the second container cannot be read on the packing list. Please confirm its number.",
      },
    ] as const;
    done(await returnForChanges(nora, id, { requests: [...requests], dueOn: inDays(10) }));
  });

  await once(5, maya, auroreId, async (id) => {
    const rows = [
      imported(imports.bw, "52.40", "41920.00"),
      imported(imports.ao, "20.05", "16040.00"),
    ];
    await send(
      maya,
      id,
      shipment({ to: "IN", rows, subheading: "7102.31", seals: ["MX-1", "MX-2"] }),
    );
    done(await claim(samir, id));
  });

  await once(6, luc, auroreId, async (id) => {
    const rows = [
      mined(
        "GAHCHO_KUE",
        "118234.57",
        "9104060.12",
        "Valued by the producer’s price book of the month",
      ),
    ];
    const seals = ["A0012451", "A0012452", "A0012453"];
    await send(luc, id, shipment({ to: "EU", rows, subheading: "7102.10", seals }));
  });

  await once(7, luc, taigaId, async (id) => {
    const rows = [imported(imports.za, "35.50", "22720.00")];
    await send(luc, id, shipment({ to: "EU", rows, subheading: "7102.31", seals: ["QC-3301"] }));
  });

  await once(8, maya, auroreId, async (id) => {
    const rows = [mined("EKATI", "128.50", "19917.50")];
    await send(maya, id, shipment({ to: "AE", rows, subheading: "7102.21", seals: ["NT-77098"] }));
    done(await cancelApplication(maya, id));
  });

  await once(9, luc, taigaId, async (id) => {
    const rows = [imported(imports.za, "12.25", "7840.00")];
    await send(luc, id, shipment({ to: "IN", rows, subheading: "7102.31", seals: ["QC-3288"] }));
    done(await claim(nora, id));
    const reasons =
      "The invoice names stones of a parcel that is not on import certificate ZA00771203, and no other origin was shown.";
    const ground = "origin_not_lawful";
    const checklist = {
      answers: { ...yes, originProved: "no" },
      read: {},
      why: {},
      dispositions: {},
      sections: [],
    } as const;
    done(await recommend(nora, id, { outcome: "reject", reasons, ground, checklist }));
    done(await reject(marie, id, { reasons, ground }));
  });
}

const withValueQuestion = {
  to: "AE",
  rows: [mined("EKATI", "98.40", "22140.00")],
  subheading: "7102.31",
  seals: ["GK 448096", "GK 448097"],
} as const;

const yes = { papersLegible: "yes", consigneePlausible: "yes", originProved: "yes" } as const;

/** Goes on only where this application was not begun before. */
async function once(
  place: number,
  viewer: ExporterViewer,
  exporterId: string,
  go: (applicationId: string) => Promise<void>,
): Promise<void> {
  const token = `0a0e5c1e-0000-4000-9000-${String(place).padStart(12, "0")}`;
  const created = await createApplication(viewer, exporterId, token);
  if (!created.ok) throw new Error(`demonstration application ${place}: ${created.error}`);
  const { applicationId: id } = created.value;
  const { version } = await db().application.findUniqueOrThrow({ where: { id } });
  if (version === 1) await go(id);
}

async function fillIn(
  viewer: ExporterViewer,
  id: string,
  answers: Answers,
  documents: readonly ("invoice" | "packing_list" | "import_certificate")[],
): Promise<number> {
  let version = 1;
  for (const section of Object.keys(answers) as AnsweredSection[]) {
    const saved = await saveSection(viewer, id, section, answers[section] ?? {}, version);
    done(saved);
    if (saved.ok) version = saved.value.version;
  }
  for (const [n, kind] of documents.entries()) {
    const words = kind.replaceAll("_", " ");
    const bytes = paper([
      words.toUpperCase(),
      `Paper ${n + 1}`,
      "",
      "Demonstration paper: nothing in it is real.",
    ]);
    const name = `${words}.pdf`;
    const incoming = await writeIncoming(Readable.from([bytes]));
    done(await addDocument(viewer, { applicationId: id }, kind, { name, ...incoming }));
    version += 1;
  }
  return version;
}

async function send(viewer: ExporterViewer, id: string, answers: Answers): Promise<void> {
  const rows = answers.origin?.origins ?? [];
  const copies = rows.flatMap(({ category }) =>
    category === "previously_imported" ? (["import_certificate"] as const) : [],
  );
  const papers = ["invoice", "packing_list", ...copies] as const;
  const version = await fillIn(viewer, id, answers, papers);
  const texts = await listDeclarationTexts(todayInOttawa());
  const asked = (kind: string) => texts.find((text) => text.kind === kind)?.textVersion ?? null;
  const declarations = {
    rough_diamonds: asked("rough_diamonds"),
    certification: asked("certification"),
  };
  done(await submitApplication(viewer, id, { version, declarations }));
}

async function advise(reviewer: OfficerViewer, id: string, answers: Answers): Promise<void> {
  done(await claim(reviewer, id));
  const checklist = {
    answers: yes,
    read: figuresOf(answers),
    why: {},
    dispositions: {},
    sections: [],
  };
  const reasons = "The papers agree with the application.";
  done(await recommend(reviewer, id, { outcome: "issue", reasons, checklist }));
}

function done(outcome: { readonly ok: boolean }): void {
  if (!outcome.ok) throw new Error(`The demonstration data: ${JSON.stringify(outcome)}`);
}

const inDays = (days: number) => addDays(todayInOttawa(), days);
