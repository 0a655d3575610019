import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { FRAMING_POLICY, INERT_POLICY } from '#lib/html/content-policy.ts';
import { strings } from '#strings/site.ts';
import { type Content, messageContent } from './contents.ts';
import { type Reason, STATUS } from './outcome.ts';
import type { Settings } from '#comments/settings.ts';
import { createTemplate } from './template.ts';

/** How the service answers: pages to forms, JSON to scripts. */
export interface Answers {
  page(context: Context, status: ContentfulStatusCode, content: Content): Promise<Response>;
  refusal(context: Context, reason: Reason, errors?: Readonly<Record<string, string>>): Response;
  /** A page for a refusal that has no form to give back. */
  message(context: Context, reason: Reason): Promise<Response>;
}

export function createAnswers(settings: Settings, home: string): Answers {
  const fill = createTemplate(settings);
  const answers: Answers = {
    async page(context, status, { title, body }) {
      const { document, policy } = await fill(title, body);
      context.header('Content-Security-Policy', policy);
      return context.html(document, status);
    },
    refusal(context, reason, errors) {
      context.header('Content-Security-Policy', `${INERT_POLICY};${FRAMING_POLICY}`);
      return context.json(
        { ...(errors && { errors }), message: strings.intake.refusals[reason] },
        STATUS[reason],
      );
    },
    message(context, reason) {
      const { refusals, absentTitle, errors } = strings.intake;
      const title = reason === 'absent' ? absentTitle : errors.again;
      return answers.page(context, STATUS[reason], messageContent(title, refusals[reason], home));
    },
  };
  return answers;
}
