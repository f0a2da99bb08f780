/** What is never kept after the press that sent it: secrets, what a page draws anew, what is declared by ticking. */
const neverKept =
  /^\$ACTION|password|passcode|\botp\b|^(code|token|creationToken|person|kept|intent|from|locale|returnTo|read|rough_diamonds|certification)$|\.version$/i;

/** What travels with a form unseen: it says from what the form was drawn. */
const unseen =
  /^(pageForm|version|base|clashes|seen|before|request|recommendation|inPlace|messageId|savedAt|files|holder)$|\.id$/;

/** Whether what is sent under this name may be kept, to be shown in the same form again. */
export const mayBeKept = (name: string) => !neverKept.test(name);

/** What somebody typed or chose, in the order of the form, without what travelled beside it. */
export function typedTexts(values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values)
    .filter(([name, text]) => mayBeKept(name) && !unseen.test(name) && text.trim() !== "")
    .map(([, text]) => text);
}
