/**
 * One rule of a value, as a pattern that a good value matches. A rule is data, so that the page can
 * carry it and the checklist beside the field can be followed while typing.
 */
export type Rule<Name extends string = string> = { name: Name; pattern: RegExp };

/** The names of the rules that a value breaks, in their order. */
export function broken<Name extends string>(rules: readonly Rule<Name>[], value: string): Name[] {
  return rules.filter(({ pattern }) => !pattern.test(value)).map(({ name }) => name);
}
