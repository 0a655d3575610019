/** What AI crawlers may do with the texts of the magazine. */
export interface CrawlerPolicy {
  /** Whether crawlers may use the texts to train models. */
  training: boolean;
  /** Whether crawlers may use the texts to answer questions, with a link to the page. */
  search: boolean;
}

/** User agents of crawlers that train models, from the documentation of their operators. */
const TRAINING = [
  ...['GPTBot', 'ClaudeBot', 'anthropic-ai', 'Google-Extended', 'Applebot-Extended', 'CCBot', 'Bytespider'],
  ...['meta-externalagent', 'FacebookBot', 'Amazonbot', 'cohere-training-data-crawler', 'AI2Bot', 'Diffbot'],
  ...['omgili', 'PanguBot', 'ImagesiftBot', 'Timpibot', 'DeepSeekBot'],
];
/** User agents of crawlers that answer questions, from the same sources. */
const SEARCH = [
  ...['OAI-SearchBot', 'ChatGPT-User', 'Claude-SearchBot', 'Claude-User', 'PerplexityBot', 'Perplexity-User'],
  ...['DuckAssistBot', 'MistralAI-User', 'meta-externalfetcher', 'YouBot'],
];

/**
 * Writes robots.txt (RFC 9309).
 *
 * @param root the base path of the site, or `/`
 * @param sitemaps absolute addresses
 */
export function writeRobots(policy: CrawlerPolicy, root: string, sitemaps: readonly string[]): string {
  const group = (names: readonly string[], allowed: boolean) =>
    [...names.map((name) => `User-agent: ${name}`), `${allowed ? 'Allow' : 'Disallow'}: ${root}`].join('\n');
  return [
    group(['*'], true),
    group(TRAINING, policy.training),
    group(SEARCH, policy.search),
    sitemaps.map((address) => `Sitemap: ${address}`).join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}

/** Writes tdmrep.json (W3C TDM Reservation Protocol): reserves text and data mining (directive 2019/790, article 4). */
export function writeTdmReservation(policy: CrawlerPolicy, root: string): string {
  return `${JSON.stringify([{ location: root, 'tdm-reservation': policy.training ? 0 : 1 }])}\n`;
}
