import { broken, type Rule } from "@/gckey/rules/rule";

export type UserNameRule = "length" | "characters" | "digits";

export const userNameRules: readonly Rule<UserNameRule>[] = [
  { name: "length", pattern: /^.{8,16}$/su },
  { name: "characters", pattern: /^[A-Za-z0-9]*$/u },
  { name: "digits", pattern: /^(?:\D*\d){0,7}\D*$/u },
];

export const brokenUserNameRules = (userName: string) => broken(userNameRules, userName);
