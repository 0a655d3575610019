import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Settings } from '#comments/settings.ts';
import { FRAMING_POLICY, INERT_POLICY } from '#lib/html/content-policy.ts';
import { strings } from '#strings/site.ts';
import { type FieldErrors, type Refusal, STATUS } from './outcome.ts';
import { messagePage, type PageContent } from './page-contents.ts';
import { createPageTemplate } from './page-template.ts';

/** Creates the responses of the service with their content security policy: pages for forms, JSON for scripts. */
export interface Responses {
  page(context: Context, status: ContentfulStatusCode, content: PageContent): Promise<Response>;
  /** A refusal, as JSON. */
  json(context: Context, reason: Refusal, errors?: FieldErrors): Response;
  /** A refusal, as a page without a form. */
  message(context: Context, reason: Refusal): Promise<Response>;
}

export function createResponses(settings: Settings, home: string): Responses {
  const render = createPageTemplate(settings);
  const responses: Responses = {
    async page(context, status, { title, body }) {
      const { html, policy } = await render(title, body);
      context.header('Content-Security-Policy', policy);
      return context.html(html, status);
    },
    json(context, reason, errors) {
      context.header('Content-Security-Policy', `${INERT_POLICY};${FRAMING_POLICY}`);
      return context.json(
        { ...(errors && { errors }), message: strings.submissions.refusals[reason] },
        STATUS[reason],
      );
    },
    message(context, reason) {
      const { refusals, absentTitle, errors } = strings.submissions;
      const title = reason === 'absent' ? absentTitle : errors.again;
      return responses.page(context, STATUS[reason], messagePage(title, refusals[reason], home));
    },
  };
  return responses;
}
