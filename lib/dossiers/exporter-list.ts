import * as z from "zod";
import { searched } from "@/lib/forms/search-text";

/** What the address of the list of exporters says; anything that cannot be understood counts as not said. */
export const exporterFilter = z.object({
  text: searched(),
  after: z.string().max(40).catch(""),
});
export type ExporterFilter = z.infer<typeof exporterFilter>;
