import { emptyForm, type FormState } from "@/lib/forms/form-state";

export type Fields = Readonly<Record<string, string>>;
type Action = (state: FormState, formData: FormData) => Promise<FormState>;

/** Posts a form: it leads somewhere, or stays with what is wrong. */
export async function press(
  action: Action,
  fields: Fields,
): Promise<{ to: string; state: null } | { to: null; state: FormState }> {
  const formData = new FormData();
  for (const [name, value] of Object.entries(fields)) formData.append(name, value);
  try {
    return { to: null, state: await action(emptyForm, formData) };
  } catch (thrown) {
    const { digest = "" } = thrown as { digest?: string };
    // A redirect is thrown: NEXT_REDIRECT;push;<address>;307;
    const to = /^NEXT_REDIRECT;\w+;(.+);\d+;$/.exec(digest)?.[1];
    if (to === undefined) throw thrown;
    return { to, state: null };
  }
}
