import { getTranslations } from "next-intl/server";
import { turnLetterKeys } from "./actions";
import { QueueKeys } from "./queue-keys";

const letters = ["j", "k", "o", "c", "n", "/", "?"] as const;

/** The keys of the queue, and where they are turned off (WCAG 2.1.4). Each repeats a visible control. */
export async function KeysNote({ on }: { on: boolean }) {
  const t = await getTranslations("office.queue.keys");
  return (
    <>
      <details className="small" id="keys">
        <summary>{t("title")}</summary>
        <p>{t("rows")}</p>
        {on ? (
          <ul className="keylist">
            {letters.map((letter) => (
              <li key={letter}>
                <kbd>{letter}</kbd> {t(`does.${nameOf[letter]}`)}
              </li>
            ))}
          </ul>
        ) : (
          <p>{t("areOff")}</p>
        )}
        <form action={turnLetterKeys.bind(null, on ? "off" : "on")}>
          <button className="button button--secondary button--small">
            {on ? t("turnOff") : t("turnOn")}
          </button>
        </form>
      </details>
      <QueueKeys on={on} />
    </>
  );
}

const nameOf = {
  j: "down",
  k: "up",
  o: "open",
  c: "claim",
  n: "next",
  "/": "search",
  "?": "help",
} as const;
