/**
 * The initial of an author.
 *
 * @param isCollective whether a leading article is skipped: « La rédaction » gives « R »
 * @returns empty when the name has no letter
 */
export function initialOf(name: string, isCollective: boolean): string {
  const bare = isCollective ? name.replace(/^(?:L[’']|La |Le |Les )/u, '') : name;
  return (/\p{L}/u.exec(bare)?.[0] ?? '').toUpperCase();
}
