import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import { headerList, headersOf } from '#lib/response-headers.ts';
import { createAddresses } from '#lib/urls.ts';
import { findIn } from '#search/search-engine.ts';
import { readRequest, type SearchRequest, writeRequest } from '#search/search-request.ts';
import { ROUTES } from '#routes.ts';
import { clientAddressOf } from '#server/client-address.ts';
import { createConcurrencyLimiter } from '#server/concurrency-limiter.ts';
import { createRateLimit } from '#server/rate-limit.ts';
import { readPath } from '#server/site-files.ts';
import type { NodeApp } from '#server/static-site.ts';
import { freshEngine, type SearchFolders } from './fresh-engine.ts';
import { createSearchPage, type Outcome } from './page.ts';

/**
 * Maximum number of questions from one IP address in ten minutes: more than a reader asks while paging through results.
 */
const MAX_QUESTIONS = 300;
/** Maximum number of queued questions, which are answered one at a time. */
const MAX_QUEUED = 100;

const STATUS = { blank: 200, found: 200, busy: 503, failed: 503, tooMany: 429 } as const;

/** Logs an event with codes, never with a question or an address. */
type Log = (event: string, details: Readonly<Record<string, string>>) => void;

export interface SearchSettings extends SearchFolders {
  /** Whether to read the reader's address from the last entry of X-Forwarded-For. */
  trustProxy: boolean;
}

/** The service of searches, which answers the address of the search page. */
export interface SearchService extends NodeApp {
  /** The path of the search page, with the base path. */
  path: string;
}

/**
 * Creates the service that answers the search form without JavaScript: it sends the search page of the built site,
 * filled with the results. Without a database, it sends the page unchanged.
 */
export function createSearchService(settings: SearchSettings, log: Log): SearchService {
  const { search: path } = createAddresses(settings.base);
  const headers = headersOf(headerList({ cms: false }), `${ROUTES.search.pattern}index.html`);
  const readEngine = freshEngine(settings);
  const fillPage = createSearchPage(settings.siteFolder);
  const allows = createRateLimit(MAX_QUESTIONS);
  const turns = createConcurrencyLimiter(1, MAX_QUEUED);
  const app = new Hono({ getPath: (request) => readPath(new URL(request.url).pathname) ?? '' });

  app.get(path, compress(), async (context) => {
    const { searchParams: fields } = new URL(context.req.url);
    const outcome = await answer(context, fields);
    const page = await fillPage(fields, outcome);
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
    context.header('Cache-Control', 'private, no-cache');
    return page === null ? context.body(null, 503) : context.html(page, outcome ? STATUS[outcome.kind] : 200);
  });
  app.notFound((context) => context.redirect(path, 301));

  /** @returns `null` without a database */
  async function answer(context: Context, fields: URLSearchParams): Promise<Outcome | null> {
    if (!readEngine()) return null;
    const request = readRequest(fields);
    if (!writeRequest({ ...request, order: 'pertinence' })) return { kind: 'blank' };
    if (!(await allows(clientAddressOf(context, settings.trustProxy)))) return { kind: 'tooMany' };
    const outcome = await turns.run(() => find(request));
    return outcome ?? { kind: 'busy' };
  }

  async function find(request: SearchRequest): Promise<Outcome> {
    try {
      const engine = readEngine();
      return engine ? { kind: 'found', found: await findIn(engine, request) } : { kind: 'failed' };
    } catch (error) {
      // The message of an error may quote a question.
      log('search-fault', { code: error instanceof Error ? error.name : 'unknown' });
      return { kind: 'failed' };
    }
  }

  return { path, fetch: (request, environment) => app.fetch(request, environment) };
}
