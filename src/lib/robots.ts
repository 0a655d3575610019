/** What the magazine lets the robots of artificial intelligence do with its texts. */
export interface CrawlerPolicy {
  /** Gather texts to train models. */
  training: boolean;
  /** Read pages to answer a question at once, with a link to them. */
  search: boolean;
}

/** Names that these robots give themselves in robots.txt, after their makers' own documentation. */
const TRAINING = [
  ...['GPTBot', 'ClaudeBot', 'anthropic-ai', 'Google-Extended', 'Applebot-Extended', 'CCBot', 'Bytespider'],
  ...['meta-externalagent', 'FacebookBot', 'Amazonbot', 'cohere-training-data-crawler', 'AI2Bot', 'Diffbot'],
  ...['omgili', 'PanguBot', 'ImagesiftBot', 'Timpibot', 'DeepSeekBot'],
];
const SEARCH = [
  ...['OAI-SearchBot', 'ChatGPT-User', 'Claude-SearchBot', 'Claude-User', 'PerplexityBot', 'Perplexity-User'],
  ...['DuckAssistBot', 'MistralAI-User', 'meta-externalfetcher', 'YouBot'],
];

/**
 * Writes robots.txt (RFC 9309).
 *
 * @param root the site's path, « / » or its base path
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

/** Writes tdmrep.json (W3C TDM Reservation Protocol): whether text and data mining is reserved (directive 2019/790, article 4). */
export function writeTdmReservation(policy: CrawlerPolicy, root: string): string {
  return `${JSON.stringify([{ location: root, 'tdm-reservation': policy.training ? 0 : 1 }])}\n`;
}
