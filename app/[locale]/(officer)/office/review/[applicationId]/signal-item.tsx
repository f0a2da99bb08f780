import { getLocale, getTranslations } from "next-intl/server";
import { FileLinks } from "./file-links";
import { PricePlot } from "@/components/record/price-plot";
import { PriceTable } from "./price-table";
import { signalSentence } from "@/lib/applications/finding-sentence";
import type { Signal } from "@/lib/applications/signals/signal";

const marks = { high: "d", noted: undefined, none: "p" } as const;

/** A signal: how grave, its sentence with its figures, and the files it speaks of. */
export async function SignalItem({ signal, id }: { signal: Signal; id: string }) {
  const t = await getTranslations("signals");
  const locale = await getLocale();
  const { level, files, prices } = signal;
  return (
    <li className={marks[level]}>
      <b>{t(`level.${level}`)}</b>
      <span className="block">{signalSentence(signal, locale)}</span>
      {files.length > 0 ? <FileLinks files={files} /> : null}
      {prices && prices.shipments.length > 0 ? (
        <>
          <PricePlot prices={prices} id={id} />
          <PriceTable prices={prices} />
        </>
      ) : null}
    </li>
  );
}
