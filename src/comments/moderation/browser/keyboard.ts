/** The key in `localStorage`, which is absent while the shortcuts are on. */
const OFF = 'moderation-sans-raccourcis';

const itemsOf = () => [...document.querySelectorAll<HTMLElement>('moderation-queue .item:not([hidden])')];

function move(step: 1 | -1): void {
  const items = itemsOf();
  const at = items.findIndex((item) => item.contains(document.activeElement));
  items[Math.max(0, Math.min(at + step, items.length - 1))]?.focus();
}

/** Clicks the first element that matches, in the focused comment or else in the first one. */
function press(selector: string): void {
  const item = document.activeElement?.closest('moderation-queue .item') ?? itemsOf()[0];
  item?.querySelector<HTMLElement>(selector)?.click();
}

const ACTIONS: Readonly<Record<string, () => void>> = {
  j: () => move(1),
  k: () => move(-1),
  a: () => press('button[value^="accept:"]'),
  r: () => press('.reasons summary'),
  x: () => press('.choice input'),
  z: () => document.querySelector<HTMLElement>('.notice button')?.click(),
};

addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  const isTyping =
    target instanceof Element && target.matches('input:not([type=checkbox]), select, textarea');
  if (isTyping || ctrlKey || metaKey || altKey || localStorage.getItem(OFF) !== null) return;
  const action = ACTIONS[key.toLowerCase()];
  if (!action) return;
  event.preventDefault();
  action();
});

/** A checkbox for the shortcuts: speech recognition may type single letters by accident (RGAA 12.10). */
class KeyboardChoice extends HTMLElement {
  connectedCallback(): void {
    this.hidden = false;
    const box = this.querySelector('input');
    if (!box) return;
    box.checked = localStorage.getItem(OFF) === null;
    box.addEventListener('change', () => {
      if (box.checked) localStorage.removeItem(OFF);
      else localStorage.setItem(OFF, '1');
    });
  }
}

customElements.define('keyboard-choice', KeyboardChoice);
