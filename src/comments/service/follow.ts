import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Settings } from '#comments/settings.ts';
import type { Keys } from '#comments/store/keys.ts';
import { isFollowerSignature } from '#comments/store/signatures.ts';
import { confirmFollower, getFollower, removeFollower } from '#comments/store/queries/followers.ts';
import type { CommentStore } from '#comments/store/store.ts';
import { strings } from '#strings/site.ts';
import { clientAddressOf } from '#server/client-address.ts';
import type { Refusal } from './outcome.ts';
import { messagePage, type PageContent } from './page-contents.ts';
import type { RateLimits } from './rate-limits.ts';
import type { Responses } from './responses.ts';

const { follow: labels } = strings.submissions;

interface FollowRoutes {
  settings: Settings & { mount: string };
  store: Pick<CommentStore, 'db'>;
  keys: Keys;
  limits: RateLimits;
  respond: Responses;
  refused(context: Context, reason: Refusal): Response | Promise<Response>;
  home: string;
}

/**
 * Adds the page on which a writer confirms or cancels notifications of the replies to a comment. Its signed address is
 * enough: mail programs unsubscribe with one POST, from no page of the magazine (RFC 8058).
 */
export function addFollowRoutes(app: Hono, routes: FollowRoutes): void {
  const { settings, store, keys, limits, respond, refused, home } = routes;
  const path = `${settings.mount}suivi/`;

  /** @returns the comment id of a correctly signed address, or `null` */
  function commentOf(context: Context): string | null {
    const { commentaire: comment = '', cle: signature = '' } = context.req.query();
    return isFollowerSignature(keys, comment, signature) ? comment : null;
  }

  app.get(path, async (context) => {
    const comment = commentOf(context);
    if (comment === null) return refused(context, 'absent');
    const follower = await getFollower(await store.db(), comment);
    const action = `${path}${new URL(context.req.url).search}`;
    return follower
      ? respond.page(context, 200, followPage(action, follower.isConfirmed))
      : respond.page(context, 200, messagePage(labels.title, labels.none, home));
  });

  app.post(path, async (context) => {
    const comment = commentOf(context);
    if (comment === null) return refused(context, 'absent');
    if (!(await limits.allowsRequest(clientAddressOf(context, settings.trustProxy))))
      return refused(context, 'tooMany');
    const db = await store.db();
    const isConfirmed = context.req.query('confirmer') !== undefined;
    await (isConfirmed ? confirmFollower(db, comment, new Date()) : removeFollower(db, comment));
    const text = isConfirmed ? labels.confirmed : labels.left;
    return respond.page(context, 200, messagePage(labels.title, text, home));
  });
}

function followPage(action: string, isConfirmed: boolean): PageContent {
  const leave = html`<form method="post" action="${action}">
    <p><button class="button" type="submit">${labels.leave}</button></p>
  </form>`;
  const confirm = html`<form method="post" action="${action}&amp;confirmer=1">
    <p><button class="button" type="submit">${labels.confirm}</button></p>
  </form>`;
  return {
    title: labels.title,
    body: html` <h1 class="page-title">${labels.title}</h1>
      <p>${isConfirmed ? labels.following : labels.ask}</p>
      ${isConfirmed ? leave : confirm}`,
  };
}
