import type { PageRole } from '#model/page-schema.ts';
import { commentAnchor } from '#lib/comments/comment-anchor.ts';
import type { KnownArticles } from '#comments/service/known-articles.ts';
import type { Settings } from '#comments/settings.ts';
import type { Keys } from '#comments/store/keys.ts';
import { signFollower } from '#comments/store/signatures.ts';
import { addressOf, ROUTES } from '#routes.ts';
import type { DecisionLinks } from './messages.ts';

/** The absolute URLs that e-mails contain, and article titles. */
export interface MailLinks {
  /** The title of an article, or its slug when it is no longer on the site. */
  title(article: string): string;
  comment(article: string, id: string): string;
  /** The page where a writer confirms or cancels notifications of the replies to a comment. */
  follow(keys: Keys, comment: string): string;
  moderation(path: string): string;
  decisions(): DecisionLinks;
}

export function createMailLinks(
  {
    siteOrigin,
    serviceOrigin,
    base,
    mount,
    moderation,
    pageRoles,
  }: Pick<Settings, 'siteOrigin' | 'serviceOrigin' | 'base' | 'mount' | 'moderation' | 'pageRoles'>,
  articles: KnownArticles,
): MailLinks {
  const page = (role: PageRole) => {
    const name = pageRoles.get(role);
    return name === undefined
      ? null
      : new URL(`${base}${addressOf(ROUTES.page, name).slice(1)}`, siteOrigin).href;
  };
  return {
    title: (article) => articles.get(article)?.title ?? article,
    comment(article, id) {
      const path = articles.get(article)?.href ?? `${base}${addressOf(ROUTES.article, article).slice(1)}`;
      return `${new URL(path, siteOrigin).href}#${commentAnchor(id)}`;
    },
    follow(keys, comment) {
      const query = new URLSearchParams({ commentaire: comment, cle: signFollower(keys, comment) });
      return new URL(`${mount ?? base}suivi/?${query.toString()}`, serviceOrigin).href;
    },
    moderation: (path) => new URL(`${moderation}${path}`, serviceOrigin).href,
    decisions: () => ({ charter: page('charte'), contact: page('contact') }),
  };
}
