import type { AstroInstance } from 'astro';

/** The props of a component in one state, and the HTML of its slot. */
type State = Record<string, unknown> & { slot?: string };

/** A component and its states, by name. */
export interface Examples {
  Component: AstroInstance['default'];
  states: Readonly<Record<string, State>>;
  /** The place of the examples: as wide as a card, or in a list. */
  place?: 'card' | 'list';
}

/** Declares examples of a component. TypeScript checks their props. */
export function examples<Props extends object>(
  Component: (props: Props) => unknown,
  states: Readonly<Record<string, NoInfer<Props> & { slot?: string }>>,
  more: Pick<Examples, 'place'> = {},
): Examples {
  return { Component: Component as AstroInstance['default'], states: states, ...more };
}
