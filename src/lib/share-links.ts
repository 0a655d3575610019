/** The page to share: its absolute address and its plain headline. */
export interface SharedPage {
  url: string;
  title: string;
}

export type ShareNetwork = 'email' | 'whatsapp' | 'linkedin' | 'facebook' | 'bluesky' | 'mastodon' | 'x';

interface ShareTarget {
  network: ShareNetwork;
  /** The address of the network, up to and including the « ? » or « # » before the parameters. */
  address: string;
  parameters: (page: SharedPage) => Readonly<Record<string, string>>;
}

const asText = ({ title, url }: SharedPage) => ({ text: `${title} ${url}` });

/** In display order; the addresses are those that the networks document. */
const TARGETS: readonly ShareTarget[] = [
  {
    network: 'email',
    address: 'mailto:?',
    parameters: ({ title, url }) => ({ subject: title, body: `${title}\r\n${url}` }),
  },
  { network: 'whatsapp', address: 'https://wa.me/?', parameters: asText },
  {
    network: 'linkedin',
    address: 'https://www.linkedin.com/sharing/share-offsite/?',
    parameters: ({ url }) => ({ url }),
  },
  {
    network: 'facebook',
    address: 'https://www.facebook.com/sharer/sharer.php?',
    parameters: ({ url }) => ({ u: url }),
  },
  { network: 'bluesky', address: 'https://bsky.app/intent/compose?', parameters: asText },
  { network: 'mastodon', address: 'https://share.joinmastodon.org/#', parameters: asText },
  {
    network: 'x',
    address: 'https://x.com/intent/post?',
    parameters: ({ title, url }) => ({ text: title, url }),
  },
];

export interface ShareLink {
  network: ShareNetwork;
  href: string;
}

/** Links that share a page, with parameters encoded (spaces as %20, since mail programs would show « + »). */
export function shareLinks(page: SharedPage): ShareLink[] {
  return TARGETS.map(({ network, address, parameters }) => {
    const query = Object.entries(parameters(page))
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('&');
    return { network, href: `${address}${query}` };
  });
}
