"use client";

import { createContext, useContext } from "react";

const TypedContext = createContext<Readonly<Record<string, string>>>({});
export const TypedProvider = TypedContext.Provider;

/** What stands in the form's fields at this moment, by name; at first what is stored. */
export function useTyped(): Readonly<Record<string, string>> {
  return useContext(TypedContext);
}
