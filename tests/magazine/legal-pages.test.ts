import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** What the legal pages of this magazine must say, whatever its publisher fills in. */
const DUTIES = {
  'mentions-legales': ['Éditeur', 'Hébergeur', 'Droit de réponse', 'publication'],
  confidentialite: ['responsable', 'Fondement', 'Vos droits', 'Commission nationale de l’informatique'],
  accessibilite: ['État de conformité', 'Voies de recours', 'Défenseur des droits'],
};

describe('the legal pages of the magazine', () => {
  it.each(Object.entries(DUTIES))('state what the law asks for: %s', (role, parts) => {
    const text = readFileSync(`content/pages/${role}.mdx`, 'utf8');
    expect(text).toContain(`\nrole: ${role}\n`);
    for (const part of parts) expect(text).toContain(part);
  });
});
