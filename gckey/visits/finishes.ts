import type { Account } from "@/gckey/accounts";
import { sendPage } from "@/gckey/http";
import type { Mistake } from "@/gckey/page";
import { noticePage } from "@/gckey/notice-pages";
import type { Change, FlowName, State, StepName } from "@/gckey/visits/state";
import type { Visit } from "@/gckey/visits/visit";

/** What follows the last step of a flow: another flow, one of its earlier steps, or nothing more. */
export type Finish =
  { flow: FlowName; carry?: Partial<State> } | { step: StepName; mistakes: Mistake[] } | "answered";

const factorIn = ({ choice, totpSecret, totpStep }: State) =>
  choice === "email" || !totpSecret
    ? { factor: "email" as const }
    : { factor: "totp" as const, totpSecret, ...(totpStep === undefined ? {} : { totpStep }) };

export async function signIn(visit: Visit): Promise<Finish> {
  await visit.place.signIn(visit, await visit.account());
  return "answered";
}

export async function leave(visit: Visit): Promise<Finish> {
  await visit.parts.visits.end(visit.place.key);
  await visit.place.leave(visit);
  return "answered";
}

/** Makes the account. Of two who want one user name, the second chooses another. */
export async function register(visit: Visit): Promise<Finish> {
  const { state, parts, language, texts } = visit;
  const { userName, passwordHash, recovery, recoveryCodes, newAccountId } = state;
  if (!userName) return { step: "userName", mistakes: [] };
  if (!passwordHash) return { step: "newPassword", mistakes: [] };
  if (!recovery) return { step: "questions", mistakes: [] };
  if (!recoveryCodes || !newAccountId) return { step: "recoveryCodes", mistakes: [] };
  const factor = factorIn(state);
  const made = await parts.changes.register({
    id: newAccountId,
    userName,
    passwordHash,
    recovery,
    recoveryCodes,
    language,
    email: factor.factor === "email" ? (state.email ?? null) : null,
    ...factor,
  });
  if (!made) {
    delete state.passwordHash;
    const sentence = texts.registration.userName.taken;
    return { step: "userName", mistakes: [{ field: "userName", sentence }] };
  }
  parts.log.info({ event: "registered", account: newAccountId });
  return { flow: "registered", carry: { accountId: newAccountId } };
}

/** A change of the account pages: made, told to its owner, and shown. */
const change =
  (name: Change, make: (visit: Visit, account: Account) => Promise<void>) =>
  async (visit: Visit): Promise<Finish> => {
    const account = await visit.account();
    await make(visit, account);
    await visit.changed(name, account);
    return { flow: "account", carry: { changed: name } };
  };

async function putPassword(visit: Visit, { id }: Account): Promise<void> {
  await visit.parts.changes.setPassword(id, visit.state.passwordHash ?? "");
  await visit.endElsewhere(id);
}

export const changePassword = change("password", putPassword);

export const changeQuestions = change("questions", async ({ parts, state }, { id }) => {
  if (state.recovery) await parts.changes.setRecovery(id, state.recovery);
});

export const changeFactor = change("factor", async (visit, { id }) => {
  const factor = factorIn(visit.state);
  await visit.parts.changes.setFactor(id, { ...factor, email: visit.state.email });
  await visit.endElsewhere(id);
});

export const changeEmail = change("email", ({ parts, state }, { id }) =>
  parts.changes.setFactor(id, { factor: "email", email: state.email }),
);

export const newCodes = change("recoveryCodes", ({ parts, state }, { id }) =>
  parts.changes.replaceRecoveryCodes(id, state.recoveryCodes ?? []),
);

/** The new password after a recovery. Whoever else is signed in may be the reason for it. */
export async function recover(visit: Visit): Promise<Finish> {
  const account = await visit.account();
  await putPassword(visit, account);
  await visit.changed("recovered", account);
  const { codesLeft } = visit.state;
  const carry = { accountId: account.id, ...(codesLeft === undefined ? {} : { codesLeft }) };
  return { flow: "recovered", carry };
}

export async function revoke(visit: Visit): Promise<Finish> {
  const { parts, place, language, response } = visit;
  const account = await visit.account();
  await parts.changes.revoke(account.id);
  await visit.changed("revoked", account);
  await parts.visits.endOthers(account.id, place.key);
  await parts.endSessions(account.id);
  await parts.visits.end(place.key);
  sendPage(response, noticePage("revoked", language, { homeOf: parts.homeOf }));
  return "answered";
}
