/**
 * The letter that stands for an author.
 *
 * @param isCollective whether the name is of a group, whose article is left out: « La rédaction » gives « R »
 * @returns empty when the name holds no letter
 */
export function initialOf(name: string, isCollective: boolean): string {
  const bare = isCollective ? name.replace(/^(?:L[’']|La |Le |Les )/u, '') : name;
  return (/\p{L}/u.exec(bare)?.[0] ?? '').toUpperCase();
}
