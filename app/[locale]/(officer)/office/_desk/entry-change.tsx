import type { EntryWords } from "./entry-words";

/** From what to what, and what else an entry says. */
export function EntryChange({ entry: { from, to, more } }: { entry: EntryWords }) {
  return (
    <>
      {from ? <del>{from}</del> : null} {to ? <ins>{to}</ins> : null}
      {more ? <span className={from || to ? "sub written" : "written"}>{more}</span> : null}
    </>
  );
}
