import { html } from 'hono/html';
import { hidden } from '#comments/service/form-fields.ts';
import type { PageContent } from '#comments/service/page-contents.ts';
import type { Markup } from '#comments/service/page-template.ts';
import type { Moderator } from '#comments/moderation/access/moderators.ts';
import { strings } from '#strings/site.ts';

const { moderationPages: labels } = strings;

/** The pages that the navigation leads to, with their addresses under the path of moderation. */
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

/** What a page says of what was just done. */
export interface Notice {
  text: string;
  /** Ids of the comments whose decision can be undone. */
  undo: readonly string[];
}

/** What every page of a moderator has. */
export interface PageFrame {
  /** The path of moderation, with its last slash. */
  mount: string;
  moderator: Moderator;
  /** The token of this session's forms. */
  formToken: string;
  waiting: { comments: number; reports: number };
  notice: Notice | null;
}

/** A page of a moderator: its title, the navigation, what was just done, and its content. */
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

/** A form of this session. */
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
