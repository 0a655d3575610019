/** A part of a compiled text: a piece of HTML, or a component that the page renders. */
export type BodyNode = string | BodyComponent;

export interface BodyComponent {
  name: string;
  attributes: Readonly<Record<string, unknown>>;
  children: readonly BodyNode[];
}

export interface BodyHeading {
  depth: number;
  slug: string;
  /** The HTML of the heading for links to it: with language attributes, but without links and footnote references. */
  html: string;
}

export interface CompiledBody {
  nodes: readonly BodyNode[];
  headings: readonly BodyHeading[];
}
