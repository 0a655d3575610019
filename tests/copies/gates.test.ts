import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copySite, type SiteCopy } from '../site-copy.ts';

const FOOTER = 'src/components/site/Footer.astro';

/** Returns bytes that cannot be compressed, the same in every run. */
function incompressible(bytes: number): string {
  const blocks = Array.from({ length: Math.ceil(bytes / 32) }, (_, index) =>
    createHash('sha256').update(String(index)).digest('base64'),
  );
  return `globalThis.lourd = '${blocks.join('')}';`;
}

/** For each gate: its title, markup that it must reject, and the message that reports it. */
const CHANGES = {
  weight: {
    title: 'Poids des pages',
    markup: '<script is:inline src="/lourd.js" defer></script>',
    told: /Scripts : 3\d(?:,\d)? ko pour un maximum de 3/u,
  },
  // No markup of its own: the script of `weight` exceeds this budget too.
  transfer: {
    title: 'Premier affichage sur mobile',
    markup: '',
    told: /\d+ ko pour un maximum de 85/u,
  },
  links: {
    title: 'Liens et ancres',
    markup: '<p><a href="/nulle-part/">Nulle part</a></p>',
    told: /Le lien « \/nulle-part\/ » ne mène à aucune page/u,
  },
  accessibility: {
    title: 'Accessibilité',
    markup: '<img src="/favicon.svg" width="8" height="8" /><input size="500" aria-label="Large" />',
    told: /\[image-alt\][^]*La page est plus large que l’écran de [\d ]+ pixels/u,
  },
  html: {
    title: 'HTML',
    markup: '<ul><li>Un point</li><p>Un bloc hors des points</p></ul>',
    told: /\[element-permitted-content\]/u,
  },
  origins: {
    title: 'Aucune requête',
    markup: '<img src="https://pisteur.example/vu.gif" alt="" width="1" height="1" />',
    told: /La page charge « https:\/\/pisteur\.example\/vu\.gif »/u,
  },
} as const;

let copy: SiteCopy;
beforeAll(() => {
  copy = copySite(['accelerateur-ou-incubateur', 'le-capital-risque-explique']);
  copy.write('public/lourd.js', incompressible(30_000));
});
afterAll(() => copy.remove());

/** Runs some gates on a built site, like the command. Returns the exit code and the output, with plain spaces. */
function judge(gates: readonly string[], site: string): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['src/cli/gates.ts', ...gates, `--site=${site}`],
    {
      encoding: 'utf8',
      env: { ...process.env, GITHUB_STEP_SUMMARY: '' },
    },
  );
  return { status, said: `${stdout}${stderr}`.replace(/[\u00A0\u202F]/gu, ' ') };
}

describe('a proposed change', () => {
  // `npm test` runs the gates on the site itself, which checks that all pass when nothing is wrong.
  it('is stopped by the gate of what is wrong in it', () => {
    const footer = readFileSync(FOOTER, 'utf8');
    const markup = Object.values(CHANGES).map((change) => change.markup);
    copy.write(FOOTER, footer.replace('</footer>', `${markup.join('')}</footer>`));
    const bad = copy.build('out');
    expect(readFileSync(join(bad, 'index.html'), 'utf8')).toContain('pisteur.example');
    const { status, said } = judge(Object.keys(CHANGES), bad);
    expect(status, said).toBe(1);
    const verdicts = said.split(/^(?=[✓✗] )/mu);
    for (const { title, told } of Object.values(CHANGES)) {
      const verdict = verdicts.find((words) => words.startsWith(`✗ ${title}`));
      expect(verdict, said).toMatch(told);
      expect(verdict).toContain('index.html');
    }
  });
});
