/** Milliseconds that a message is shown. */
const SHOWN = 4000;

/** Shows a message in the live region of an element, and removes it later. */
export function showStatus(host: HTMLElement, message = ''): void {
  const status = host.querySelector('[role=status]');
  if (!status) return;
  status.textContent = message;
  setTimeout(() => (status.textContent = ''), SHOWN);
}
