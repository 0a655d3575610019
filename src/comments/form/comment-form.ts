import { loadDraft, removeDraft, saveDraft } from './comment-draft.ts';
import { sendComment } from './send-comment.ts';

/** A comment form and its root element, whose data attributes contain the messages. */
class CommentForm {
  private readonly root: HTMLElement;
  private readonly form: HTMLFormElement;
  private readonly article: string;
  private isSending = false;

  constructor(root: HTMLElement, form: HTMLFormElement) {
    this.root = root;
    this.form = form;
    this.article = this.field('article').value;
    this.restoreDraft();
    form.noValidate = true;
    form.addEventListener('input', () => saveDraft(this.article, new FormData(form)));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!this.isSending && form.reportValidity()) void this.send();
    });
    document.addEventListener('click', (event) => this.onReplyLink(event));
    root.querySelector('[data-answering] button')?.addEventListener('click', () => this.replyTo('', ''));
  }

  private field(name: string): HTMLInputElement {
    return this.form.elements.namedItem(name) as HTMLInputElement;
  }

  private restoreDraft() {
    const draft = loadDraft(this.article);
    if (!draft) return;
    for (const [name, value] of Object.entries(draft)) {
      if (!this.field(name).value) this.field(name).value = value;
    }
    this.showStatus(this.root.dataset['restored']);
  }

  private async send() {
    const { sending, sent, unreachable, challenge = '' } = this.root.dataset;
    const button = this.form.querySelector<HTMLButtonElement>('[type=submit]');
    const fields = Object.fromEntries(
      [...new FormData(this.form)].map(([name, value]) => [name, String(value)]),
    );
    // `aria-disabled` instead of `disabled`: a disabled button would lose the focus.
    this.isSending = true;
    button?.setAttribute('aria-disabled', 'true');
    this.showStatus(sending);
    const result = await sendComment(this.form.action, challenge, fields);
    this.isSending = false;
    button?.removeAttribute('aria-disabled');
    showErrors(this.form, result.kind === 'refused' ? result.errors : {});
    if (result.kind === 'refused') this.showStatus(result.message);
    if (result.kind === 'unreachable') this.showStatus(unreachable);
    if (result.kind !== 'sent') return;
    removeDraft(this.article);
    this.field('text').value = '';
    this.replyTo('', '');
    const status = this.showStatus(`${sent} ${this.root.dataset['keep'] ?? ''} `, 'done');
    const link = document.createElement('a');
    link.href = result.erasure;
    link.textContent = this.root.dataset['erase'] ?? '';
    status?.append(link);
    status?.focus();
  }

  /**
   * A click replies in the form of this page, instead of opening the reply page. With a modifier key, it opens that
   * page.
   */
  private onReplyLink(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = (event.target as Element).closest<HTMLElement>('a[data-reply]');
    if (!link) return;
    event.preventDefault();
    this.replyTo(link.dataset['reply'] ?? '', link.dataset['name'] ?? '');
    this.field('text').focus();
  }

  private replyTo(id: string, name: string) {
    this.field('replyTo').value = id;
    const notice = this.root.querySelector<HTMLElement>('[data-answering]');
    const label = notice?.querySelector('span');
    if (!notice || !label) return;
    notice.hidden = id === '';
    label.textContent = (this.root.dataset['replying'] ?? '').replace('…', name);
  }

  private showStatus(message = '', state: 'done' | 'other' = 'other'): HTMLElement | null {
    const status = this.root.querySelector<HTMLElement>('[role=status]');
    if (!status) return null;
    status.textContent = message;
    status.classList.toggle('done', state === 'done');
    return status;
  }
}

/** Shows each error before its field (RGAA 11.10), and moves the focus to the first one. */
function showErrors(form: HTMLFormElement, errors: Readonly<Record<string, string>>): void {
  for (const error of form.querySelectorAll('.fault')) error.remove();
  for (const field of form.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
  for (const [name, message] of Object.entries(errors)) {
    const field = form.elements.namedItem(name);
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) continue;
    const error = document.createElement('span');
    error.className = 'fault';
    error.id = `${field.id}-faute`;
    error.textContent = message;
    const ids = new Set((field.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean));
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', [...ids.add(error.id)].join(' '));
    field.before(error);
  }
  form.querySelector<HTMLElement>('[aria-invalid]')?.focus();
}

/**
 * Enhances the form inside: it is sent without leaving the page, errors appear beside their fields, and a draft is
 * saved in the browser. The data attributes contain the messages.
 */
customElements.define(
  'comment-form',
  class extends HTMLElement {
    connectedCallback() {
      const form = this.querySelector('form');
      if (form) new CommentForm(this, form);
    }
  },
);
