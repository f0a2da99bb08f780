/** Words to look for, as somebody typed them or an address has them; what is too long is cut. */
export const searchText = (typed: string, maximum = 100): string =>
  // PostgreSQL holds no NUL.
  typed.replaceAll("\0", "").trim().slice(0, maximum);
