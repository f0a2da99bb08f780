import * as z from "zod";
import { errorKey } from "@/lib/forms/error-key";

const day = z.iso.date(errorKey("audit.day")).optional();

/** The days on which the batches were sealed that are checked; without any, the whole chain. */
export const chainForm = {
  schema: z.object({ from: day, to: day }).refine(({ from, to }) => !from || !to || from <= to, {
    error: errorKey("audit.range"),
    path: ["to"],
  }),
  fields: { from: "date", to: "date" },
} as const;
