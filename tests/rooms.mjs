/**
 * Which room may import which (docs/architecture.md): those listed for it here, always by their `#room/` names, and its
 * own files by `./`. The linter's rules are made from this table.
 */
const ROOMS = [
  'lib',
  'storage',
  'model',
  'images',
  'content',
  'markdown',
  'components',
  'layouts',
  'styles',
  'strings',
  'search',
  'comments',
  'cms',
  'offline',
  'engine',
  'integrations',
  'server',
  'cli',
];

/** Rooms that many others import. */
const BASE = ['lib', 'model', 'strings', 'routes\\.ts$'];

const MAY_IMPORT = [
  { files: ['src/lib/**'], rooms: ['lib', 'routes\\.ts$'] },
  // The table of routes reads the words of addresses, and nothing else.
  { files: ['src/routes.ts'], rooms: ['content/files/address-words\\.ts$'] },
  { files: ['src/storage/**'], rooms: ['lib', 'storage'] },
  { files: ['src/model/**'], rooms: ['lib', 'model'] },
  { files: ['src/strings/**'], rooms: ['lib', 'strings'] },
  { files: ['src/images/**'], rooms: ['lib', 'storage', 'model', 'images'] },
  { files: ['src/markdown/**'], rooms: ['lib', 'model', 'markdown'] },
  {
    files: ['src/content.config.ts'],
    rooms: [...BASE, 'content/files', 'comments/snapshot'],
  },
  {
    files: ['src/content/files/**'],
    rooms: [...BASE, 'storage', 'images', 'content/files'],
  },
  {
    files: ['src/content/checks/**'],
    rooms: [...BASE, 'storage', 'images', 'content/files', 'content/checks'],
  },
  {
    files: ['src/content/queries/**'],
    rooms: [...BASE, 'storage', 'images', 'markdown', 'content', 'comments/snapshot'],
  },
  { files: ['src/components/ui/**'], rooms: ['lib', 'components/ui'] },
  {
    files: ['src/components/{editorial,article,site,examples}/**'],
    rooms: [...BASE, 'content/queries', 'components', 'comments/form', 'styles'],
  },
  {
    files: ['src/layouts/**'],
    rooms: [...BASE, 'storage', 'content/queries', 'components', 'layouts', 'styles'],
  },
  {
    files: ['src/pages/**'],
    rooms: [...BASE, 'content/files', 'content/queries', 'images', 'components', 'layouts', 'search', 'cms'],
  },
  { files: ['src/search/**'], rooms: [...BASE, 'storage', 'images', 'content/files', 'search'] },
  { files: ['src/search/service/**'], rooms: [...BASE, 'search', 'server'] },
  { files: ['src/middleware.ts'], rooms: ['lib'] },
  { files: ['src/light-font.ts'], rooms: ['storage'] },
  { files: ['src/offline/**'], rooms: ['lib', 'offline'] },
  { files: ['src/cms/**'], rooms: ['lib', 'model', 'content/files', 'content/checks', 'search', 'cms'] },
  { files: ['src/server/**'], rooms: ['lib', 'strings', 'server'] },
  {
    files: ['src/comments/**'],
    rooms: [...BASE, 'storage', 'content/files', 'server', 'comments'],
  },
  {
    files: ['src/engine/**'],
    rooms: ['lib', 'storage', 'engine'],
  },
  // The engine's options for this site.
  { files: ['src/engine/fast-build.ts'], rooms: ['lib', 'storage', 'model', 'engine'] },
  {
    files: ['src/integrations/**'],
    rooms: [
      ...BASE,
      'storage',
      'images',
      'content/files',
      'content/checks',
      'search',
      'offline',
      'integrations',
    ],
  },
  {
    files: ['src/cli/**'],
    rooms: [
      ...BASE,
      'storage',
      'images',
      'content/files',
      'content/checks',
      'search',
      'server',
      'comments',
      'cli',
    ],
  },
];

/** Code that runs in a browser: the rooms that scripts of components may import. */
const CLIENT_SCRIPTS = {
  files: ['**/*.astro/*.ts', '**/*.astro/*.js'],
  rooms: ['lib', 'search', 'offline', 'comments/form', 'comments/moderation/browser'],
};

function rule({ files, rooms }) {
  const allowed = rooms.map((room) => (room.endsWith('$') ? room : `${room}/`));
  return {
    files,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^#(?!${allowed.join('|')})`,
              message: 'This room may not import that one: see the table in tests/rooms.mjs.',
            },
            {
              regex: '^\\.\\./|/src/|/pages/',
              message: `Name the room (${ROOMS.map((room) => `#${room}/`).join(', ')}); nothing imports pages.`,
            },
          ],
        },
      ],
    },
  };
}

/** @type {import('eslint').Linter.Config[]} */
export const roomRules = [...MAY_IMPORT, CLIENT_SCRIPTS].map(rule);
