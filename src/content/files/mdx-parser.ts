import { mdxToMdast } from 'satteri';

/**
 * Parses MDX into a syntax tree.
 *
 * @throws Error « line:column: message » when it cannot be parsed
 */
export const parseMdx = (body: string): unknown => mdxToMdast(body);
