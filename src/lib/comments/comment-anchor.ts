/** The anchor of a comment in the page of its article. */
export function commentAnchor(id: string): string {
  return `commentaire-${id}`;
}
