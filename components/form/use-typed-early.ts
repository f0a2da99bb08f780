"use client";

import { useLayoutEffect, useRef, useState, useSyncExternalStore, type RefObject } from "react";

const never = () => () => {};

/**
 * For a text area: whoever types before the page's scripts have come keeps what they typed. When React takes
 * over what the server drew it spares the text of every other field, but puts the stored one back into these.
 */
export function useTypedEarly(id: string): RefObject<HTMLTextAreaElement | null> {
  const field = useRef<HTMLTextAreaElement>(null);
  const takesOver = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  const [typed] = useState(() => {
    if (!takesOver || !("document" in globalThis)) return null;
    const drawn = document.getElementById(id);
    return drawn instanceof HTMLTextAreaElement ? drawn.value : null;
  });
  useLayoutEffect(() => {
    if (field.current && typed !== null) field.current.value = typed;
  }, [typed]);
  return field;
}
