import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Settings } from '#comments/settings.ts';
import type { Keys } from '#comments/store/keys.ts';
import { isErasureSignature, signErasure } from '#comments/store/signatures.ts';
import { eraseComments, flushErased } from '#comments/store/queries/erasure.ts';
import { WRITER } from '#comments/store/queries/journal.ts';
import type { CommentStore } from '#comments/store/store.ts';
import { clientAddressOf } from '#server/client-address.ts';
import { strings } from '#strings/site.ts';
import { readRequestBody } from './body.ts';
import { isSameOrigin } from './client.ts';
import { hidden } from './form-fields.ts';
import type { Refusal } from './outcome.ts';
import { messagePage, type PageContent } from './page-contents.ts';
import type { RateLimits } from './rate-limits.ts';
import type { Responses } from './responses.ts';

interface ErasureRoutes {
  settings: Settings & { mount: string };
  store: Pick<CommentStore, 'db'>;
  keys: Keys;
  limits: RateLimits;
  respond: Responses;
  refused(context: Context, reason: Refusal): Response | Promise<Response>;
  home: string;
}

/** The query parameters of the page on which the writer of a comment can erase it. */
export function erasureParameters(keys: Keys, comment: string) {
  return { commentaire: comment, cle: signErasure(keys, comment) };
}

/** The path and query of that page. Whoever has this link may erase the comment, without an account. */
export function erasurePath(mount: string, keys: Keys, comment: string): string {
  return `${mount}effacer/?${new URLSearchParams(erasureParameters(keys, comment))}`;
}

/** Adds the page that asks for confirmation, and the erasure itself. */
export function addErasureRoutes(app: Hono, routes: ErasureRoutes): void {
  const { settings, store, keys, limits, respond, refused, home } = routes;
  const path = `${settings.mount}effacer/`;

  app.get(path, (context) => {
    const { commentaire: comment = '', cle: signature = '' } = context.req.query();
    return isErasureSignature(keys, comment, signature)
      ? respond.page(context, 200, erasurePage(path, comment, signature))
      : refused(context, 'absent');
  });

  app.post(path, async (context) => {
    if (!isSameOrigin(context.req.raw.headers, settings)) return refused(context, 'origin');
    if (!(await limits.allowsRequest(clientAddressOf(context, settings.trustProxy))))
      return refused(context, 'tooMany');
    const { fields } = await readRequestBody(context.req.raw);
    const { comment = '', token: signature = '' } = fields ?? {};
    if (!isErasureSignature(keys, comment, signature)) return refused(context, 'absent');
    const db = await store.db();
    await eraseComments(db, [comment], { by: WRITER, now: new Date() });
    await flushErased(db);
    const { done, doneText } = strings.submissions.erasure;
    return respond.page(context, 200, messagePage(done, doneText, home));
  });
}

function erasurePage(action: string, comment: string, signature: string): PageContent {
  const { title, text, send } = strings.submissions.erasure;
  return {
    title,
    body: html` <h1 class="page-title">${title}</h1>
      <p>${text}</p>
      <form method="post" action="${action}">
        ${hidden('comment', comment)}${hidden('token', signature)}
        <p><button class="button" type="submit">${send}</button></p>
      </form>`,
  };
}
