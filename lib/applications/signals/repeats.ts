import { carats, count, date, text, usd, type Facts } from "@/lib/applications/rules/rule";
import { duplicateRules } from "@/lib/applications/rules/duplicates";
import { together } from "@/lib/applications/signals/figures";
import { firstFiles, type History, type Signal } from "@/lib/applications/signals/signal";
import { totalsOf } from "@/lib/applications/totals";

/** Seal numbers that another shipment bore or bears. */
export function sealSignals({ answers }: Facts, { seals }: History): Signal[] {
  if (seals.length === 0) {
    const looked = count(answers.goods?.seals?.length ?? 0);
    return [{ level: "none", key: "seal.new", params: { count: looked }, files: [] }];
  }
  const alike = together(seals, ({ seal, certificate, live, own }) =>
    [seal, certificate, live, own].join("\n"),
  );
  return alike.flatMap((uses): Signal[] => {
    const [use] = uses;
    if (!use) return [];
    const { seal, certificate, live, own, number } = use;
    const level = live || !own ? "high" : "noted";
    const files = firstFiles(uses);
    const params = { seal: text(seal), number: text(number), count: count(uses.length) };
    if (certificate === null) return [{ level, key: "seal.application", params, files }];
    const on = { ...params, certificate: text(certificate) };
    return [{ level, key: live ? "seal.live" : "seal.past", params: on, files }];
  });
}

/** The very bytes of an invoice, handed in before. */
export function invoiceSignals({ documents }: Facts, { invoices }: History): Signal[] {
  if (invoices.length === 0) {
    const looked = count(documents.filter(({ kind }) => kind === "invoice").length);
    return [{ level: "none", key: "invoice.new", params: { count: looked }, files: [] }];
  }
  return together(invoices, ({ name, own }) => `${String(own)} ${name}`).flatMap(
    (files): Signal[] => {
      const [file] = files;
      if (!file) return [];
      return [
        {
          level: "high",
          key: file.own ? "invoice.own" : "invoice.others",
          params: { name: text(file.name), number: text(file.number), count: count(files.length) },
          files: firstFiles(files),
        },
      ];
    },
  );
}

/** Rule R39, with the other file: the same consignee, mass and value within 30 days. */
export function duplicateSignals(facts: Facts): Signal[] {
  const found = duplicateRules.flatMap((rule) => (rule.applies(facts) ? rule.check(facts) : []));
  if (found.length === 0) {
    const totals = totalsOf(facts.answers.origin?.origins ?? []);
    const params = { carats: carats(totals.carats), usd: usd(totals.usd) };
    return [{ level: "none", key: "duplicate.none", params, files: [] }];
  }
  return found.map(({ severity, params }) => {
    const other = facts.sameFigures.find(
      ({ number }) => params["number"]?.as === "text" && params["number"].value === number,
    );
    return {
      level: severity === "officer" ? "high" : "noted",
      key: severity === "officer" ? "duplicate.others" : "duplicate.own",
      params: {
        number: text(other?.number ?? ""),
        sent: date(other?.submittedOn ?? facts.today),
        carats: params["carats"] ?? carats("0"),
        usd: params["usd"] ?? usd("0"),
      },
      files: firstFiles(other ? [other] : []),
    };
  });
}
