import type { EntryWords } from "./entry-words";

interface Props {
  entry: EntryWords;
  /** Behind a sentence, what else is said begins a line of its own. */
  apart?: boolean;
}

/** From what to what, and what else an entry says. */
export function EntryChange({ entry: { from, to, more }, apart = false }: Props) {
  return (
    <>
      {from ? <del>{from}</del> : null} {to ? <ins>{to}</ins> : null}
      {more ? (
        <span className={apart || from || to ? "sub written" : "written"}>{more}</span>
      ) : null}
    </>
  );
}
