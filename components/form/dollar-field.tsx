"use client";

import { useLocale } from "next-intl";
import { TextField } from "@/components/form/text-field";
import type { FieldProps } from "@/components/form/field";

/** An amount in US dollars, with its unit where the reader's language puts it. */
export function DollarField(props: FieldProps) {
  const unit = useLocale() === "fr" ? { after: "$\u00A0US" } : { before: "US$" };
  return <TextField {...props} inputMode="decimal" {...unit} />;
}
