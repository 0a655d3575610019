import { describe, expect, it } from 'vitest';
import type { Gate, GateFault } from '#cli/gates/gate.ts';
import { formatSummary, formatVerdict } from '#cli/gates/format-verdict.ts';

const gate: Gate = {
  name: 'links',
  title: 'Liens et ancres',
  reads: 'site',
  judge: () => ({ passed: true, measured: '', faults: [] }),
};
const fault: GateFault = {
  place: 'articles/a/index.html',
  message: 'Le lien « /b/ » ne mène à rien',
  remedy: 'Corrigez-le',
};

describe('the verdict of a gate', () => {
  it('is one line when it lets the site pass', () => {
    const shown = formatVerdict(gate, { passed: true, measured: '8 adresses suivies', faults: [] });
    expect(shown).toBe('✓ Liens et ancres · 8 adresses suivies');
  });

  it('names each fault with its place and its remedy when it does not', () => {
    expect(
      formatVerdict(gate, { passed: false, measured: '8 adresses suivies', faults: [fault] }).split('\n'),
    ).toEqual([
      '✗ Liens et ancres · 8 adresses suivies',
      '  articles/a/index.html',
      '    Le lien « /b/ » ne mène à rien',
      '    → Corrigez-le',
    ]);
  });

  it('counts what it does not name', () => {
    const faults = Array.from({ length: 23 }, (_, index) => ({ ...fault, message: `Faute ${index}` }));
    const shown = formatVerdict(gate, { passed: false, measured: '', faults });
    expect(shown.split('\n').at(-1)?.trim()).toBe('… et 3\u00A0autres fautes');
  });

  it('says once what is wrong on many pages', () => {
    const faults = ['a', 'b', 'c', 'd', 'e'].map((place) => ({ ...fault, place }));
    const shown = formatVerdict(gate, { passed: false, measured: '', faults }).split('\n');
    expect(shown).toHaveLength(4);
    expect(shown[1]).toBe('  a, b, c et 2\u00A0autres');
  });
});

describe('the summary of a proposal', () => {
  it('says in a sentence whether everything is within its budget', () => {
    const summary = formatSummary([[gate, { passed: true, measured: '8 adresses', faults: [] }]]);
    expect(summary).toContain('Tous les budgets sont respectés.');
    expect(summary).toContain('| ✅ | Liens et ancres | 8 adresses |');
  });

  it('lets nothing that a page says act as markup', () => {
    const hostile = '<img src=x> [lien](javascript:alert(1)) `code` | colonne\n# titre @equipe';
    const summary = formatSummary([
      [gate, { passed: false, measured: '', faults: [{ ...fault, message: hostile, place: 'a`b' }] }],
    ]);
    expect(summary).toContain('colonne &#35; titre &#64;equipe');
    expect(summary).not.toMatch(/<img|\]\(|`|@equipe/u);
  });
});
