/** Where a link may lead that somebody has to press: the web and their mail. */
export function isOrdinaryLink(target: string): boolean {
  const link = withoutBlanks(target);
  if (/^[a-z][a-z0-9+.-]*:/i.test(link)) return /^(?:https?|mailto|tel|ftps?):/i.test(link);
  return !/^[\\/]{2}/.test(link);
}

/** Whether a picture or a part named so comes from another machine or another file. */
export function isElsewhere(target: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]+:|[\\/]{2})/i.test(withoutBlanks(target));
}

/** Whether the text of a field of a Word document fetches or runs something. */
export function isFetchingField(instruction: string): boolean {
  return /^\s*(?:DDE|DDEAUTO|INCLUDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|RD|DATABASE|QUOTE(?:\s+\d+){3,})(?![A-Z])/i.test(
    instruction,
  );
}

/** Browsers and viewers skip blanks and control characters in addresses. */
const withoutBlanks = (target: string) => target.replace(/[\p{Cc}\s]/gu, "");
