import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { parseHTML } from 'linkedom';

type Component = Parameters<AstroContainer['renderToString']>[0];

/** Renders one component as in a page, and parses its HTML. */
export async function renderComponent(
  component: Component,
  props: Record<string, unknown>,
  slot?: string,
): Promise<Document> {
  const container = await AstroContainer.create();
  const html = await container.renderToString(component, {
    props,
    ...(slot ? { slots: { default: slot } } : {}),
  });
  return parseHTML(`<html><body>${html}</body></html>`).document;
}
