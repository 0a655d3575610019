import { html } from 'hono/html';
import { EMAIL_LENGTH, NAME_LENGTH } from '#model/comment-schema.ts';
import { formatDate } from '#lib/dates.ts';
import { choice, hidden, input } from '#comments/service/form-fields.ts';
import type { PageContent } from '#comments/service/page-contents.ts';
import type { Moderator } from '#comments/moderation/access/moderators.ts';
import type { listBlocks } from '#comments/store/queries/blocks.ts';
import { strings } from '#strings/site.ts';
import type { Names } from './journal-page.ts';
import { moderatorPage, type PageFrame, sessionForm } from './layout.ts';

const { team, account, blocks: blockLabels } = strings.moderationPages;

/** The moderators. An administrator can also invite and withdraw them. */
export function teamPage(
  frame: PageFrame,
  members: readonly Moderator[],
  invited?: { email: string; error: string },
): PageContent {
  const isAdministrator = frame.moderator.role === 'administrator';
  const rows = members.map(({ id, name, email, role }) => {
    const remove = html`${hidden('id', id)}
      <button class="quiet" type="submit" aria-label="${team.removeOf(name)}">${team.remove}</button>`;
    return html`<li>
      <strong>${name}</strong> <span class="facts">${email} · ${team.roles[role]}</span>
      ${isAdministrator && id !== frame.moderator.id ? sessionForm(frame, 'equipe/retirer/', remove) : ''}
    </li>`;
  });
  const invitation = html`${input({
      name: 'email',
      label: team.email,
      value: invited?.email,
      error: invited?.error,
      type: 'email',
      autocomplete: 'off',
      maxLength: EMAIL_LENGTH,
      required: true,
    })}
    ${choice({ name: 'role', label: team.role, value: 'moderator', error: undefined, options: team.roles })}
    <p>${team.roleHelp}</p>
    <button class="button" type="submit">${team.submit}</button>`;
  return moderatorPage(
    frame,
    'team',
    team.title,
    html`<ul class="lines">
        ${rows}
      </ul>
      ${
        isAdministrator
          ? html`<h2 class="part-title">${team.invite}</h2>
              ${sessionForm(frame, 'equipe/', invitation)}`
          : ''
      }`,
  );
}

/** The settings of the moderator's own account. */
export function accountPage(
  frame: PageFrame,
  passkeys: readonly { id: string; createdAt: string }[],
  nameError?: string,
): PageContent {
  const { name, notice } = frame.moderator;
  const settings = html`${input({
      name: 'nom',
      label: account.name,
      value: name,
      error: nameError,
      type: 'text',
      autocomplete: 'name',
      maxLength: NAME_LENGTH,
      required: true,
    })}
    ${choice({ name: 'avis', label: account.notice, value: notice, error: undefined, options: account.notices })}
    <button class="button" type="submit">${account.save}</button>`;
  const keys = passkeys.map(({ id, createdAt }) => {
    const label = account.passkeyOf(formatDate(new Date(createdAt)));
    const remove = html`${hidden('id', id)}
      <button class="quiet" type="submit" aria-label="${account.removePasskey} : ${label}">
        ${account.removePasskey}
      </button>`;
    return html`<li>${label} ${sessionForm(frame, 'compte/cles/retirer/', remove)}</li>`;
  });
  return moderatorPage(
    frame,
    'account',
    account.title,
    html`${sessionForm(frame, 'compte/', settings)}
      <h2 class="part-title">${account.passkeys}</h2>
      <p>${account.passkeysHelp}</p>
      ${
        keys.length > 0
          ? html`<ul class="lines">
              ${keys}
            </ul>`
          : html`<p>${account.noPasskey}</p>`
      }
      <passkey-button data-mode="register" data-mount="${frame.mount}" data-token="${frame.formToken}">
        <p>${account.passkeyNeedsScript}</p>
        <button class="quiet" type="button" hidden>${account.addPasskey}</button>
        <p role="alert" data-failure="${account.passkeyFailed}"></p>
      </passkey-button>
      <h2 class="part-title">${account.keys}</h2>
      <p>${account.keysHelp}</p>
      <keyboard-choice hidden>
        <label><input type="checkbox" /> ${account.keysOn}</label>
      </keyboard-choice>
      <h2 class="part-title">${account.sessions}</h2>
      <p>${account.sessionsHelp}</p>
      ${sessionForm(
        frame,
        'compte/sessions/',
        html`<button class="quiet" type="submit">${account.closeOthers}</button>`,
      )}`,
  );
}

/** The blocks, with their ends. */
export function blocksPage(
  frame: PageFrame,
  blocks: Awaited<ReturnType<typeof listBlocks>>,
  names: Names,
): PageContent {
  const rows = blocks.map(({ id, kind, until, by }) => {
    const lift = html`${hidden('id', id)}<button class="quiet" type="submit">${blockLabels.lift}</button>`;
    return html`<li>
      ${blockLabels.kinds[kind]} ${blockLabels.until(formatDate(new Date(until)))}
      <span class="facts">${blockLabels.by(names.get(by) ?? by)}</span>
      ${sessionForm(frame, 'blocages/lever/', lift)}
    </li>`;
  });
  return moderatorPage(
    frame,
    'blocks',
    blockLabels.title,
    rows.length === 0
      ? html`<p>${blockLabels.empty}</p>`
      : html`<ul class="lines">
          ${rows}
        </ul>`,
  );
}
