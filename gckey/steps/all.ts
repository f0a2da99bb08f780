import { authenticator } from "@/gckey/steps/authenticator";
import { codesLeft } from "@/gckey/steps/codes-left";
import { completed, recovered } from "@/gckey/steps/completed";
import { emailAddress, emailCode } from "@/gckey/steps/email";
import { factorChoice, factorTerms } from "@/gckey/steps/factor-choice";
import { answers, forgotten } from "@/gckey/steps/forgotten";
import { home } from "@/gckey/steps/home";
import { newPassword } from "@/gckey/steps/new-password";
import { password } from "@/gckey/steps/password";
import { questions } from "@/gckey/steps/questions";
import { recoveryCodes } from "@/gckey/steps/recovery-codes";
import { revoke } from "@/gckey/steps/revoke";
import { secondFactor } from "@/gckey/steps/second-factor";
import { declined, terms } from "@/gckey/steps/terms";
import { userName } from "@/gckey/steps/user-name";
import { welcome } from "@/gckey/steps/welcome";
import type { StepName } from "@/gckey/visits/state";
import type { Step } from "@/gckey/visits/step";

export const steps: Record<StepName, Step> = {
  password,
  secondFactor,
  codesLeft,
  terms,
  declined,
  userName,
  newPassword,
  questions,
  welcome,
  factorChoice,
  factorTerms,
  authenticator,
  emailAddress,
  emailCode,
  recoveryCodes,
  completed,
  forgotten,
  answers,
  recovered,
  home,
  revoke,
};
