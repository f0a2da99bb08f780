import type { Language } from "@/gckey/accounts";
import { readForm, seeOther, sendFile, sendPage } from "@/gckey/http";
import type { Mistake } from "@/gckey/page";
import { steps } from "@/gckey/steps/all";
import { flows } from "@/gckey/visits/flows";
import type { FlowName, State, StepName } from "@/gckey/visits/state";
import type { Filled, Outcome } from "@/gckey/visits/step";
import type { Visit } from "@/gckey/visits/visit";

const stepOf = (visit: Visit) => steps[visit.state.step];

const passesHere = (name: StepName, state: State) => steps[name].applies?.(state) ?? true;

async function show(visit: Visit, filled: Filled, sending: Parameters<typeof sendPage>[2] = {}) {
  sendPage(visit.response, await stepOf(visit).page(visit, filled), sending);
}

/** Moves the visit to a step and shows it: by its address, or at once when it has something to say. */
async function arriveAt(visit: Visit, step: StepName, mistakes: Mistake[] = []): Promise<void> {
  visit.state.step = step;
  await visit.save();
  const { arrive } = stepOf(visit);
  if (arrive) {
    mistakes.push(...(await arrive(visit)));
    await visit.save();
  }
  if (mistakes.length > 0) return show(visit, { mistakes });
  seeOther(visit.response, visit.place.address);
}

/** Begins a flow. What the visit held before is forgotten, but for who is signed in. */
async function begin(visit: Visit, flow: FlowName, carry: Partial<State> = {}): Promise<void> {
  const { language, accountId, since, userName } = visit.state;
  const [first] = flows[flow].steps;
  visit.state = {
    flow,
    step: first,
    ...(language ? { language } : {}),
    ...(accountId && since !== undefined ? { accountId, since } : {}),
    // Typed at the sign-in; whoever goes to another password need not type it again.
    ...(flow === "recover" && userName !== undefined ? { userName } : {}),
    ...carry,
  };
  await arriveAt(visit, flows[flow].steps.find((one) => passesHere(one, visit.state)) ?? first);
}

/** Where a visit starts and where “Cancel” leads. */
const cancel = (visit: Visit) =>
  begin(visit, visit.state.since === undefined ? "signIn" : "account");

async function goOn(visit: Visit): Promise<void> {
  const { steps: order, finish } = flows[visit.state.flow];
  const later = order.slice(order.indexOf(visit.state.step) + 1);
  const step = later.find((one) => passesHere(one, visit.state));
  if (step) return arriveAt(visit, step);
  const follows = await finish(visit);
  if (follows === "answered") return;
  if ("step" in follows) return arriveAt(visit, follows.step, follows.mistakes);
  return begin(visit, follows.flow, follows.carry);
}

async function goBack(visit: Visit): Promise<void> {
  const order = flows[visit.state.flow].steps;
  const earlier = order.slice(0, order.indexOf(visit.state.step)).reverse();
  const step = earlier.find((one) => passesHere(one, visit.state));
  // What was proved is not proved a second time by going back.
  if (!step || step === "secondFactor") return cancel(visit);
  return arriveAt(visit, step);
}

async function follow(visit: Visit, outcome: Outcome, typed: URLSearchParams): Promise<void> {
  switch (outcome.to) {
    case "next":
      return goOn(visit);
    case "flow":
      return begin(visit, outcome.flow);
    case "fresh":
      await visit.save();
      return show(visit, { mistakes: [], notice: outcome.notice });
    case "file":
      return sendFile(visit.response, outcome.name, outcome.text);
    case "again": {
      const { mistakes, waitMilliseconds: wait } = outcome;
      if (wait === undefined) return show(visit, { typed, mistakes });
      const headers = { "Retry-After": String(Math.ceil(wait / 1000)) };
      return show(visit, { typed, mistakes }, { status: 429, headers });
    }
    case "nothing":
      return;
  }
}

async function take(visit: Visit, form: URLSearchParams): Promise<void> {
  const action = form.get("do") ?? "next";
  // A page of another step, left open in another tab or sent twice.
  const current = form.get("step") === visit.state.step;
  const language = /^language-(en|fr)$/.exec(action)?.[1];
  if (language) {
    visit.state.language = language as Language;
    await visit.save();
    return show(visit, { typed: current ? form : undefined, mistakes: [] });
  }
  if (!current) return seeOther(visit.response, visit.place.address);
  if (action === "cancel") return cancel(visit);
  if (action === "back") return goBack(visit);
  return follow(visit, await stepOf(visit).take(visit, form, action), form);
}

/** Answers a visit: its page, or what follows from its form. */
export async function answerVisit(visit: Visit, origin: string): Promise<void> {
  if (visit.request.method !== "POST") return show(visit, { mistakes: [] });
  return take(visit, await readForm(visit.request, origin));
}
