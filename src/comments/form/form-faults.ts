/** Says beside each field what is wrong with it (RGAA 11.10), and goes to the first one. */
export function markFaults(form: HTMLFormElement, errors: Readonly<Record<string, string>>): void {
  for (const fault of form.querySelectorAll('.fault')) fault.remove();
  for (const field of form.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
  for (const [name, message] of Object.entries(errors)) {
    const field = form.elements.namedItem(name);
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) continue;
    const fault = document.createElement('span');
    fault.className = 'fault';
    fault.id = `${field.id}-faute`;
    fault.textContent = message;
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute(
      'aria-describedby',
      [...new Set([...(field.getAttribute('aria-describedby') ?? '').split(' '), fault.id])].join(' ').trim(),
    );
    field.before(fault);
  }
  form.querySelector<HTMLElement>('[aria-invalid]')?.focus();
}
