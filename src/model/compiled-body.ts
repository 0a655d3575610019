/** A part of a compiled text: HTML, or a component that the page renders. */
export type BodyNode = string | BodyComponent;

export interface BodyComponent {
  name: string;
  attributes: Readonly<Record<string, unknown>>;
  children: readonly BodyNode[];
}

export interface BodyHeading {
  depth: number;
  slug: string;
  /** The heading's HTML for a link to it: without footnote calls and links, with language attributes. */
  html: string;
}

export interface CompiledBody {
  nodes: readonly BodyNode[];
  headings: readonly BodyHeading[];
}
