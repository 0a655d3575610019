import { defineMdastPlugin } from 'satteri';

/**
 * Encodes a footnote’s name with letters, digits and underscores only, so that its id and the links to it match in
 * every browser.
 */
const idOf = (identifier: string) =>
  identifier.replace(/[^a-z\d]/giu, (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}`);

/** Gives footnotes ids that need no escaping, whatever their names. */
export const footnoteIds = defineMdastPlugin({
  name: 'footnote-ids',
  footnoteReference(node, context) {
    context.setProperty(node, 'identifier', idOf(node.identifier));
  },
  footnoteDefinition(node, context) {
    context.setProperty(node, 'identifier', idOf(node.identifier));
  },
});
