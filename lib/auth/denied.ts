import "server-only";
import { addressHere, currentPerson } from "@/lib/auth/current";
import { noteDeniedTo } from "@/lib/auth/note-denied";
import { pageAt } from "@/lib/i18n/alternate";
import { notFoundAnswer } from "@/lib/security/private-answer";

/** Notes that the reader of this page was not given what its address names; nobody signed in is not noted. */
export async function deniedHere(why: "record" | "press"): Promise<void> {
  const here = pageAt(new URL(await addressHere(), "http://portal").pathname);
  if (here) await note(here.page, here.parameters, why);
}

/** The answer of a handler that gives nothing, after it has noted to whom. */
export async function deniedAnswer(
  request: Request,
  parameters: Readonly<Record<string, string>>,
): Promise<Response> {
  await deniedFile(request, parameters);
  return notFoundAnswer();
}

/** The same for a handler that has another answer. */
export async function deniedFile(
  request: Request,
  parameters: Readonly<Record<string, string>>,
): Promise<void> {
  const names = new Map(Object.entries(parameters).map(([name, value]) => [value, `[${name}]`]));
  const parts = new URL(request.url).pathname.split("/").map((part) => names.get(part) ?? part);
  await note(parts.join("/"), parameters, "record");
}

/** What an officer's command answers where it is not this officer's to do. */
const denials = ["notFound", "notAllowed", "ownProfile"];
export const isDenial = (error: string) => denials.includes(error);

/** What a form says of a press that a command refused; the trail tells those that were refused because of who pressed. */
export async function refusedPress<R extends { error: string }, Said>(
  refusal: R,
  say: (refusal: R) => Said,
): Promise<Said> {
  if (isDenial(refusal.error)) await deniedHere("press");
  return say(refusal);
}

async function note(
  address: string,
  parameters: Readonly<Record<string, string>>,
  why: "record" | "press",
): Promise<void> {
  const person = await currentPerson();
  if (person) await noteDeniedTo(person, { address, parameters, why });
}
