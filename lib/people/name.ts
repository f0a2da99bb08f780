interface Named {
  readonly firstName: string;
  readonly lastName: string;
}

/** What a query selects of a person who is only named. */
export const named = { select: { firstName: true, lastName: true } } as const;

/** "Nora Lindqvist"; nobody, or a person without a name yet, is named by nothing. */
export function fullName(person: Named | null | undefined): string {
  return person ? `${person.firstName} ${person.lastName}`.trim() : "";
}
