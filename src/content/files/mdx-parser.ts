import { mdxToMdast } from 'satteri';

/** Reads MDX into a tree. Throws an error « line:column: what » where it cannot be read. */
export const parseMdx = (body: string): unknown => mdxToMdast(body);
