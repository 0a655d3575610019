import type { CustomFieldControlProps } from '@sveltia/cms';
import { CENTRE, type FocalPoint, parseFocalPoint, writeFocalPoint } from '#lib/focal-point.ts';

/** React's `createElement`. */
export type CreateElement = (type: unknown, properties: object, ...children: unknown[]) => unknown;

/** The picture of the cover, in the form. */
const COVER = '[data-key-path="cover.src"] img';

const LABEL = 'Cadrage : cliquez sur le point qui doit rester visible, ou déplacez-le avec les flèches';

/** How far an arrow key moves the point, in percent. */
const STEP = 5;
const ARROWS: Readonly<Record<string, FocalPoint>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

/**
 * The form field of a focal point: Sveltia's text field, and the cover below it, on which a click or an arrow key writes
 * the text.
 *
 * @param TextField the component of Sveltia's text field
 */
export function focalPointField(createElement: CreateElement, TextField: unknown) {
  return (properties: CustomFieldControlProps): unknown => {
    const { value, onChange } = properties as { value: unknown; onChange: (value: string) => void };
    const point = parseFocalPoint(String(value ?? '')) ?? CENTRE;
    const onKeyDown = (event: KeyboardEvent) => {
      const move = ARROWS[event.key];
      if (!move) return;
      event.preventDefault();
      event.stopPropagation();
      onChange(writeFocalPoint({ x: point.x + move.x, y: point.y + move.y }));
    };
    return createElement(
      'div',
      {},
      createElement(TextField, properties),
      createElement(
        'div',
        {
          className: 'focal-point',
          role: 'slider',
          tabIndex: 0,
          title: LABEL,
          'aria-valuenow': point.x,
          'aria-valuetext': writeFocalPoint(point),
          onClick: (event: MouseEvent) => onChange(writeFocalPoint(pointOf(event))),
          onKeyDown,
          ref: showCover,
        },
        createElement('img', { alt: '', draggable: false }),
        createElement('span', { style: { left: `${point.x}%`, top: `${point.y}%` } }),
      ),
    );
  };
}

/** Where the picture was clicked, in percent of its size. */
function pointOf({ currentTarget, clientX, clientY }: MouseEvent): FocalPoint {
  const { left, top, width, height } = (currentTarget as Element).getBoundingClientRect();
  return { x: (100 * (clientX - left)) / width, y: (100 * (clientY - top)) / height };
}

/**
 * Shows the cover of the form in this element, and hides the element while there is no cover. Sveltia loads pictures
 * after it has rendered the form.
 *
 * @returns a function that stops it
 */
function showCover(element: HTMLElement): () => void {
  const picture = element.querySelector('img');
  const update = () => {
    const source = document.querySelector<HTMLImageElement>(COVER)?.src ?? '';
    if (picture && picture.src !== source) picture.src = source;
    element.hidden = source === '';
  };
  update();
  const observer = new MutationObserver(update);
  observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ['src'] });
  return () => observer.disconnect();
}
