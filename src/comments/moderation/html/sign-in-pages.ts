import { html } from 'hono/html';
import { EMAIL_LENGTH, NAME_LENGTH } from '#model/comment-schema.ts';
import { hidden, input } from '#comments/service/form-fields.ts';
import type { PageContent } from '#comments/service/page-contents.ts';
import { strings } from '#strings/site.ts';

const { signIn: labels, account } = strings.moderationPages;

/** The sign-in page: by a link sent by e-mail, or by a passkey. */
export function signInPage(mount: string, error?: string): PageContent {
  return {
    title: labels.title,
    body: html`<h1 class="page-title">${labels.title}</h1>
      <p>${labels.lead}</p>
      <form method="post" action="${mount}connexion/">
        ${input({
          name: 'email',
          label: labels.email,
          value: undefined,
          error,
          type: 'email',
          autocomplete: 'username webauthn',
          maxLength: EMAIL_LENGTH,
          required: true,
        })}
        <button class="button" type="submit">${labels.send}</button>
      </form>
      <passkey-button data-mode="sign-in" data-mount="${mount}">
        <button class="quiet" type="button" hidden>${labels.withPasskey}</button>
        <p role="alert" data-failure="${account.passkeyFailed}"></p>
      </passkey-button>
      <p><a href="${mount}">${labels.already}</a></p>`,
  };
}

/** Confirms that a link was sent. It is the same when the address has no account, so as not to reveal it. */
export function linkSentPage(mount: string, email: string): PageContent {
  return {
    title: labels.sentTitle,
    body: html`<h1 class="page-title">${labels.sentTitle}</h1>
      <p>${labels.sent(email)}</p>
      <p><a href="${mount}connexion/">${labels.again}</a></p>`,
  };
}

/** Asks to confirm the sign-in with a button: mail programs may open links by themselves, but click no button. */
export function confirmSignInPage(mount: string, token: string, name: string): PageContent {
  return {
    title: labels.confirmTitle,
    body: html`<h1 class="page-title">${labels.confirmTitle}</h1>
      <p>${labels.confirm(name)}</p>
      <form method="post" action="${mount}connexion/lien/">
        ${hidden('jeton', token)}
        <button class="button" type="submit">${labels.confirmButton}</button>
      </form>`,
  };
}

/**
 * A form to create the account of someone who was invited, or of the first administrator, who also enters an address.
 */
export function welcomePage(
  mount: string,
  token: string,
  fields: { name?: string; email?: string; isFirst: boolean },
  errors: { name?: string | undefined; email?: string | undefined } = {},
): PageContent {
  const email = input({
    name: 'email',
    label: labels.email,
    value: fields.email,
    error: errors.email,
    type: 'email',
    autocomplete: 'email',
    maxLength: EMAIL_LENGTH,
    required: true,
  });
  return {
    title: labels.welcome,
    body: html`<h1 class="page-title">${labels.welcome}</h1>
      <p>${labels.welcomeLead}</p>
      <form method="post" action="${mount}bienvenue/">
        ${hidden('jeton', token)}
        ${input({
          name: 'nom',
          label: account.name,
          value: fields.name,
          error: errors.name,
          type: 'text',
          autocomplete: 'name',
          maxLength: NAME_LENGTH,
          required: true,
        })}
        ${fields.isFirst ? email : ''}
        <button class="button" type="submit">${labels.create}</button>
      </form>`,
  };
}

/** A page with one sentence, and a link to the sign-in page. */
export function signInMessagePage(mount: string, title: string, text: string): PageContent {
  return {
    title,
    body: html`<h1 class="page-title">${title}</h1>
      <p>${text}</p>
      <p><a href="${mount}connexion/">${labels.again}</a></p>`,
  };
}
