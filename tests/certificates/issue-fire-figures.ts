import * as z from "zod";
import { readJson, writePrivateJson } from "@/scripts/private-file";
import type { Burnt } from "./issue-fire";

const schema = z.object({
  issues: z.number(),
  issued: z.number(),
  presses: z.number(),
  cut: z.number(),
  seconds: z.number(),
});

const progress = process.env["ISSUE_PROGRESS"];

/** Sums up rounds. With ISSUE_PROGRESS, a file, they go on where they stopped, with numbers that begin anew. */
export function keepFigures(issues: number) {
  const before = progress ? schema.safeParse(readJson(progress)).data : undefined;
  const goesOn = before?.issues === issues && before.issued < issues;
  const figures = goesOn ? before : { issues, issued: 0, presses: 0, cut: 0, seconds: 0 };
  return {
    figures,
    add: (round: Burnt & { readonly seconds: number }) => {
      for (const name of ["issued", "presses", "cut", "seconds"] as const)
        figures[name] += round[name];
      if (progress) writePrivateJson(progress, figures);
      const { issued, presses, cut, seconds } = figures;
      process.stdout.write(
        `${issued} of ${issues} issued by ${presses} presses in ${Math.round(seconds)} s; connections cut ${cut} times\n`,
      );
    },
  };
}
