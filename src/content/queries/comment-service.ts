import { addresses } from './addresses.ts';

/** Addresses of the service that takes comments. */
export interface Intake {
  /** Where the form is sent. */
  send: string;
  /** Where the script asks for its proof of work. */
  challenge: string;
  reply(article: string, comment: string): string;
  report(article: string, comment: string): string;
}

/** @param intake as content/site.yaml says it: a path of this site, or an address elsewhere */
export function intakeAddresses(intake: string): Intake {
  const send = intake.startsWith('/') ? addresses.file(intake) : intake;
  const about = (page: string, article: string, comment: string) =>
    `${send}${page}/?${new URLSearchParams({ article, commentaire: comment }).toString()}`;
  return {
    send,
    challenge: `${send}defi/`,
    reply: (article, comment) => about('repondre', article, comment),
    report: (article, comment) => about('signaler', article, comment),
  };
}
