/** A part of a compiled text: HTML, or a component that its page draws. */
export type BodyNode = string | BodyComponent;

export interface BodyComponent {
  name: string;
  attributes: Readonly<Record<string, unknown>>;
  children: readonly BodyNode[];
}

export interface BodyHeading {
  depth: number;
  slug: string;
  /** Its words for a link that leads to it: no note calls, no links, languages kept. */
  html: string;
}

export interface CompiledBody {
  nodes: readonly BodyNode[];
  headings: readonly BodyHeading[];
}
