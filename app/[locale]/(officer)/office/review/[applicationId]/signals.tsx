import { getLocale, getTranslations } from "next-intl/server";
import { SignalItem } from "./signal-item";
import { signalSentence } from "@/lib/applications/finding-sentence";
import type { Signal } from "@/lib/applications/signals/signal";

/** What the office's own history says: what is worth knowing first, the rest folded with its figures. */
export async function Signals({ signals }: { signals: readonly Signal[] }) {
  const t = await getTranslations("signals");
  const locale = await getLocale();
  const telling = signals.filter(({ level, prices }) => level !== "none" || prices !== undefined);
  const silent = signals.filter((signal) => !telling.includes(signal));
  return (
    <section id="signals" aria-labelledby="signals-title">
      <h2 id="signals-title">
        {t("title")} <span className="basis">{t("how")}</span>
      </h2>
      <ul className="checks">
        {telling.map((signal, i) => (
          <SignalItem key={i} signal={signal} id={`prices-${i}`} />
        ))}
      </ul>
      {silent.length > 0 ? (
        <details>
          <summary>{t("rest", { count: silent.length })}</summary>
          <ul className="checks">
            {silent.map((signal, i) => (
              <li key={i} className="p">
                {signalSentence(signal, locale)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}
