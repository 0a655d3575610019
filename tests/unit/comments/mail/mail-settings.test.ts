import { describe, expect, it } from 'vitest';
import { readMailSettings } from '#comments/mail/mail-settings.ts';

const read = (environment: NodeJS.ProcessEnv) =>
  readMailSettings('/srv', 'Innovations', 'https://example.org', environment);

describe('the settings of mail', () => {
  it('without a server, name a folder and a sender of the site', () => {
    expect(read({})).toEqual({
      sender: { name: 'Innovations', address: 'commentaires@example.org' },
      server: null,
      folder: '/srv/data/outbox',
    });
  });

  it.each([
    ['SMTP_URL', { SMTP_URL: 'mail.example.org', MAIL_FROM: 'a@example.org' }],
    ['SMTP_URL', { SMTP_URL: 'https://mail.example.org', MAIL_FROM: 'a@example.org' }],
    ['MAIL_FROM', { SMTP_URL: 'smtp://mail.example.org' }],
    ['MAIL_FROM', { SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'Ada <a@example.org>' }],
  ])('are refused with the name of the one that is wrong: %s', (name, environment) => {
    expect(() => read(environment)).toThrow(name);
  });
});
