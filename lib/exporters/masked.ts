/** "jean.roy@example.ca" → "j•••@example.ca": enough to know one's own address, too little to learn it. */
export function masked(email: string): string {
  const at = email.lastIndexOf("@");
  return `${String.fromCodePoint(email.codePointAt(0) ?? 0x2022)}•••${email.slice(at)}`;
}
