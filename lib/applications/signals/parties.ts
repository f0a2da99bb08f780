import { count, date, name, text, type Facts } from "@/lib/applications/rules/rule";
import { firstFiles, type History, type Signal } from "@/lib/applications/signals/signal";
import { isOnSchedule, participantByCode } from "@/lib/reference/lookups";

/** Whether this exporter knows the consignee, and who else does. */
export function consigneeSignals({ answers }: Facts, { consignee }: History): Signal[] {
  const called = answers.consignee?.consignee?.name;
  if (!called) return [];
  const { before, own, others, exporters, files } = consignee;
  const params = { name: text(called), own: count(own), before: count(before) };
  const first: Signal =
    before === 0
      ? { level: "none", key: "consignee.first", params, files: [] }
      : own === 0
        ? { level: "noted", key: "consignee.new", params, files: [] }
        : { level: "none", key: "consignee.known", params, files: [] };
  if (others === 0) return [first];
  return [
    first,
    {
      level: "noted",
      key: "consignee.shared",
      params: { name: text(called), others: count(others), exporters: count(exporters) },
      files: firstFiles(files),
    },
  ];
}

/** Whether the destination is a participant of the Schedule on the day. */
export function participantSignals({ answers, reference, today }: Facts): Signal[] {
  const participant = participantByCode(reference, answers.consignee?.destination ?? "");
  if (!participant) return [];
  const on = isOnSchedule(participant, today);
  return [
    {
      level: on ? "none" : "high",
      key: on ? "participant.on" : "participant.off",
      params: {
        participant: name(participant),
        day: date(today),
        from: participant.scheduleFrom ? date(participant.scheduleFrom) : text("–"),
        until: participant.scheduleTo ? date(participant.scheduleTo) : text("–"),
      },
      files: [],
    },
  ];
}
