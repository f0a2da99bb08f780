import { aboutPeople, type PeopleData, type PeopleTemplate } from "@/lib/mail/about-people";
import type { Content } from "@/lib/mail/content";
import { oneLine } from "@/lib/mail/one-line";
import type { Words } from "@/lib/mail/words";

/** A mail about people and mandates. `tokenOf` makes the token of its link. */
export function people(
  template: PeopleTemplate,
  data: PeopleData,
  words: Words,
  tokenOf: (id: string) => string,
): Content {
  const { say } = words;
  const { page } = aboutPeople[template];
  const exporter = oneLine(data.exporter ?? "");
  const person = oneLine(data.person ?? "");
  const merged = oneLine(data.merged ?? "");
  const parameters = data.linkId ? { token: tokenOf(data.linkId) } : {};
  const name = oneLine(data.name);
  return {
    subject: say(`people.${template}.subject`, { exporter, person, merged }),
    heading: say(`people.${template}.heading`),
    ...(name && { greeting: say("greeting", { name }) }),
    text: say(`people.${template}.text`, { exporter, person, merged }),
    facts: facts(data, words),
    button: { label: say(`people.${template}.button`), address: words.address(page, parameters) },
    notes: [say(`people.${template}.note`)],
    mailNotes: [say("neverPassword")],
  };
}

function facts(data: PeopleData, words: Words): Content["facts"] {
  const { say } = words;
  const shown: Content["facts"] = [];
  const show = (label: string, value: string | undefined) => {
    if (value) shown.push({ label, value });
  };
  show(say("facts.exporter"), data.exporter && oneLine(data.exporter));
  show(say("facts.merged"), data.merged && oneLine(data.merged));
  show(say("facts.person"), data.person && oneLine(data.person));
  show(
    say("facts.may"),
    words.list(data.permissions?.map((permission) => say(`may.${permission}`))),
  );
  show(say("facts.roles"), words.list(data.roles?.map((role) => say(`role.${role}`))));
  if (data.endsOn) show(say("facts.lastDay"), words.date(data.endsOn));
  return shown;
}
