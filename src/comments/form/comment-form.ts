import { dropDraft, keepDraft, readDraft } from './comment-draft.ts';
import { markFaults } from './form-faults.ts';
import { sendComment } from './send-comment.ts';

/** A form of comments, in the element that holds its messages as data. */
class CommentForm {
  private readonly place: HTMLElement;
  private readonly form: HTMLFormElement;
  private readonly article: string;
  private isSending = false;

  constructor(place: HTMLElement, form: HTMLFormElement) {
    this.place = place;
    this.form = form;
    this.article = this.field('article').value;
    this.restore();
    form.noValidate = true;
    form.addEventListener('input', () => keepDraft(this.article, new FormData(form)));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!this.isSending && form.reportValidity()) void this.send();
    });
    document.addEventListener('click', (event) => this.answer(event));
    place.querySelector('[data-answering] button')?.addEventListener('click', () => this.replyTo('', ''));
  }

  private field(name: string): HTMLInputElement {
    return this.form.elements.namedItem(name) as HTMLInputElement;
  }

  private restore() {
    const draft = readDraft(this.article);
    if (!draft) return;
    for (const [name, value] of Object.entries(draft)) {
      if (!this.field(name).value) this.field(name).value = value;
    }
    this.say(this.place.dataset['restored']);
  }

  private async send() {
    const { sending, sent, unreachable, challenge = '' } = this.place.dataset;
    const button = this.form.querySelector<HTMLButtonElement>('[type=submit]');
    const fields = Object.fromEntries(
      [...new FormData(this.form)].map(([name, value]) => [name, String(value)]),
    );
    // A disabled button would lose the focus, and with it the reader's place in the page.
    this.isSending = true;
    button?.setAttribute('aria-disabled', 'true');
    this.say(sending);
    const answer = await sendComment(this.form.action, challenge, fields);
    this.isSending = false;
    button?.removeAttribute('aria-disabled');
    markFaults(this.form, answer.kind === 'refused' ? answer.errors : {});
    if (answer.kind === 'refused') this.say(answer.message);
    if (answer.kind === 'unreachable') this.say(unreachable);
    if (answer.kind !== 'sent') return;
    dropDraft(this.article);
    this.field('text').value = '';
    this.replyTo('', '');
    this.say(sent, 'done')?.focus();
  }

  /** A « Répondre » near a comment fills the form instead of leaving the page. */
  private answer(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = (event.target as Element).closest<HTMLElement>('a[data-reply]');
    if (!link) return;
    event.preventDefault();
    this.replyTo(link.dataset['reply'] ?? '', link.dataset['name'] ?? '');
    this.field('text').focus();
  }

  private replyTo(id: string, name: string) {
    this.field('replyTo').value = id;
    const notice = this.place.querySelector<HTMLElement>('[data-answering]');
    const words = notice?.querySelector('span');
    if (!notice || !words) return;
    notice.hidden = id === '';
    words.textContent = (this.place.dataset['replying'] ?? '').replace('…', name);
  }

  private say(words = '', state: 'done' | 'other' = 'other'): HTMLElement | null {
    const status = this.place.querySelector<HTMLElement>('[role=status]');
    if (!status) return null;
    status.textContent = words;
    status.classList.toggle('done', state === 'done');
    return status;
  }
}

/**
 * Improves a form of comments, which works without: the answer comes in the page, faults stand beside
 * their fields, and what is written is kept in the browser until it is sent.
 *
 * @param place the element around the form; its data attributes hold the messages
 */
export function improveCommentForm(place: HTMLElement): void {
  const form = place.querySelector('form');
  if (form) new CommentForm(place, form);
}
