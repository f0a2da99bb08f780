import type { Facts } from "@/lib/applications/rules/rule";
import { consigneeSignals, participantSignals } from "@/lib/applications/signals/parties";
import { priceSignals } from "@/lib/applications/signals/prices";
import { duplicateSignals, invoiceSignals, sealSignals } from "@/lib/applications/signals/repeats";
import type { History, Signal } from "@/lib/applications/signals/signal";
import { volumeSignals } from "@/lib/applications/signals/volumes";

const order = { high: 0, noted: 1, none: 2 } as const;

/** What the office's own history says about a submission, the gravest first. Never shown to an exporter. */
export function signalsOf(facts: Facts, history: History): Signal[] {
  return [
    ...priceSignals(facts, history),
    ...sealSignals(facts, history),
    ...invoiceSignals(facts, history),
    ...consigneeSignals(facts, history),
    ...volumeSignals(facts, history),
    ...participantSignals(facts),
    ...duplicateSignals(facts),
  ].sort((a, b) => order[a.level] - order[b.level]);
}
