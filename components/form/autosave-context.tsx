"use client";

import { createContext, useContext } from "react";
import type { Heard } from "@/components/form/keep-saving";

const AutosaveContext = createContext<Heard | null>(null);
export const AutosaveProvider = AutosaveContext.Provider;

/** What the form was answered when it last saved itself; null before. */
export function useHeard(): Heard | null {
  return useContext(AutosaveContext);
}
