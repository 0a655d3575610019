import type { AstroInstance } from 'astro';

/** The properties of a component in one state, and the HTML of its slot. */
type State = Record<string, unknown> & { slot?: string };

/** A component, and its states by their names. */
export interface Examples {
  Component: AstroInstance['default'];
  states: Readonly<Record<string, State>>;
  /** Where the examples are shown: as wide as a card, or in a list. */
  place?: 'card' | 'list';
}

/** Examples of a component. Their properties are checked against its own. */
export function examples<Props extends object>(
  Component: (props: Props) => unknown,
  states: Readonly<Record<string, NoInfer<Props> & { slot?: string }>>,
  more: Pick<Examples, 'place'> = {},
): Examples {
  return { Component: Component as AstroInstance['default'], states: states, ...more };
}
