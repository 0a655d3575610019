/** The JSON response to a decision. */
interface Answer {
  text: string;
  /** The ids of the comments whose decision can be undone. */
  undo: string[];
  waiting: { comments: number; reports: number };
}

/** Sends decisions without reloading the page. The form also works without this script. */
class ModerationQueue extends HTMLElement {
  readonly #notice = document.createElement('div');

  connectedCallback(): void {
    this.#notice.className = 'notice';
    this.#notice.role = 'status';
    this.prepend(this.#notice);
    this.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#send(event.target as HTMLFormElement, event.submitter);
    });
  }

  async #send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
    const fields = new FormData(form, submitter);
    const body = new URLSearchParams([...fields].map(([name, value]) => [name, String(value)]));
    const response = await fetch(form.action, {
      method: 'POST',
      body,
      headers: { accept: 'application/json' },
    });
    // If the session has ended, reloading leads to the sign-in page.
    if (!response.ok || response.redirected) return location.reload();
    const { text, undo, waiting } = (await response.json()) as Answer;
    const isUndo = this.#notice.contains(form);
    const item = submitter?.closest<HTMLElement>('.item');
    const items = [...this.querySelectorAll<HTMLElement>('.item')];
    const ids = item ? [item.dataset['id']] : body.getAll('id');
    const decided = items.filter(({ dataset }) => ids.includes(dataset['id']));
    for (const one of decided) {
      one.hidden = !isUndo;
      for (const box of one.querySelectorAll('input')) box.checked = false;
    }
    const link = document.querySelector('.tabs a[aria-current]');
    if (link) link.textContent = link.textContent.replace(/\(\d+\)/u, `(${waiting.comments})`);
    this.#say(text, undo);
    const next = isUndo ? decided[0] : items.find(({ hidden }) => !hidden);
    if (next) next.focus();
    else location.reload();
  }

  /** Shows what was done, with a form that undoes it. */
  #say(text: string, undo: readonly string[]): void {
    const notice = Object.assign(document.createElement('p'), { textContent: text });
    const form = this.querySelector('template')?.content.querySelector('form')?.cloneNode(true);
    if (form)
      for (const value of undo)
        form.appendChild(
          Object.assign(document.createElement('input'), { type: 'hidden', name: 'id', value }),
        );
    this.#notice.replaceChildren(notice, ...(form && undo.length > 0 ? [form] : []));
  }
}

customElements.define('moderation-queue', ModerationQueue);
