"use client";

import { useEffect } from "react";

/**
 * Keys of the queue, for whoever has script. They press what is on the page anyway: rows are `data-file`,
 * what a letter presses is `data-key`. The arrows move only from a row, so that the page still scrolls.
 */
export function QueueKeys({ on }: { on: boolean }) {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      const { key, target } = event;
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (target instanceof Element && target.closest("input, select, textarea, dialog")) return;
      const arrows = { ArrowDown: 1, ArrowUp: -1 }[key];
      const act = arrows && rowHere() ? () => move(arrows) : on ? letters[key] : undefined;
      if (!act) return;
      event.preventDefault();
      act();
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [on]);
  return null;
}

const letters: Readonly<Record<string, () => void>> = {
  j: () => move(1),
  k: () => move(-1),
  o: () => pressIn(rowHere(), "open"),
  c: () => pressIn(rowHere(), "claim"),
  n: () => pressIn(document, "next"),
  "/": () => document.getElementById("text")?.focus(),
  "?": () => {
    const keys = document.getElementById("keys");
    keys?.toggleAttribute("open", true);
    keys?.querySelector("summary")?.focus();
  },
};

const keyed = (name: string) => `[data-key="${name}"]`;
const rowHere = () => document.activeElement?.closest<HTMLElement>("[data-file]") ?? null;

function pressIn(place: ParentNode | null, name: string) {
  place?.querySelector<HTMLElement>(keyed(name))?.click();
}

/** To the link of the next row or the one before; from elsewhere to the row that the page names, or the first. */
function move(step: number) {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-file]")];
  const here = rows.findIndex((row) => row === rowHere());
  const near = document.activeElement?.closest<HTMLElement>("[data-near]")?.dataset["near"];
  const named = rows.findIndex((row) => row.dataset["file"] === near);
  const to = here >= 0 ? here + step : Math.max(named, 0);
  rows[Math.min(Math.max(to, 0), rows.length - 1)]
    ?.querySelector<HTMLElement>(keyed("open"))
    ?.focus();
}
