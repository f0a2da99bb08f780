"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";

const words = {
  en: {
    title: "Something went wrong",
    text: "The portal could not finish this. What was saved before is safe. Try again; if it happens again, call the office at 1-855-525-9293 and give this code:",
    again: "Try again",
  },
  fr: {
    title: "Un problème est survenu",
    text: "Le portail n’a pas pu terminer l’opération. Ce qui avait été enregistré est intact. Réessayez ; si le problème persiste, appelez le Bureau au 1-855-525-9293 et donnez ce code :",
    again: "Réessayer",
  },
} as const;

/** A fault nobody foresaw. It must not depend on anything that may itself be broken: its words are here. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const { title, text, again } = words[usePathname().startsWith("/fr") ? "fr" : "en"];
  // The page that failed may have had a title or not.
  useEffect(() => {
    document.title = `${title} - Canada.ca`;
  }, [title]);
  return (
    <main id="main" className="container">
      <h1>{title}</h1>
      <p>
        {text} <span className="mono">{error.digest ?? "-"}</span>
      </p>
      <p className="actions">
        <button className="button" type="button" onClick={reset}>
          {again}
        </button>
      </p>
    </main>
  );
}
