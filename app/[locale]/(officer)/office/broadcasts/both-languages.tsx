import type { Locale } from "@/lib/i18n/routing";

interface Props {
  said: Readonly<Record<Locale, { title: string; paragraphs: readonly string[] }>>;
  /** The names of the languages. */
  names: Readonly<Record<Locale, string>>;
  urgent: boolean;
  heading: "h2" | "h3";
}

/** An announcement in both languages side by side, as pages show it. */
export function BothLanguages({ said, names, urgent, heading: Heading }: Props) {
  return (
    <div className="two">
      {(["en", "fr"] as const).map((language) => (
        <section key={language} aria-label={names[language]}>
          <div
            className={urgent ? "notice notice--warning" : "notice notice--info"}
            lang={`${language}-CA`}
          >
            <Heading>{said[language].title}</Heading>
            {said[language].paragraphs.map((text, place) => (
              <p key={place}>{text}</p>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
