"use client";

import { createContext, useContext } from "react";

/** What the office asks of fields, by the name of the field. */
const AskedContext = createContext<Readonly<Record<string, readonly string[]>>>({});
export const AskedProvider = AskedContext.Provider;

const nothing: readonly string[] = [];

export function useAsked(name: string): readonly string[] {
  return useContext(AskedContext)[name] ?? nothing;
}
