import * as finish from "@/gckey/visits/finishes";
import type { FlowName, StepName } from "@/gckey/visits/state";
import type { Visit } from "@/gckey/visits/visit";

type Flow = {
  steps: readonly [StepName, ...StepName[]];
  finish: (visit: Visit) => Promise<finish.Finish>;
};

const setUp = [
  "factorChoice",
  "factorTerms",
  "authenticator",
  "emailAddress",
  "emailCode",
] as const satisfies StepName[];

/** Every way through the service: its pages in their order, and what is done at the end. */
export const flows: Record<FlowName, Flow> = {
  signIn: { steps: ["password", "secondFactor", "codesLeft"], finish: finish.signIn },
  register: {
    steps: ["terms", "userName", "newPassword", "questions", "welcome", ...setUp, "recoveryCodes"],
    finish: finish.register,
  },
  registered: { steps: ["completed"], finish: finish.signIn },
  declined: { steps: ["declined"], finish: finish.leave },
  recover: {
    steps: ["forgotten", "answers", "secondFactor", "newPassword"],
    finish: finish.recover,
  },
  recovered: { steps: ["codesLeft", "recovered"], finish: finish.signIn },
  account: { steps: ["home"], finish: finish.leave },
  changePassword: { steps: ["secondFactor", "newPassword"], finish: finish.changePassword },
  changeQuestions: { steps: ["secondFactor", "questions"], finish: finish.changeQuestions },
  changeFactor: { steps: ["secondFactor", ...setUp], finish: finish.changeFactor },
  changeEmail: {
    steps: ["secondFactor", "emailAddress", "emailCode"],
    finish: finish.changeEmail,
  },
  newCodes: { steps: ["secondFactor", "recoveryCodes"], finish: finish.newCodes },
  revoke: { steps: ["secondFactor", "revoke"], finish: finish.revoke },
};
