import { html } from 'hono/html';
import { hidden } from '#comments/service/form-fields.ts';
import type { PageContent } from '#comments/service/page-contents.ts';
import type { Markup } from '#comments/service/page-template.ts';
import type { Moderator } from '#comments/moderation/access/moderators.ts';
import { strings } from '#strings/site.ts';

const { moderationPages: labels } = strings;

/** The pages in the navigation, with their paths below `mount`. */
export const TABS = {
  pending: '',
  reports: 'signalements/',
  published: 'publies/',
  rejected: 'refuses/',
  withdrawn: 'retires/',
  journal: 'journal/',
  blocks: 'blocages/',
  team: 'equipe/',
  account: 'compte/',
} as const;

export type Tab = keyof typeof TABS;

/** What was just done, shown at the top of the next page. */
export interface Notice {
  text: string;
  /** The ids of the comments whose decision can be undone. */
  undo: readonly string[];
}

/** What all moderation pages show or need. */
export interface PageFrame {
  /** The path of the moderation pages, with its last slash. */
  mount: string;
  moderator: Moderator;
  /** The token in each form of this session. */
  formToken: string;
  waiting: { comments: number; reports: number };
  notice: Notice | null;
}

/** A moderation page: its title, the navigation, the notice and the content. */
export function moderatorPage(
  frame: PageFrame,
  current: Tab | null,
  title: string,
  body: Markup,
): PageContent {
  return {
    title,
    body: html`${navigation(frame, current)}
      <h1 class="page-title">${title}</h1>
      ${noticeOf(frame)} ${body}`,
  };
}

/** A form with the token of the session. */
export function sessionForm(
  { mount, formToken }: Pick<PageFrame, 'mount' | 'formToken'>,
  action: string,
  content: Markup,
): Markup {
  return html`<form method="post" action="${mount}${action}">${hidden('jeton', formToken)}${content}</form>`;
}

function navigation(frame: PageFrame, current: Tab | null): Markup {
  const { comments, reports } = frame.waiting;
  const counts: Partial<Record<Tab, number>> = { pending: comments, reports };
  const links = Object.entries(TABS).map(([tab, path]) => {
    const label = labels.tabs[tab as Tab];
    const count = counts[tab as Tab] ?? 0;
    return html`<li>
      <a href="${frame.mount}${path}" ${tab === current ? html` aria-current="page"` : ''}>
        ${count > 0 ? labels.counted(label, count) : label}
      </a>
    </li>`;
  });
  return html`<nav class="tabs" aria-label="${labels.navigation}">
    <ul>
      ${links}
    </ul>
    ${sessionForm(frame, 'deconnexion/', html`<button class="quiet" type="submit">${labels.signOut}</button>`)}
  </nav>`;
}

function noticeOf(frame: PageFrame): Markup | '' {
  const { notice } = frame;
  if (!notice) return '';
  const undo = html`${notice.undo.map((id) => hidden('id', id))}
    <button class="quiet" type="submit">${labels.undo}</button>`;
  return html`<div class="notice" role="status" id="fait">
    <p>${notice.text}</p>
    ${notice.undo.length > 0 ? sessionForm(frame, 'annuler/', undo) : ''}
  </div>`;
}
