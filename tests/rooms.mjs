/**
 * Who may import whom: a room sees only the rooms below it, always by its `#room/` name, and its own
 * files by `./`. One table, from which the linter's rules are made.
 */
const ROOMS = [
  'lib',
  'content',
  'components',
  'layouts',
  'styles',
  'markdown',
  'integrations',
  'worker',
  'desk',
  'server',
  'cli',
];

const MAY_IMPORT = [
  { files: ['src/lib/**'], rooms: [] },
  {
    files: ['src/content/**', 'src/content.config.ts'],
    rooms: ['lib', 'content', 'markdown'],
    strings: true,
  },
  { files: ['src/components/ui/**'], rooms: ['lib', 'components/ui'], strings: true },
  {
    files: ['src/components/{editorial,article,site}/**'],
    rooms: ['lib', 'content', 'components', 'styles'],
    strings: true,
  },
  { files: ['src/layouts/**'], rooms: ['lib', 'content', 'components', 'layouts', 'styles'], strings: true },
  {
    files: ['src/pages/**'],
    rooms: ['lib', 'content', 'components', 'layouts', 'integrations', 'desk'],
    strings: true,
  },
  { files: ['src/worker/**'], rooms: ['lib'] },
  { files: ['src/markdown/**'], rooms: ['lib', 'markdown'] },
  {
    files: ['src/integrations/**'],
    rooms: ['lib', 'content', 'markdown', 'integrations', 'worker'],
    strings: true,
  },
  { files: ['src/desk/**'], rooms: ['lib', 'content', 'desk'] },
  { files: ['src/server/**'], rooms: ['lib', 'content', 'server'], strings: true },
  { files: ['src/cli/**'], rooms: ['lib', 'content', 'server', 'cli'], strings: true },
];

/** What only runs in a browser sees the pure functions alone. */
const CLIENT_SCRIPTS = { files: ['**/*.astro/*.ts', '**/*.astro/*.js'], rooms: ['lib'] };

function rule({ files, rooms, strings = false }) {
  const allowed = [...rooms.map((room) => `${room}/`), ...(strings ? ['strings\\.ts$', 'routes\\.ts$'] : [])];
  const forbidden = allowed.length > 0 ? `^#(?!${allowed.join('|')})` : '^#';
  return {
    files,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: forbidden,
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

export const roomRules = [...MAY_IMPORT, CLIENT_SCRIPTS].map(rule);
